"""What somebody at the counter does, told in English messages and done in the language of the shop."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from tests.ui.counter import Counter, fingers, on_window
from tests.ui.sample import NOW

# isort: split
from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch
from kivy.uix.widget import Widget

from kiosk.people.words import within
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.keyboard.fitting import Placed
from kiosk.ui.keyboard.pages import Does, Page


class Cashier:
    """One finger and two eyes: reads what stands on the glass, and taps that."""

    def __init__(self, counter: Counter, pins: Mapping[str, str]) -> None:
        self.counter, self.pins = counter, pins
        self._words = counter.app.place.words

    def said(self, message: str, **inserted: str) -> str:
        """A message of the program as the glass says it; what is no message stays as it is."""
        return self._words.gettext(message).format(**{key: within(text) for key, text in inserted.items()})

    def in_shop(self, en: str, ar: str) -> str:
        """What the shop itself wrote or somebody types: `ar` where Arabic is spoken."""
        return ar if self._words.right_to_left else en

    def day(self, month: int, day: int) -> str:
        """A day as the glass writes it."""
        return self._words.day(NOW.date().replace(month=month, day=day))

    def month(self, month: int) -> str:
        """A month as the glass writes it."""
        return self._words.month(NOW.date().replace(month=month, day=1))

    def scans(self, number: str) -> None:
        """Hold a card under the scanner."""
        self.counter.scans(number)

    def reads(self, *messages: str, **inserted: str) -> None:
        """Wait until all of these stand on the glass."""
        self.counter.sees(*(self.said(message, **inserted) for message in messages))

    def reads_no(self, message: str, **inserted: str) -> None:
        """Wait until this is gone."""
        self.counter.sees_no(self.said(message, **inserted))

    def taps(self, *either: str, **inserted: str) -> None:
        """Tap the first of these that stands on the glass: words give way to pictures on small ones."""
        self._touch(*on_window(self._find(*either, **inserted)))

    def leafs_to(self, text: str) -> None:
        """Turn the pages until this stands on one of them."""
        while not self._shows(self.said(text)):
            self.taps("/")

    @contextmanager
    def holding(self, message: str, **inserted: str) -> Iterator[None]:
        """Keep a finger on these words."""
        finger = UnitTestTouch(*on_window(self._find(message, **inserted)))
        finger.touch_down()
        EventLoop.idle()
        yield
        finger.touch_up()
        EventLoop.idle()

    def types(self, text: str) -> None:
        """Touch the keys of our keyboard, one for each character; where capitals stand it says itself."""
        for character in text:
            self._touch_key(self._key_of(character))

    def finishes(self) -> None:
        """Touch the main key, and wait until what it does is kept."""
        self._touch_key(self._keys(Does.DONE)[0])
        self.counter.settles()

    def types_pin(self, pin: str) -> None:
        """Tap the digits, each on its key."""
        for digit in pin:
            self._touch(*on_window(next(word for word in self.counter.words() if word.text == digit)))

    def _find(self, *either: str, **inserted: str) -> Widget:
        texts = [self.said(one, **inserted) for one in either]
        self.counter.until(lambda: any(map(self._shows, texts)), repr(texts))
        return next(found for text in texts if (found := self._shows(text)) is not None)

    def _shows(self, text: str) -> Widget | None:
        """What says just this or, without it, says this among other things."""
        read = [(word, said) for word, said in zip(self.counter.words(), self.counter.glass(), strict=True)]
        just = [word for word, said in read if said == text]
        return next(iter([*just, *(word for word, said in read if text in said)]), None)

    def _key_of(self, character: str) -> Placed:
        """On the page that is open or, after turning to them, among the signs or the letters."""
        for turn_to in (None, Page.SIGNS, Page.LETTERS):
            for placed in self._keys(Does.TURN):
                if placed.key.page is turn_to:
                    self._touch_key(placed)
            for placed in self._keys(Does.TYPE):
                if placed.key.face.lower() == character.lower():
                    return placed
        raise AssertionError(f"no key types {character!r}")

    def _keys(self, does: Does) -> list[Placed]:
        return [placed for placed in self._keyboard.keys if placed.key.does is does]

    @property
    def _keyboard(self) -> OwnKeyboard:
        def on_glass() -> Iterator[OwnKeyboard]:
            return (one for one in self.counter.app.root.walk() if isinstance(one, OwnKeyboard))

        self.counter.until(lambda: any(True for _ in on_glass()), "a keyboard")
        return next(on_glass())

    def _touch_key(self, placed: Placed) -> None:
        keyboard = self._keyboard
        x, y = keyboard.x + placed.x + placed.width / 2, keyboard.top - placed.y - placed.height / 2
        self._touch(*keyboard.to_window(*keyboard.to_parent(x, y)))

    def _touch(self, x: float, y: float) -> None:
        finger = fingers.at(x, y)
        finger.touch_down()
        # With a frame in between, a slow machine would take a tap on a letter for holding it.
        finger.touch_up()
        EventLoop.idle()
