"""A private copy of the database: one moment of it, whoever writes meanwhile, and nothing left behind."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from kiosk.storage import records as stored
from kiosk.storage.file import snapshot as copying
from kiosk.storage.file.database import Database
from kiosk.storage.file.snapshot import copy_of, snapshot


@pytest.fixture
def busy_file(tmp_path: Path) -> Iterator[Path]:
    """A file of many pages, and somebody who changes its first and its last row together, all the time."""
    file, done = tmp_path / "busy.db", Event()
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("CREATE TABLE page (id INTEGER PRIMARY KEY, number INTEGER, filling BLOB)")
        connection.executemany("INSERT INTO page VALUES (?, 0, zeroblob(3000))", ((n,) for n in range(400)))

    def write() -> None:
        with closing(sqlite3.connect(file, timeout=30)) as connection:
            connection.execute("PRAGMA synchronous = OFF")
            # SQLite's lock is not fair: without a moment between them, nobody else may ever get it.
            while not done.wait(0.001):
                with connection:
                    connection.execute("UPDATE page SET number = number + 1 WHERE id IN (0, 399)")

    writer = Thread(target=write)
    writer.start()
    yield file
    done.set()
    writer.join()


@pytest.mark.parametrize("seconds", [0.0, 0.2])
def test_a_copy_comes_to_an_end_and_is_of_one_moment_while_somebody_writes(
    seconds: float, busy_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "_TRY_FOR", seconds)
    monkeypatch.setattr(copying, "_PAGES", 5)
    with closing(copy_of(busy_file)) as copy:
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        first, last = copy.execute("SELECT number FROM page WHERE id IN (0, 399)").fetchall()
    assert first == last


def test_while_a_copy_is_read_anybody_may_write_and_it_stays_as_it_was(
    database: Database, fill: Callable[..., None]
) -> None:
    fill(database, {"key": "ann", "name": "Ann"})
    with snapshot(database) as copy, copy.reading() as session:
        before = stored.read(session, "customer")
        assert [record["key"] for record in before] == ["ann"]
        fill(database, {"key": "ben", "name": "Ben"})
        assert stored.read(session, "customer") == before


def test_a_copy_lies_nowhere(database: Database, database_file: Path) -> None:
    with snapshot(database) as copy, copy.reading() as session:
        stored.read(session, "customer")
        assert copy.file is None
        assert [file.name for file in database_file.parent.iterdir()] == [database_file.name]


def test_where_no_copy_can_be_made_the_database_itself_is_read(
    database: Database, fill: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(database, {"key": "ann", "name": "Ann"})

    def no_room(_file: Path) -> sqlite3.Connection:
        raise sqlite3.OperationalError("database or disk is full")

    with snapshot(database, no_room) as copy, copy.reading() as session:
        assert [record["key"] for record in stored.read(session, "customer")] == ["ann"]
