"""The sample shop with a staff that signs in, and the finger that does it."""

from pathlib import Path
from uuid import UUID

from kivy.base import EventLoop

from kiosk.desk.staff import staff_of
from kiosk.locale import speech
from kiosk.storage import staff
from kiosk.storage.file.opening import open_current
from tests.ui.counter import Counter, fingers, on_window
from tests.ui.sample import NOW

BADGE = "BADGE-17"


class ShopWithPins:
    """The sample shop with PINs for Mia and Ada, who manages, and a badge for Sam."""

    def __init__(self, file: Path) -> None:
        database, _ = open_current(f"sqlite:///{file}", NOW)
        office = staff_of(database, speech("en"), lambda: NOW)
        with database.reading() as session:
            self.ids: dict[str, UUID] = {one.name: one.id for one in staff.members(session)}
        self.pins = {name: office.new_pin(self.ids[name]) for name in ("Mia", "Ada")}
        office.give_badge(self.ids["Sam"], BADGE)
        database.close()


def types_pin(counter: Counter, pin: str) -> None:
    """Tap the digits, each on its key."""
    for digit in pin:
        key = next(word for word in counter.words() if word.text == digit and word.bold)
        touch(*on_window(key))


def touch(x: float, y: float) -> None:
    """A finger comes, and goes."""
    finger = fingers.at(x, y)
    finger.touch_down()
    EventLoop.idle()
    finger.touch_up()
    EventLoop.idle()


def taps_name(counter: Counter, name: str) -> None:
    """Tap exactly this word, not the one in the status line."""
    counter.until(lambda: name in counter.glass(), name)
    touch(*on_window([word for word in counter.words() if word.text == name][-1]))
