"""Nervous hands: they miss by up to 30 pixels, and tap twice within 150 milliseconds.

Whatever they do, nothing typed is gone, and nothing is kept that was not tapped.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import monotonic, time

from tests.ui.counter import Counter

# isort: split
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch

from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.find import FindScreen
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TextField
from kiosk.ui.widgets.tappable import Tappable

_MISSES = 30
_WITHIN = 0.15
_QUIET = 0.2
"""Seconds without anything from the scanner, after which nothing is on its way any more."""
_KEPT_ALL_THE_SAME = {"visit"}
"""A visit is kept of whoever was greeted: nobody taps for it."""


class Nervous:
    """Hands at a counter with a database file, of which every slip is looked after."""

    def __init__(self, counter: Counter, file: Path, chance: Random) -> None:
        self._counter, self._file, self._chance = counter, file, chance
        self.slips = 0

    def misses(self) -> None:
        """A touch beside something to tap, on nothing: nothing comes of it."""
        self._wait_until_quiet()
        where = self._beside_something()
        if where is None:
            return
        screen, typed, kept = self._counter.app.navigator.glass.screen, self._typed(), self._kept()
        _touch(*where)
        self._counter.settles()
        self.slips += 1
        now = self._counter.app.navigator.glass.screen
        assert now is screen, f"a miss at {where} made a {type(now).__name__} of a {type(screen).__name__}"
        assert self._typed() == typed, "a miss took away what was typed"
        assert self._kept() == kept, "a miss was kept"

    def taps_twice(self) -> None:
        """The second tap of two presses nothing but what is meant to be tapped in a row."""
        there = [one for one in self._targets() if not one.repeats]
        if not there:
            return
        chosen = self._chance.choice(there)
        x, y = chosen.to_window(*chosen.center)
        began = time()
        _touch(x, y, began)
        second = UnitTestTouch(x, y)
        second.time_start = began + self._chance.uniform(0.03, _WITHIN)
        second.touch_down()
        pressed = [one for one in self._targets() if one.pressed]
        second.touch_up()
        self.slips += 1
        assert not pressed, f"a double tap pressed {pressed} as well"

    def scans_amid(self, number: str) -> None:
        """A card while something is being written: it waits, or stays where it is. A search is over then."""
        self._wait_until_quiet()
        is_search = isinstance(self._counter.app.navigator.glass.screen, FindScreen)
        typed, waiting = self._typed(), self._waiting()
        assert self._counter.scanner is not None
        self._counter.scanner.send(number.encode() + b"\r")
        self._wait_until_quiet()
        self.slips += 1
        if typed and not is_search and self._typed() != typed:
            # Of very many that wait the oldest goes.
            newest = self._waiting()[0]
            assert all(newest is not work for work in waiting), "a scan took away what was typed"

    def _waiting(self) -> Sequence[object]:
        """What waits to be finished, the newest first."""
        return [*self._counter.app.flows.unfinished._works]

    def _wait_until_quiet(self) -> None:
        """Until whatever was scanned before is shown and recorded."""
        quiet_since = monotonic()
        while monotonic() - quiet_since < _QUIET:
            self._counter.settles()
            if not self._counter.is_quiet:
                quiet_since = monotonic()

    def _beside_something(self) -> tuple[float, float] | None:
        """A place near something to tap on which there is nothing to be tapped, or None."""
        targets = self._targets()
        if not targets:
            return None
        near = self._chance.choice(targets)
        x, y = near.to_window(*near.center)
        reach_x, reach_y = near.width / 2 + _MISSES, near.height / 2 + _MISSES
        for _ in range(20):
            spot = x + self._chance.uniform(-reach_x, reach_x), y + self._chance.uniform(-reach_y, reach_y)
            on_glass = 0 < spot[0] < Window.width and 0 < spot[1] < Window.height
            if on_glass and not any(one.collide_point(*one.to_widget(*spot)) for one in self._takers()):
                return spot
        return None

    def _targets(self) -> list[Tappable]:
        return [one for one in self._counter.app.root.walk() if isinstance(one, Tappable) and one.height]

    def _takers(self) -> Iterator[Tappable | TextField | OwnKeyboard]:
        """All that does something when it is touched."""
        for one in self._counter.app.root.walk():
            if isinstance(one, Tappable | TextField | OwnKeyboard) and one.height:
                yield one

    def _typed(self) -> list[str]:
        """What stands in the fields of a screen to write on."""
        screen = self._counter.app.navigator.glass.screen
        if not isinstance(screen, WritingScreen):
            return []
        texts = [field.text for field in screen.fields]
        return texts if any(text.strip() for text in texts) else []

    def _kept(self) -> dict[str, int]:
        """How many rows each table has."""
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            counted = {name for (name,) in tables} - _KEPT_ALL_THE_SAME
            return {
                name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in counted
            }


def _touch(x: float, y: float, began: float | None = None) -> None:
    finger = UnitTestTouch(x, y)
    # Long after the touch before it, so that it is no second half of that.
    finger.time_start = began if began is not None else time() + 1
    finger.touch_down()
    finger.touch_up()
