"""Opening the database at the counter: never silently empty, and never with nothing while a copy is good.

Where the file is damaged, empty or gone, the newest good copy takes its place and is written to from then
on: every command finds it there, and the next backup holds what was written since. The file before is set
aside, whole. Where nothing can be written, the copy is read where it lies; where there is no copy, what
can still be read of a damaged file is. An encrypted copy takes somebody with the words from the safe.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from kiosk.people.words import to_translate
from kiosk.storage.file.contents import check, look_into_copy
from kiosk.storage.file.copies import Copy, copies_in
from kiosk.storage.file.database import Database, is_in_memory, reading_copy, reading_file, sqlite_file
from kiosk.storage.file.opening import exists, open_at_once
from kiosk.storage.file.restoring import clear_failover, failover_since, mark_failover, put_in_place
from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.file.vetting import refuse_odd_values
from kiosk.storage.trouble import StorageDamage, StorageTrouble

_GONE = to_translate("The data file is gone, and there is no copy of it. Nothing was put in its place.")
_GONE_BUT_ENCRYPTED = to_translate(
    "The data file is gone, and its copies are encrypted. “kiosk restore” puts one in place, with the words"
    " from the safe."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A database at work: `backup` was made before it was migrated, `copy_of` is the day of its copy.

    `is_damaged` tells that no copy could take its place, and `has_encrypted_copies` that the words from the
    safe would open one.
    """

    database: Database
    backup: Path | None = None
    copy_of: date | None = None
    is_damaged: bool = False
    has_encrypted_copies: bool = False


def open_at_counter(url: str, now: datetime, folders: Callable[[], Sequence[Path]], was_here: bool) -> Opened:
    """Open the database, or the newest good copy where it is not what it was.

    `folders` are asked for where copies may lie; `was_here` tells that there has been a database before.
    Raises StorageTrouble where nothing can be opened; whatever was stored then is as it was.
    """
    file = sqlite_file(url)
    if file is None or is_in_memory(url):
        return Opened(*open_at_once(url, now))
    trouble = _what_is_wrong(file)
    if trouble is None:
        return Opened(*open_at_once(url, now), failover_since(file))
    copies = copies_in(folders(), file)
    for copy in copies:
        # One that is not good leaves the place to the one before.
        with suppress(StorageDamage):
            if not copy.is_encrypted:
                return _fail_over(url, file, copy, now)
    has_encrypted = any(copy.is_encrypted for copy in copies)
    if isinstance(trouble, StorageDamage):
        return replace(_what_is_left(file, trouble), has_encrypted_copies=has_encrypted)
    if has_encrypted:
        raise StorageTrouble(_GONE_BUT_ENCRYPTED)
    if was_here or copies:
        raise trouble
    return Opened(*open_at_once(url, now))


def _what_is_wrong(file: Path) -> StorageTrouble | None:
    """Why the file cannot be worked with: damage, or that there is nothing in it. None when it can.

    Raises StorageTrouble for what may pass, like a lock.
    """
    if not exists(file):
        return StorageTrouble(_GONE)
    try:
        with reading_file(file) as session:
            check(session, "quick_check")
            return StorageTrouble(_GONE) if schema_of(session) is Schema.EMPTY else None
    except StorageDamage as damage:
        return damage


def _what_is_left(file: Path, damage: StorageDamage) -> Opened:
    database = Database.at(file, read_only=True)
    try:
        with database.reading() as session:
            found = schema_of(session)
    except StorageTrouble:
        raise damage from None
    if found is not Schema.CURRENT:
        raise damage
    return Opened(database, is_damaged=True)


def _fail_over(url: str, file: Path, copy: Copy, now: datetime) -> Opened:
    was_marked = failover_since(file) is not None
    try:
        # Before it is so: a power cut in between must not make the loss a silent one.
        mark_failover(file, copy.made_on)
        put_in_place(copy.file, file, now)
    except StorageTrouble as trouble:
        if not was_marked:
            with suppress(StorageTrouble):
                clear_failover(file)
        if isinstance(trouble, StorageDamage):
            raise
        return Opened(_read_only(copy), copy_of=copy.made_on)
    return Opened(*open_at_once(url, now), copy.made_on)


def _read_only(copy: Copy) -> Database:
    schema, _ = look_into_copy(copy.file)
    if schema is not Schema.CURRENT:
        raise StorageTrouble(_GONE)
    with reading_copy(copy.file) as session:
        refuse_odd_values(session)
    return Database.at(copy.file, read_only=True)
