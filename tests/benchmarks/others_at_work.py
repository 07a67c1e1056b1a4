"""The desk while a command works on the same file, beside one on a file that nobody else has."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random
from time import perf_counter, sleep

from kiosk.storage.file.database import Database
from kiosk.storage.file.holding import holding
from tests.benchmarks.desk_calls import at_the_desk, desk_on
from tests.benchmarks.figures import Figure, Measure, compared
from tests.benchmarks.moving_in import write_list
from tests.benchmarks.programs import FOLDER, ROOT

MOST, MOST_OF_IMPORT = 100, 50
"""Milliseconds that a greeting may come later."""

_PART_IMPORTED = 10
"""A list with so many times fewer people than the shop: while a counter is at work it takes its time."""

_Pair = tuple[tuple[float, float], tuple[float, float]]
"""Milliseconds at the one file and at the other: of the greeting, and of recording the visit."""

_A_SCAN_EVERY = 0.1
_A_VISIT_EVERY = 2.0
"""Seconds. Of the scans between, each is a second one of somebody who is there."""
_WARMING = 20


def longest_waits(
    both: tuple[Path, Path], numbers: Sequence[str], people: int, chance: Random
) -> Iterator[Figure]:
    """The longest wait for a greeting while each command runs; people are greeted at both files in turn."""
    shop, exported, backup = (FOLDER / name for name in ("to-load.json", "export.json", "backup.db"))
    other = FOLDER / "to-import.csv"
    write_list(other, people // _PART_IMPORTED, chance)
    shop.write_text(json.dumps({"customers": [_person(n) for n in range(people)]}))
    settings = FOLDER / "others.toml"
    settings.write_text(
        '[shop]\nname = "The Bench"\ntime_zone = "Europe/London"\n'
        f"[database]\nurl = {json.dumps(f'sqlite:///{both[0]}')}\n"
    )
    commands = {
        f"kiosk load of {people:,}": ["load", str(shop)],
        f"kiosk import of {people // _PART_IMPORTED:,}": ["import", str(other), "--yes"],
        "kiosk export": ["export", str(exported)],
        "kiosk backup": ["backup", str(backup)],
        "kiosk doctor": ["doctor"],
    }
    # Held as by a kiosk: commands let one go first.
    at_work = holding(both[0], "counter")
    counters = closing(_Counter(both[0], numbers)), closing(_Counter(both[1], numbers))
    with at_work, counters[0] as counter, counters[1] as alone:
        for name, command in commands.items():
            with _kiosk("--config", str(settings), *command) as run:
                took = _greet_in_turn(counter, alone, lambda: run.poll() is None)
            assert command == ["doctor"] or run.returncode == 0, name
            most = MOST_OF_IMPORT if command[0] == "import" else MOST
            yield _longest(f"longest Desk.welcome while “{name}” runs", 1, took, most)
            yield _longest(f"longest Desk.welcome and recording while “{name}” runs", 2, took, MOST)
    for left in (shop, other, settings, exported, backup):
        left.unlink(missing_ok=True)


def _kiosk(*arguments: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "kiosk", *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _longest(name: str, parts: int, took: Sequence[_Pair], most: float) -> Figure:
    """The longest wait, for so many parts of what the desk does."""
    mine, theirs = ([sum(pair[side][:parts]) for pair in took] for side in (0, 1))
    return compared(
        max,
        mine,
        theirs,
        name=name,
        unit="ms",
        against="a file of its own",
        measure=Measure.MORE,
        bound=most,
    )


class _Counter:
    """A desk on a file, where somebody comes for the first time today with every card."""

    def __init__(self, file: Path, numbers: Sequence[str]) -> None:
        self._database, self._cards = Database(f"sqlite:///{file}"), cycle(numbers)
        self._card, self._next = "", 0.0
        self._desk = desk_on(self._database)
        for _ in range(_WARMING):
            self.greet()

    def greet(self) -> tuple[float, float]:
        """Greet the next one and record the visit, or the same one again; the milliseconds of either."""
        if perf_counter() > self._next:
            self._card, self._next = next(self._cards), perf_counter() + _A_VISIT_EVERY
        return at_the_desk(self._desk, self._card)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


def _greet_in_turn(counter: _Counter, alone: _Counter, goes_on: Callable[[], bool]) -> list[_Pair]:
    took, chance = [], Random(6)
    while goes_on():
        took.append((counter.greet(), alone.greet()))
        sleep(_A_SCAN_EVERY * 2 * chance.random())
    return took


def _person(n: int) -> dict[str, object]:
    day = {"month": 1 + n % 12, "day": 1 + n % 28, "year": 1950 + n % 60}
    note = {"text": f"Likes the seat at window {n % 9}", "written_at": "2026-11-04T09:10"}
    visits = [{"at": f"2026-{month:02}-{1 + n % 28:02}T{9 + n % 8:02}:05"} for month in (9, 10)]
    return {
        "key": f"n{n}",
        "name": f"Ann Example {n}",
        "cards": [{"number": f"N{n:09}"}],
        "important_dates": [day],
        "notes": [note],
        "visits": visits,
    }
