"""Copies of the database that never hold half of a load."""

import sqlite3
import time
from contextlib import AbstractContextManager, closing
from pathlib import Path

from kiosk.storage.file.database import Database
from kiosk.storage.file.snapshot import copy_of, snapshot
from kiosk.storage.loading.finishing import finish_loading
from kiosk.storage.loading.staging import staging_file
from kiosk.storage.trouble import StorageTrouble

_AT_MOST = 1800.0
_LOOK_AGAIN = 0.5


def complete_snapshot(database: Database) -> AbstractContextManager[Database]:
    """The database at one moment, as `snapshot` gives it; raises StorageTrouble where a load does not end."""
    return snapshot(database, complete_copy_of)


def complete_copy_of(file: Path) -> sqlite3.Connection:
    """A connection to a private copy of a database file; a load that was cut off is finished first.

    Raises sqlite3.Error, and StorageTrouble.
    """
    give_up = time.monotonic() + _AT_MOST
    while True:
        copy = copy_of(file)
        (load,) = copy.execute("PRAGMA application_id").fetchone()
        if not load or not staging_file(file, load).exists():
            return copy
        copy.close()
        if time.monotonic() > give_up:
            raise StorageTrouble("A file is being loaded, and that does not come to an end.")
        with closing(Database.at(file)) as database:
            finish_loading(database)
        time.sleep(_LOOK_AGAIN)
