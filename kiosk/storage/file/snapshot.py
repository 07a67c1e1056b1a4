"""A private copy of the database as it was at one moment, made without keeping the counter waiting.

Whoever reads for long shuts out whoever writes, and that one shuts out the next who reads. So the file is
copied in steps of a few milliseconds, into one that has no name: it is gone with whoever reads it, however
that one ends.
"""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from kiosk.storage.file.database import Database

_PAGES = 500
"""Of a step: two megabytes."""

_TRY_FOR = 60.0
"""Seconds. After a write at the counter SQLite begins anew; after so long, writing waits for the copy."""

_PATIENCE = 10.0


class _BegunAnewError(Exception):
    """The database was written to, again and again."""


def copy_of(file: Path) -> sqlite3.Connection:
    """A connection to a private copy of a database file. Raises sqlite3.Error."""
    copy = sqlite3.connect("", check_same_thread=False)
    try:
        # “rw”, since what a power cut has left half written is taken back first; where nothing can be
        # written SQLite only reads.
        address = f"{file.absolute().as_uri()}?mode=rw"
        with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE)) as source:
            try:
                _copy_in_steps(source, copy, time.monotonic() + _TRY_FOR)
            except _BegunAnewError:
                with _nobody_writes(address):
                    _copy_in_steps(source, copy)
    except BaseException:
        copy.close()
        raise
    return copy


@contextmanager
def snapshot(
    database: Database, copying: Callable[[Path], sqlite3.Connection] = copy_of
) -> Iterator[Database]:
    """The database as it is now, to be read for as long as it takes.

    One that is no file is read itself, and so is one that cannot be copied: reading tells what is wrong, or
    there was no room, and then somebody waits.
    """
    if database.file is None:
        yield database
        return
    try:
        connection = copying(database.file)
    except sqlite3.Error:
        yield database
        return
    with closing(Database.over(connection)) as copy:
        yield copy


def _copy_in_steps(
    source: sqlite3.Connection, copy: sqlite3.Connection, give_up: float | None = None
) -> None:
    """Raises _BegunAnewError for a new start after that time, and sqlite3.Error."""
    before = 0

    def watch(status: int, remaining: int, _total: int) -> None:
        nonlocal before
        if status == sqlite3.SQLITE_BUSY:
            raise sqlite3.OperationalError("database is locked")
        if remaining > before > 0 and give_up is not None and time.monotonic() > give_up:
            raise _BegunAnewError
        before = remaining

    source.backup(copy, pages=_PAGES, progress=watch)


@contextmanager
def _nobody_writes(address: str) -> Iterator[None]:
    """Reading goes on meanwhile, and greeting with it; what is to be recorded waits."""
    with closing(sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)) as lock:
        lock.execute("BEGIN IMMEDIATE")
        yield
