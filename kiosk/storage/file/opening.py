"""Opening the database so that it can be used: checked, and at the schema of this program."""

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from kiosk.storage.erasing import finish_erasing
from kiosk.storage.file.database import Database, is_in_memory, sqlite_file
from kiosk.storage.file.schema import Schema, schema_of
from kiosk.storage.loading.finishing import finish_loading
from kiosk.storage.trouble import StorageTrouble


def open_current(url: str, now: datetime) -> tuple[Database, Path | None]:
    """Open the database to be used, and the backup that was made if it had to be migrated.

    A load that was cut off is finished first. A database newer than this program is opened for reading
    only. Raises StorageTrouble; whatever was stored then is as it was.
    """
    database, backup = open_at_once(url, now)
    with suppress(StorageTrouble):
        finish_loading(database)
    return database, backup


def open_at_once(url: str, now: datetime) -> tuple[Database, Path | None]:
    """The same for the counter, which does not wait until an interrupted load is finished."""
    file = sqlite_file(url)
    if is_in_memory(url):
        raise StorageTrouble("database.url names no file: whatever was saved there would be gone at once.")
    if file is not None:
        _make_folder(file.parent)
    is_new = file is not None and not exists(file)
    found = Schema.EMPTY if is_new else _schema_of(url)
    database = Database(url, read_only=found is Schema.NEWER)
    if found in (Schema.NEWER, Schema.CURRENT):
        with suppress(StorageTrouble):
            finish_erasing(database)
        return database, None
    # Alembic takes a tenth of a second to load, and most starts do not need it.
    from kiosk.storage.file.migrate import upgrade

    return database, upgrade(database, now, keep_backup=found is Schema.OLDER)


def open_existing(url: str) -> Database:
    """Open a database that is there, for reading. Raises StorageTrouble."""
    file = sqlite_file(url)
    if file is not None and not exists(file):
        raise StorageTrouble(f"There is no database at {file} yet. “kiosk load” or “kiosk run” makes one.")
    if _schema_of(url) in (Schema.EMPTY, Schema.OLDER):
        raise StorageTrouble("The database is older than this program. Run “kiosk migrate” first.")
    return Database(url, read_only=True)


def _schema_of(url: str) -> Schema:
    """Where a database stands, found out without changing a byte of it."""
    with closing(Database(url, read_only=True)) as probe, probe.reading() as session:
        return schema_of(session)


def exists(file: Path) -> bool:
    """Tell whether there is a file. Raises StorageTrouble where nobody can tell."""
    try:
        return file.exists()
    except OSError as error:
        raise StorageTrouble(f"{file} cannot be looked at: {error.strerror}.") from None


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageTrouble(f"The folder {folder} cannot be made: {error.strerror}.") from None
