"""A monkey at the counter: whatever it touches, types and scans, the kiosk goes on."""

import gc
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import timedelta
from functools import partial
from pathlib import Path
from random import Random
from statistics import mean
from time import monotonic
from unittest.mock import patch

from tests.endurance.counter_at_work import counter_at_work
from tests.endurance.footprint import Footprint
from tests.endurance.nervous import Nervous
from tests.endurance.rig import Rig, Trial
from tests.ui.counter import Counter
from tests.ui.sample import NOW, make_sample_database, sample_settings

# isort: split
from kivy.base import EventLoop
from kivy.core.window import Window
from kivy.tests.common import UnitTestTouch

from kiosk.settings import Display
from kiosk.ui.widgets.tappable import Tappable

_A_SHOP = 10_000
"""Deeds after which the database is put back as it was: nobody has so much to tell about so few."""
_MOST_GROWTH_KB = 20_000
"""What the last quarter may hold more than the one before: by then it has seen every screen."""
_ENOUGH_TO_TELL = 20_000

_CARDS = (
    "2900000000018",
    "2900000000179",
    "LOY-000131",
    "2900000099999",
    "9501101531000",
    "4111111111111111",
)
_KEYS = "aeiou nst .é"
_BACKSPACE, _ENTER = 8, 13
_ARROWS = (275, 276)

Deed = Callable[[], object]


def run(trial: Trial) -> None:
    """A step is one deed; the clock goes on by some seconds with each."""
    sample, file = trial.folder / "sample.db", trial.folder / "kiosk.db"
    make_sample_database(sample)
    shutil.copy(sample, file)
    settings = sample_settings(f"sqlite:///{file}", trial.folder / "scanner", Display(width=800, height=480))
    held: list[int] = []
    began, at_home = monotonic(), patch.dict(os.environ, HOME=str(trial.folder))
    with at_home, counter_at_work(settings, trial.folder, NOW) as counter:
        chance = trial.chance("deeds")
        nervous = Nervous(counter, file, trial.chance("slips"))
        for step, deed in zip(trial.steps(), deeds(counter, nervous, chance), strict=False):
            deed()
            counter.now += timedelta(seconds=chance.randrange(15))
            if step % 5 == 0:
                EventLoop.idle()
            if step % 20 == 0:
                counter.settles()
            if step % 100 == 0:
                gc.collect()
                held.append(Footprint.now().private_kb)
            if step % _A_SHOP == _A_SHOP - 1:
                _still_greets(counter)
                _put_back(sample, file)
        _still_greets(counter)
    _is_sound(file)
    if trial.amount >= _ENOUGH_TO_TELL:
        quarter = len(held) // 4
        grown = mean(held[-quarter:]) - mean(held[2 * quarter : 3 * quarter])
        trial.figures["memory in the last quarter"] = f"{grown / 1024:+.1f} MB"
        assert grown < _MOST_GROWTH_KB
    trial.figures["slips"] = f"{nervous.slips:,}"
    trial.figures["deeds a second:"] = f"{trial.done / (monotonic() - began):.0f}"


def _still_greets(counter: Counter) -> None:
    """It is not stuck."""
    counter.settles()
    counter.until(lambda: counter.is_quiet, "the scans before")
    counter.app.navigator.clear()
    counter.scans("2900000000018")
    counter.sees("Jack")


def _put_back(sample: Path, file: Path) -> None:
    """In one renaming, as a restore does; the kiosk finds another file in the place of its own."""
    _is_sound(file)
    coming = file.with_suffix(".coming")
    shutil.copy(sample, coming)
    coming.replace(file)


def _is_sound(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def deeds(counter: Counter, nervous: Nervous, chance: Random) -> Iterator[Deed]:
    """What it does, one thing after another: half of its touches hit what can be tapped, some nearly."""
    several: dict[Deed, float] = {
        lambda: _touch(*_anywhere(chance)): 40,
        lambda: _touch(*_something_to_tap(counter, chance)): 40,
        lambda: _drag(_anywhere(chance), _anywhere(chance)): 5,
        partial(_press_key, chance): 7,
        partial(_scan, counter, chance): 8,
        nervous.misses: 8,
        nervous.taps_twice: 8,
        lambda: nervous.scans_amid(chance.choice(_CARDS)): 2,
    }
    while True:
        yield from chance.choices(list(several), list(several.values()))


def _scan(counter: Counter, chance: Random) -> None:
    """A card, before anybody has looked at the one before it."""
    assert counter.scanner is not None
    counter.scanner.send(chance.choice(_CARDS).encode() + b"\r")


def _touch(x: float, y: float) -> None:
    """A finger comes and goes."""
    _drag((x, y), (x, y))


def _drag(start: tuple[float, float], end: tuple[float, float]) -> None:
    """A finger comes, moves, and goes elsewhere."""
    finger = UnitTestTouch(*start)
    finger.touch_down()
    if end != start:
        finger.touch_move(*end)
    finger.touch_up()


def _anywhere(chance: Random) -> tuple[float, float]:
    """A place on the glass."""
    return chance.uniform(0, Window.width), chance.uniform(0, Window.height)


def _something_to_tap(counter: Counter, chance: Random) -> tuple[float, float]:
    """The middle of a button, a tile or a card that is there."""
    there = [one for one in counter.app.root.walk() if isinstance(one, Tappable) and one.height]
    if not there:
        return _anywhere(chance)
    chosen = chance.choice(there)
    x, y = chosen.to_window(*chosen.center)
    return float(x), float(y)


def _press_key(chance: Random) -> None:
    """A key of a real keyboard."""
    key = chance.choice([_BACKSPACE, _ENTER, *_ARROWS, *_KEYS])
    if isinstance(key, int):
        Window.dispatch("on_key_down", key, 0, None, [])
        Window.dispatch("on_key_up", key, 0)
    else:
        Window.dispatch("on_textinput", key)


RIG = Rig("deeds", amount=1_000_000, short=600, run=run, by_steps=False)
