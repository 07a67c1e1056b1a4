"""`Desk.welcome` against the same rows by bare sqlite3, in one process, call by call."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter
from zoneinfo import ZoneInfo

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.database import PRAGMAS, Database
from tests.benchmarks.bare import connect, welcome_bare
from tests.benchmarks.table import Figure, percentile, times


def welcome(both: tuple[Path, Path], numbers: Sequence[str], warming: int) -> Iterator[Figure]:
    """The time of one call: half of the cards go to the desk, half to bare sqlite3, in turn."""
    zone = ZoneInfo("Europe/London")
    with closing(Database(f"sqlite:///{both[0]}")) as database, closing(connect(both[1], PRAGMAS)) as bare:
        desk = Desk(database, speech("en"), lambda: datetime.now(zone))
        took = [
            (_at_the_desk(desk, mine), _by_sqlite(bare, theirs))
            for mine, theirs in zip(numbers[::2], numbers[1::2], strict=True)
        ][warming:]
    mine, theirs = ([pair[side] for pair in took] for side in (0, 1))
    yield times(f"Desk.welcome, of {len(took)}: median", median(mine), median(theirs), "ms", 3)
    yield times(f"Desk.welcome, of {len(took)}: p99", percentile(mine, 99), percentile(theirs, 99), "ms", 3)


def _at_the_desk(desk: Desk, number: str) -> float:
    scan = Scan(number, None, 0)
    began = perf_counter()
    answer = desk.greetings.welcome(scan)
    took = perf_counter() - began
    assert answer.greeting.outcome is Outcome.WELCOME
    assert not answer.trouble
    return took * 1000


def _by_sqlite(connection: sqlite3.Connection, number: str) -> float:
    began = perf_counter()
    rows = welcome_bare(connection, number, datetime.now(UTC))
    took = perf_counter() - began
    assert rows
    return took * 1000


def with_a_cue_to_tap(file: Path, numbers: Iterable[str]) -> str:
    """The first of these cards whose greeting asks for something that one tap keeps."""
    now = datetime.now(ZoneInfo("Europe/London"))
    with closing(Database(f"sqlite:///{file}")) as database:
        desk = Desk(database, speech("en"), lambda: now)
        greetings = ((number, desk.greetings.preview(Scan(number, None, 0), now)) for number in numbers)
        return next(number for number, greeting in greetings if greeting.cues and greeting.cues[0].tap)
