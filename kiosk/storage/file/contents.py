"""What a database file holds and how it stands, found out without changing a byte of it."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from kiosk.storage.file.database import reading_copy, reading_file
from kiosk.storage.file.own_tables import check_tables
from kiosk.storage.file.plain import refuse_other
from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.models import Customer, Note, Visit
from kiosk.storage.trouble import DAMAGED, StorageDamage, StorageTrouble


@dataclass(frozen=True, slots=True)
class Contents:
    """How much of each a database holds."""

    people: int
    visits: int
    notes: int


@dataclass(frozen=True, slots=True)
class Difference:
    """Rows that one database has and another has not, of each kind."""

    gained: Contents
    lost: Contents


def look_into(file: Path) -> tuple[Schema, Contents]:
    """Check a database file from end to end. Raises StorageTrouble where it is not a good one of ours."""
    if not file.is_file():
        raise StorageTrouble(f"There is no database at {file}.")
    with reading_file(file) as session:
        check(session, "integrity_check")
        found = schema_of(session)
        if found is Schema.EMPTY:
            raise StorageTrouble(f"{file} holds nothing.")
        return found, contents(session)


def look_into_copy(file: Path) -> tuple[Schema, Contents]:
    """The same of a copy, wherever it comes from. Raises StorageTrouble, too, where there is more in it."""
    try:
        refuse_other(file.lstat())
    except OSError as error:
        raise StorageTrouble(f"{file} cannot be looked at: {error.strerror}.") from None
    with reading_copy(file) as session:
        found = check_tables(session)
        check(session, "integrity_check")
        if found is Schema.EMPTY:
            raise StorageTrouble(f"{file} holds nothing.")
        return found, contents(session)


def count(file: Path) -> Contents:
    """Count what a database file holds, without a check. Raises StorageTrouble."""
    if not file.is_file():
        raise StorageTrouble(f"There is no database at {file} yet, so there is nothing to back up.")
    with reading_file(file) as session:
        return contents(session)


def check(session: Session, how: str) -> None:
    """Have SQLite look at the whole file: “quick_check”, or “integrity_check”. Raises StorageDamage."""
    if session.scalar(text(f"PRAGMA {how}(1)")) != "ok":
        raise StorageDamage(DAMAGED)


def contents(session: Session) -> Contents:
    """Count what is kept."""
    people, visits, notes = (
        session.scalar(select(func.count()).select_from(table)) or 0 for table in (Customer, Visit, Note)
    )
    return Contents(people, visits, notes)


def compare(present: Path, other: Path) -> Difference:
    """What the present database would gain and lose if the other took its place. Raises StorageTrouble."""
    try:
        with closing(sqlite3.connect(f"{present.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            connection.execute("ATTACH ? AS other", (f"{other.absolute().as_uri()}?mode=ro",))
            return Difference(
                gained=_missing(connection, "other", "main"), lost=_missing(connection, "main", "other")
            )
    except sqlite3.Error as error:
        raise StorageTrouble(f"The present database cannot be compared ({error}).") from None


def _missing(connection: sqlite3.Connection, here: str, there: str) -> Contents:
    counts = (
        connection.execute(
            f"SELECT count(*) FROM {here}.{table} WHERE id NOT IN (SELECT id FROM {there}.{table})"
        ).fetchone()[0]
        for table in ("customer", "visit", "note")
    )
    return Contents(*counts)
