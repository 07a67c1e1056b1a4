"""The rows of a load into the database, in pieces between which the counter has its turn."""

import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, select
from sqlalchemy.exc import OperationalError

from kiosk.storage.file.database import Database
from kiosk.storage.file.holding import holding
from kiosk.storage.file.marks import Marks
from kiosk.storage.loading.copying import copy_rows
from kiosk.storage.loading.pacing import PAUSE, pace
from kiosk.storage.loading.staging import (
    Section,
    plan_of,
    remove_staging_files,
    stage,
    staging_file,
    staging_files,
)
from kiosk.storage.models import Merger
from kiosk.storage.names import keep_words
from kiosk.storage.records import Record
from kiosk.storage.trouble import StorageTrouble

Value = TypeVar("Value")

_ROWS = 100
"""Of one transaction, which keeps the database to itself for about 20 milliseconds.

A fixed number: one that grows with the speed of those before is too large for the next that is slow.
"""

_ROWS_ALONE = 5000
"""The same while no counter is at work, when nobody waits."""

_WAIT_INSIDE = 20
"""Milliseconds that SQLite itself waits for others."""

_PATIENCE = 10.0

Tell = Callable[[int, int], object]
"""Hears how many rows are in, of how many."""


def _unheard(_rows: int, _of: int) -> None:
    pass


@contextmanager
def loading_alone(database: Database) -> Iterator[None]:
    """One load at a time, and none before it that is not finished. Raises StorageTrouble."""
    assert database.file is not None
    with holding(database.file, "loading") as is_ours:
        if not is_ours:
            raise StorageTrouble(
                "Another file is being loaded just now. Nothing was changed; please try again after it."
            )
        _go_on(database)
        try:
            yield
        finally:
            if _pending(database) is None:
                remove_staging_files(database.file)


def save_in_pieces(
    database: Database, batches: Sequence[tuple[str, Sequence[Record]]], tell: Tell = _unheard
) -> int:
    """Save the records of a load, all or none, while the counter is at work.

    To be called within `loading_alone`. Returns how many people and cards were left out, since something
    else was decided about them at the counter meanwhile. Raises StorageTrouble, which says so where the
    records count already and the rest follows.
    """
    load = secrets.randbelow(2**31 - 1) + 1
    stage(database, load, batches)
    with database.writing() as session:
        marks = Marks.read(session.connection())
        replace(marks, load=load, rows_loaded=0).write(session.connection())
    try:
        return _go_on(database, tell)
    except StorageTrouble as trouble:
        raise StorageTrouble(
            f"A part of the file is saved; the rest follows when the kiosk starts next. {trouble}"
        ) from None


def is_unfinished(database: Database) -> bool:
    """Tell whether there is something for `finish_loading` to do, if nobody is at it."""
    file = database.file
    return file is not None and not database.read_only and bool(staging_files(file))


def finish_loading(database: Database) -> None:
    """Finish a load that was cut off, or remove what is left of one that does not count.

    Unless somebody is at it. Raises StorageTrouble; it can be repeated.
    """
    if database.file is not None and is_unfinished(database):
        with holding(database.file, "loading") as is_ours:
            if is_ours:
                _go_on(database)
                remove_staging_files(database.file)


def _pending(database: Database) -> Path | None:
    assert database.file is not None
    with database.reading() as session:
        load = Marks.read(session.connection()).load
    file = staging_file(database.file, load)
    return file if load and file.exists() else None


def _go_on(database: Database, tell: Tell = _unheard) -> int:
    assert database.file is not None
    file, left_out = _pending(database), 0
    if file is None:
        return 0
    with closing(Database.at(database.file)) as own, own.by_hand() as connection:
        for statement in ("PRAGMA cache_spill = OFF", f"PRAGMA busy_timeout = {_WAIT_INSIDE}"):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("ATTACH ? AS loading", (str(file),))
        for done, total, not_taken in _pieces(connection, plan_of(connection, "loading"), database.file):
            left_out += not_taken
            tell(done, total)
    return left_out


def _pieces(
    connection: Connection, plan: Sequence[Section], database: Path
) -> Iterator[tuple[int, int, int]]:
    """Copy piece by piece; yields the rows that are in, of how many, and what was left out of the piece.

    While a counter is at work the pieces are small, and there is a pause after each.
    """
    total = sum(section.rows for section in plan)
    done = _patiently(partial(Marks.read, connection)).rows_loaded
    while done < total:
        section = next(section for section in reversed(plan) if section.at <= done)
        rows, pause = pace(database, _ROWS, _ROWS_ALONE)
        some = min(rows, section.at + section.rows - done)
        left_out = _patiently(partial(_copy, connection, section, done, some))
        done += some
        yield done, total, left_out
        time.sleep(pause)
    _patiently(partial(_end, connection))


def _copy(connection: Connection, section: Section, done: int, rows: int) -> int:
    """Copy so many more rows; returns how many were left out."""
    first = section.first + done - section.at
    with _transaction(connection):
        left_out = copy_rows(connection, section, first, first + rows - 1)
        replace(Marks.read(connection), rows_loaded=done + rows).write(connection)
    return left_out


def _end(connection: Connection) -> None:
    with _transaction(connection):
        # The names under which the merged were known before are in no file.
        keep_words(connection, connection.scalars(select(Merger.customer_id)).all())
        replace(Marks.read(connection), load=0, rows_loaded=0).write(connection)


def _patiently(act: Callable[[], Value]) -> Value:
    """Try again while others hold the file. SQLite, waiting to write, would shut out whoever is to read."""
    give_up = time.monotonic() + _PATIENCE
    while True:
        try:
            return act()
        except OperationalError as error:
            if not _is_busy(error) or time.monotonic() > give_up:
                raise
            time.sleep(PAUSE)


@contextmanager
def _transaction(connection: Connection) -> Iterator[None]:
    connection.exec_driver_sql("BEGIN")
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        with suppress(OperationalError):
            connection.exec_driver_sql("ROLLBACK")
        raise


def _is_busy(error: OperationalError) -> bool:
    return str(getattr(error.orig, "sqlite_errorname", "")).startswith("SQLITE_BUSY")
