"""Forgetting somebody, at the counter and by command."""

from datetime import datetime
from uuid import UUID

from kiosk.desk.others import still_to_forget
from kiosk.people.profile.files_left import files_left
from kiosk.people.words import Words
from kiosk.storage.erasing import erase, finish_erasing
from kiosk.storage.file.database import Database
from kiosk.storage.file.written import still_there
from kiosk.storage.trouble import StorageTrouble


def forget(database: Database, customer_id: UUID, words: Words, now: datetime) -> str:
    """Remove everything about somebody, to the last byte; there is no way back.

    Returns a sentence where bytes of theirs are still to be written over, which the next start does, or the
    next erasing, or where files lie elsewhere that may name them, or which counters have still to hear of it.
    `now` is an aware time. Raises StorageTrouble where nothing could be removed.
    """
    erase(database, customer_id)
    try:
        finish_erasing(database)
    except StorageTrouble as trouble:
        unfinished = words.gettext(
            "They are forgotten. The last traces in the data file go at the next start. {reason}"
        )
        return unfinished.format(reason=words.gettext(str(trouble)))
    # What was written with commands, to paths of somebody’s own, is theirs to delete.
    files = still_there(database.file) if database.file is not None else []
    left = (files_left(files, words), still_to_forget(database.file, words, now))
    return " ".join(filter(None, left))
