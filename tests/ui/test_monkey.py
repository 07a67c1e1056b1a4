"""A monkey at the counter: whatever it touches, types and scans, the kiosk goes on."""

import gc
import logging
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random
from statistics import mean

import pytest
from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch

from kiosk.settings import Display
from kiosk.ui.widgets.tappable import Tappable
from tests.ui.counter import Counter

DEEDS = int(os.environ.get("KIOSK_MONKEY", "3000"))
"""`make monkey` has it do 50,000."""

SEED = 20261124
MOST_GROWTH_KB = 20_000
"""What the last quarter may hold more than the one before: by then it has seen every screen."""

CARDS = ("2900000000018", "2900000000179", "LOY-000131", "2900000099999", "9501101531000", "4111111111111111")
KEYS = "aeiou nst .é"
BACKSPACE, ENTER = 8, 13


@pytest.mark.timeout(3600)
def test_a_monkey_breaks_nothing(
    open_counter: Callable[..., Counter],
    database_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    counter = open_counter(Display(width=800, height=480))
    held: list[int] = []
    with caplog.at_level(logging.ERROR):
        for done, deed in enumerate(deeds(counter, Random(SEED))):
            deed()
            if done % 5 == 0:
                EventLoop.idle()
            if done % 20 == 0:
                counter.settles()
            if done % 100 == 0:
                gc.collect()
                held.append(resident_kb())
    assert [record.getMessage() for record in caplog.records] == []
    quarter = len(held) // 4
    assert mean(held[-quarter:]) - mean(held[2 * quarter : 3 * quarter]) < MOST_GROWTH_KB
    counter.app.navigator.clear()
    counter.scans("2900000000018")
    counter.sees("Jack")
    counter.leave()
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def deeds(counter: Counter, random: Random) -> Iterator[Callable[[], object]]:
    """What it does, one thing after another: half of its touches hit what can be tapped."""
    for _ in range(DEEDS):
        what = random.random()
        if what < 0.4:
            yield lambda: touch(*anywhere(random))
        elif what < 0.8:
            yield lambda: touch(*something_to_tap(counter, random))
        elif what < 0.85:
            yield lambda: drag(anywhere(random), anywhere(random))
        elif what < 0.92:
            yield lambda: press_key(random)
        else:
            yield lambda: scan(counter, random)


def scan(counter: Counter, random: Random) -> None:
    """A card, before anybody has looked at the one before it."""
    assert counter.scanner is not None
    counter.scanner.send(random.choice(CARDS).encode() + b"\r")


def touch(x: float, y: float) -> None:
    """A finger comes and goes."""
    drag((x, y), (x, y))


def drag(start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger comes, moves, and goes elsewhere."""
    finger = UnitTestTouch(*start)
    finger.touch_down()
    if end != start:
        finger.touch_move(*end)
    finger.touch_up()


def anywhere(random: Random) -> tuple[float, float]:
    """A place on the glass."""
    return random.uniform(0, Window.width), random.uniform(0, Window.height)


def something_to_tap(counter: Counter, random: Random) -> tuple[float, float]:
    """The middle of a button, a tile or a card that is there."""
    there = [one for one in counter.app.root.walk() if isinstance(one, Tappable) and one.height]
    if not there:
        return anywhere(random)
    chosen = random.choice(there)
    x, y = chosen.to_window(*chosen.center)
    return float(x), float(y)


def press_key(random: Random) -> None:
    """A key of a real keyboard."""
    key = random.choice([BACKSPACE, ENTER, 276, 275, *KEYS])
    if isinstance(key, int):
        Window.dispatch("on_key_down", key, 0, None, [])
        Window.dispatch("on_key_up", key, 0)
    else:
        Window.dispatch("on_textinput", key)


def resident_kb() -> int:
    """What the process holds in memory, in kB."""
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1])
    raise AssertionError
