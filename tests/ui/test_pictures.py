"""Pictures of every screen at every size, light and dark, beside those that somebody has looked at.

`make pictures` takes them anew; look at each one that changed before it is committed.
"""

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image

from kiosk.settings import Display, Shop, Staff
from tests.ui.counter import Counter
from tests.ui.likeness import accept, alike
from tests.ui.scenes import consent, merging, photographed_card
from tests.ui.staff_shop import ShopWithPins, taps_name, types_pin

ACCEPTED = Path(__file__).parents[1] / "pictures"

Scene = Callable[[Counter], None]

EVERYWHERE: Mapping[str, Scene] = {
    "ready": lambda counter: counter.sees("celebrate today"),
    "briefing": lambda counter: open_the_briefing(counter),
    "greeting": lambda counter: counter.scans("2900000000018"),
    "new-face": lambda counter: counter.scans("2900000099999"),
    "find": lambda counter: look_for_somebody(counter),
    "person": lambda counter: open_the_person(counter),
    "own-page": lambda counter: turn_the_page(counter),
    "card": lambda counter: show_the_card(counter),
    "not-ours": lambda counter: counter.scans("9501101531000"),
    "payment-card": lambda counter: counter.scans("4111111111111111"),
}
ONCE: Mapping[str, Scene] = {
    "greeting-full": lambda counter: counter.scans("2900000000179"),
    "greeting-arabic-name": lambda counter: counter.scans("2900000000230"),
    "greeting-chinese-name": lambda counter: counter.scans("2900000000254"),
    "greeting-long-name": lambda counter: counter.scans("2900000000155"),
    "greeting-not-asked": lambda counter: consent(counter),
    "merging": lambda counter: compare_two(counter),
    "greeting-plain": lambda counter: counter.scans("LOY-000131"),
    "tread-gently": lambda counter: counter.scans("2900000000070"),
    "unnamed": lambda counter: counter.scans("2900000000452"),
    "retired": lambda counter: counter.scans("2900000000469"),
    "deceased": lambda counter: counter.scans("2900000000445"),
    "unreadable": lambda counter: counter.sends(b"\x00\xff\xfe29\x07\r"),
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_every_screen_looks_as_it_was_accepted(
    open_counter: Callable[..., Counter],
    width: int,
    height: int,
    theme: Literal["light", "dark"],
    tmp_path: Path,
) -> None:
    counter = open_counter(Display(width=width, height=height, theme=theme))
    scenes = {**EVERYWHERE, **(ONCE if (width, theme) == (1280, "light") else {})}
    scenes |= {"add-note": write_a_note, "scanner-unplugged": pull_the_plug}
    shade = "-dark" if theme == "dark" else ""
    different = []
    for name, scene in scenes.items():
        scene(counter)
        file = f"{name}{shade}-{width}x{height}.png"
        counter.photograph(tmp_path / file)
        different += [] if looks_alike(tmp_path / file, ACCEPTED / file) else [file]
    assert not different, f"these look different, see {tmp_path}; “make pictures” accepts them"


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_the_layout_is_turned_in_arabic(
    open_counter: Callable[..., Counter], width: int, height: int, tmp_path: Path
) -> None:
    counter = open_counter(Display(width=width, height=height), shop=Shop(language="ar"))
    for name, card in {"greeting": "2900000000230", "new-face": "2900000099999"}.items():
        counter.scans(card)
        file = f"arabic-{name}-{width}x{height}.png"
        counter.photograph(tmp_path / file)
        assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_the_staff_looks_as_it_was_accepted(
    open_counter: Callable[..., Counter],
    database_file: Path,
    width: int,
    height: int,
    theme: Literal["light", "dark"],
    tmp_path: Path,
) -> None:
    shop = ShopWithPins(database_file)
    counter = open_counter(Display(width=width, height=height, theme=theme), staff=Staff(sign_in="pin"))
    scenes: dict[str, Scene] = {
        "sign-in": lambda counter: begin_a_pin(counter, "Mia"),
        "staff": lambda counter: look_at_the_staff(counter, shop),
        "new-pin": show_a_new_pin,
    }
    shade = "-dark" if theme == "dark" else ""
    different = []
    for name, scene in scenes.items():
        scene(counter)
        file = f"{name}{shade}-{width}x{height}.png"
        counter.photograph(tmp_path / file)
        different += [] if looks_alike(tmp_path / file, ACCEPTED / file) else [file]
    assert not different, f"these look different, see {tmp_path}; “make pictures” accepts them"


def test_what_is_wrong_looks_as_it_was_accepted(
    open_counter: Callable[..., Counter], database_file: Path, tmp_path: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    newer = open_counter()
    newer.scans("2900000000018")
    newer.photograph(tmp_path / "newer-database-1280x800.png")
    newer.leave()
    database_file.write_bytes(b"a shopping list " * 100)
    broken = open_counter()
    broken.sees("The kiosk needs a hand")
    broken.photograph(tmp_path / "no-database-1280x800.png")
    for file in ("newer-database-1280x800.png", "no-database-1280x800.png"):
        assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}"


def test_working_from_a_copy_looks_as_it_was_accepted(
    open_counter: Callable[..., Counter], database_file: Path, tmp_path: Path
) -> None:
    copy = database_file.parent / "backups" / "kiosk-000012-2026-11-21.db"
    copy.parent.mkdir()
    shutil.copy(database_file, copy)
    database_file.unlink()
    counter = open_counter()
    counter.sees("Working from the copy of 21 November", "celebrate today")
    file = "from-copy-1280x800.png"
    counter.photograph(tmp_path / file)
    assert looks_alike(tmp_path / file, ACCEPTED / file), f"see {tmp_path / file}"


def write_a_note(counter: Counter) -> None:
    """What Jack has just told."""
    counter.scans("2900000000018")
    counter.taps("Add a note")
    counter.taps("Ask about")
    counter.app.flows.drafting.screen.ids.field.type("Zoe’s school concert on Friday")


def begin_a_pin(counter: Counter, name: str) -> None:
    """Three of six digits."""
    counter.taps("Who’s here?")
    taps_name(counter, name)
    types_pin(counter, "123")


def look_at_the_staff(counter: Counter, shop: ShopWithPins) -> None:
    """As a manager."""
    taps_name(counter, "Ada")
    types_pin(counter, shop.pins["Ada"])
    counter.sees("Ready for the next card")
    counter.app.flows.staffing.open()
    counter.sees("Who works here", "Sam")


def show_a_new_pin(counter: Counter) -> None:
    """Not a real one: those are never the same."""
    taps_name(counter, "Sam")
    counter.sees("New PIN")
    counter.app.flows.staffing.page.show_pin("042117")


def look_for_somebody(counter: Counter) -> None:
    """No card with them: two letters of a name."""
    counter.app.navigator.clear()
    counter.taps("No card with them?")
    for letter in "ma":
        counter.app.flows.keyboard.dispatch("on_text", letter)
    counter.sees("Etxeberria")


def open_the_briefing(counter: Counter) -> None:
    """Before the first customer."""
    counter.taps("celebrate today")
    counter.sees("Before we open")


def compare_two(counter: Counter) -> None:
    open_the_person(counter)
    merging(counter)


def open_the_person(counter: Counter) -> None:
    """All about Jack."""
    counter.scans("2900000000018")
    counter.app.flows.serving.screen.dispatch("on_about")
    counter.sees("Show Jack this page")


def show_the_card(counter: Counter) -> None:
    """For Jack's telephone."""
    open_the_person(counter)
    photographed_card(counter)


def turn_the_page(counter: Counter) -> None:
    """The same, turned to Jack."""
    open_the_person(counter)
    counter.taps("Show Jack this page")
    counter.sees("Dear Jack, this is what we remember")


def pull_the_plug(counter: Counter) -> None:
    """The scanner goes while nobody is served."""
    assert counter.scanner is not None
    counter.taps("Cancel")
    counter.closes()
    counter.scanner.close()
    counter.sees("The scanner has gone quiet")


def looks_alike(taken: Path, accepted: Path) -> bool:
    """True when hardly a pixel is visibly off; with KIOSK_ACCEPT_PICTURES the new one is accepted."""
    picture = Image.open(taken).convert("RGB")
    accept(picture, accepted)
    return accepted.exists() and alike(picture, Image.open(accepted).convert("RGB"))
