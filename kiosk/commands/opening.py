"""Opening the desk of the kiosk: on its data, or on the newest good copy of them."""

import logging
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

from kiosk.commands import Clock
from kiosk.commands.joining import desk_for
from kiosk.commands.keeping import own_folders, vitals_of
from kiosk.desk import Desk
from kiosk.desk.data_trouble import damaged, working_from_copy
from kiosk.health.vitals import VitalsTold
from kiosk.locale import Speech
from kiosk.settings import Settings
from kiosk.storage.file.database import Database, sqlite_file
from kiosk.storage.file.failover import Opened, open_at_counter
from kiosk.storage.loading.finishing import finish_loading, is_unfinished
from kiosk.storage.trouble import StorageTrouble

log = logging.getLogger("kiosk")


def open_desk(settings: Settings, words: Speech, clock: Clock, vitals: VitalsTold) -> Desk:
    """Open it, tell the journal of anything unusual, and keep the vitals beside the data from then on.

    The vitals of an earlier start tell that there has been a database. Raises StorageTrouble.
    """
    url = settings.database.url
    file = sqlite_file(url)
    told = vitals_of(settings)
    opened = open_at_counter(
        url,
        datetime.now(UTC),
        folders=lambda: own_folders(settings, file) if file else [],
        was_here=told.exists(),
    )
    _tell_journal(opened, file)
    if is_unfinished(opened.database):
        # A large load that was cut off takes minutes, in which people are greeted.
        Thread(target=_finish_loading, args=(opened.database,), name="load", daemon=True).start()
    vitals.keep_in(told)
    vitals.write()
    standing = _standing(opened, words)
    return desk_for(settings, opened.database, words, clock, standing, settings.hub)


def _finish_loading(database: Database) -> None:
    try:
        finish_loading(database)
    except StorageTrouble as trouble:
        log.warning("a load that was cut off is not finished: %s", trouble)


def _standing(opened: Opened, words: Speech) -> str:
    if opened.copy_of is not None:
        return working_from_copy(opened.copy_of, not opened.database.read_only, words)
    return damaged(words, opened.has_encrypted_copies) if opened.is_damaged else ""


def _tell_journal(opened: Opened, file: Path | None) -> None:
    if opened.backup is not None:
        log.info("the database was brought up to date; a backup was made first: %s", opened.backup)
    if opened.is_damaged:
        log.error("%s is damaged, and there is no copy that can take its place: it is only read", file)
    elif opened.copy_of is not None:
        how = "which is only read" if opened.database.read_only else f"which is now {file}"
        log.error("working from the copy of %s, %s; see “kiosk restore”", opened.copy_of, how)
    elif opened.database.read_only:
        log.warning("the database is newer than this program: it is only read")
