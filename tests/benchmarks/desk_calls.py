"""The desk's part of a scan against the same rows by bare sqlite3, in one process, call by call."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.database import PRAGMAS, Database
from tests.benchmarks.bare import connect, look_up, record_visit
from tests.benchmarks.figures import Figure, compared, median_and

SQLITE = "bare sqlite3"

_ZONE = ZoneInfo("Europe/London")


def welcome(both: tuple[Path, Path], numbers: Sequence[str], warming: int) -> Iterator[Figure]:
    """The look-up, and the same with the recording: half of the cards go to the desk, half to sqlite3."""
    with closing(Database(f"sqlite:///{both[0]}")) as database, closing(connect(both[1], PRAGMAS)) as bare:
        desk = desk_on(database)
        took = [
            (at_the_desk(desk, mine), _by_sqlite(bare, theirs))
            for mine, theirs in zip(numbers[::2], numbers[1::2], strict=True)
        ][warming:]
    bounds = {"Desk.welcome": (None, 1.5), "Desk.welcome, and the visit recorded": (3, 2)}
    for part, (title, of_each) in enumerate(bounds.items()):
        mine, theirs = ([sum(pair[side][: part + 1]) for pair in took] for side in (0, 1))
        for (name, statistic), bound in zip(median_and(99).items(), of_each, strict=True):
            yield compared(
                statistic, mine, theirs, name=f"{title}: {name}", unit="ms", against=SQLITE, bound=bound
            )


def desk_on(database: Database) -> Desk:
    """A desk at work on this database."""
    return Desk(database, speech("en"), lambda: datetime.now(_ZONE))


def at_the_desk(desk: Desk, number: str) -> tuple[float, float]:
    """The milliseconds of the greeting, and of recording the visit."""
    scan = Scan(number, None, 0)
    began = perf_counter()
    answer = desk.greetings.welcome(scan)
    greeted = perf_counter()
    assert answer.greeting.outcome is Outcome.WELCOME
    trouble = answer.trouble or (answer.visit and desk.greetings.record(answer.visit))
    recorded = perf_counter()
    assert not trouble
    return (greeted - began) * 1000, (recorded - greeted) * 1000


def _by_sqlite(connection: sqlite3.Connection, number: str) -> tuple[float, float]:
    """The same two by bare sqlite3."""
    began = perf_counter()
    rows = look_up(connection, number)
    found = perf_counter()
    record_visit(connection, rows["customer"][0][0], datetime.now(UTC))
    return (found - began) * 1000, (perf_counter() - found) * 1000


def with_a_cue_to_tap(file: Path, numbers: Iterable[str]) -> str:
    """The first of these cards whose greeting asks for something that one tap keeps."""
    now = datetime.now(_ZONE)
    with closing(Database(f"sqlite:///{file}")) as database:
        desk = desk_on(database)
        greetings = ((number, desk.greetings.preview(Scan(number, None, 0), now)) for number in numbers)
        return next(number for number, greeting in greetings if greeting.cues and greeting.cues[0].tap)
