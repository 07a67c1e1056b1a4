"""Putting a copy in the place of the database: the one before is set aside, never deleted.

Everything is made ready in a file beside it, and one renaming puts that in place: a power cut leaves the
one or the other. Whoever was forgotten or merged since the copy was made stays so.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import date, datetime
from itertools import count
from pathlib import Path

from kiosk.encryption.keys import SecretKey
from kiosk.files import remove, replace_whole, sync_folder
from kiosk.storage.erasing import erase_again
from kiosk.storage.file.companion_files import JOURNALS, name_aside, name_coming
from kiosk.storage.file.database import Database
from kiosk.storage.file.forgotten import was_forgotten
from kiosk.storage.file.lasting import give_to_owner_of_folder, make_last
from kiosk.storage.file.schema import Schema
from kiosk.storage.file.taking import take_rows
from kiosk.storage.file.vetting import refuse_odd_values
from kiosk.storage.merging.again import decisions, merge_again
from kiosk.storage.records import keep_all_words
from kiosk.storage.trouble import StorageTrouble


def prepare(copy: Path, target: Path, database: Path, now: datetime, secret: SecretKey | None = None) -> None:
    """Make of a copy, at `target`, what could take the place of the database.

    It has our own tables, at this program's schema, and the copy's rows, each value of which was looked at;
    those who were forgotten are not in it, and those who were merged are one. An encrypted copy is read with
    the secret key. Raises StorageDamage where the copy is not a good one of ours, and StorageTrouble.
    """
    remove(target)
    try:
        schema = take_rows(copy, target, secret)
        with closing(Database.at(target)) as coming:
            if schema is Schema.OLDER:
                from kiosk.storage.file.migrate import upgrade

                upgrade(coming, now, keep_backup=False)
            with coming.writing() as session:
                refuse_odd_values(session)
                keep_all_words(session)
            erase_again(coming, was_forgotten(database, copy.parent))
            merge_again(coming, decisions(database, copy.parent))
        make_last(target)
    except FileNotFoundError:
        raise StorageTrouble(f"There is no database at {copy}.") from None
    except OSError as error:
        raise StorageTrouble(f"{copy} cannot be made ready: {error.strerror}.") from None


def put_in_place(copy: Path, database: Path, now: datetime, secret: SecretKey | None = None) -> Path | None:
    """Let a copy be the database from now on; returns where the one before was set aside, if there was one.

    An encrypted copy is read with the secret key.
    Raises StorageTrouble; the database then is as it was.
    """
    coming = name_coming(database)
    try:
        prepare(copy, coming, database, now, secret)
        with _nobody_writes(database):
            aside = _set_aside(database, now)
            coming.replace(database)
        sync_folder(database.parent)
    except OSError as error:
        raise StorageTrouble(f"The copy cannot be put in place: {error.strerror}.") from None
    finally:
        remove(coming)
    return aside


def failover_since(database: Path) -> date | None:
    """The day of the copy that the kiosk put in place by itself, until somebody has seen to it."""
    try:
        return date.fromisoformat(_mark(database).read_text("ascii").strip())
    except (OSError, ValueError):
        return None


def mark_failover(database: Path, made_on: date) -> None:
    """Keep, over every start, that the database was a copy of this day. Raises StorageTrouble."""
    try:
        replace_whole(_mark(database), f"{made_on.isoformat()}\n".encode("ascii"))
        give_to_owner_of_folder(_mark(database))
    except OSError as error:
        raise StorageTrouble(f"{_mark(database)} cannot be written: {error.strerror}.") from None


def clear_failover(database: Path) -> None:
    """Somebody has seen to it. Raises StorageTrouble."""
    try:
        _mark(database).unlink(missing_ok=True)
    except OSError as error:
        raise StorageTrouble(f"{_mark(database)} cannot be removed: {error.strerror}.") from None


def _mark(database: Path) -> Path:
    return database.with_name(f"{database.name}.from-copy")


@contextmanager
def _nobody_writes(database: Path) -> Iterator[None]:
    """Keep every other program out; one that is damaged has nothing to be kept out of."""
    if not database.exists():
        yield
        return
    with closing(sqlite3.connect(database, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StorageTrouble(
                    "Another program is holding the data. Nothing was changed; please try again."
                ) from None
        except sqlite3.DatabaseError:
            pass
        yield


def _set_aside(database: Path, now: datetime) -> Path | None:
    """Give the database another name, and its journal with it. Raises OSError."""
    if not database.exists():
        return None
    first = name_aside(database, now)
    names = (first.name if n == 1 else f"{first.name}-{n}" for n in count(1))
    aside = next(file for file in map(database.with_name, names) if not file.exists())
    # A journal that stayed would be played back into the one that comes.
    for ending in JOURNALS:
        with suppress(FileNotFoundError):
            database.with_name(database.name + ending).rename(aside.with_name(aside.name + ending))
    # A second name for the same file: there is no moment without a database.
    os.link(database, aside)
    return aside
