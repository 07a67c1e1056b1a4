"""`Desk.find` at every keystroke of a name, beside SQLite's own LIKE on the same rows."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from time import perf_counter

from kiosk.desk import Desk
from kiosk.storage.file.database import PRAGMAS, Database
from tests.benchmarks.bare import connect
from tests.benchmarks.desk_calls import desk_on
from tests.benchmarks.figures import Figure, Measure, compared, median_and

_LIKE = """SELECT id, called_by, name FROM customer
    WHERE name LIKE '%' || :typed || '%' OR called_by LIKE '%' || :typed || '%'
        OR pronunciation LIKE '%' || :typed || '%' LIMIT 8"""
_MOST_LETTERS = 20


def keystrokes(both: tuple[Path, Path], people: int, warming: int) -> Iterator[Figure]:
    """The names of some people, letter by letter: at the desk and by bare sqlite3, in turn."""
    with closing(Database(f"sqlite:///{both[0]}")) as database, closing(connect(both[1], PRAGMAS)) as bare:
        desk = desk_on(database)
        took = [(find(desk, text), _by_sqlite(bare, text)) for text in typed(bare, people)][warming:]
    mine, theirs = ([pair[side] for pair in took] for side in (0, 1))
    for name, statistic in median_and(95).items():
        yield compared(
            statistic,
            mine,
            theirs,
            name=f"Desk.find, a keystroke: {name}",
            unit="ms",
            against="LIKE '%…%'",
            measure=Measure.ITSELF,
            bound=50,
        )


def typed(connection: sqlite3.Connection, people: int) -> Sequence[str]:
    """What stands in the field after each letter, of first names first and of last names first."""
    names = [name for (name,) in connection.execute("SELECT name FROM customer ORDER BY id")]
    chosen = Random(5).sample(names, people)
    turned = [" ".join(reversed(name.split())) if n % 2 else name for n, name in enumerate(chosen)]
    return [name[:letters] for name in turned for letters in range(1, min(len(name), _MOST_LETTERS) + 1)]


def find(desk: Desk, typed: str) -> float:
    """The milliseconds until those are found whose names have this in them."""
    began = perf_counter()
    found = desk.finding.find(typed)
    took = perf_counter() - began
    assert found.found, typed
    return took * 1000


def _by_sqlite(connection: sqlite3.Connection, typed: str) -> float:
    began = perf_counter()
    connection.execute(_LIKE, {"typed": typed}).fetchall()
    return (perf_counter() - began) * 1000
