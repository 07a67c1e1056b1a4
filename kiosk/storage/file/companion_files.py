"""What may lie beside the database: whole copies of it, from before an update, or set aside by a restore.

A time ends their names, like `kiosk.db.before-0003-20261122T033000` and `kiosk.db.aside-20261122T091400`.
"""

from contextlib import suppress
from datetime import date, datetime
from glob import escape
from pathlib import Path

from kiosk.files import remove

_TIME = "%Y%m%dT%H%M%S"
_BEFORE, _ASIDE, _COMING, _LEAVING = "before", "aside", "coming", "leaving"
JOURNALS = ("-journal", "-wal", "-shm")
"""How the names end of what SQLite keeps beside a file."""

_UNFINISHED = ".unfinished"


def name_before_update(database: Path, revision: str, now: datetime) -> Path:
    """Where the copy goes that is made before the database is brought to this revision."""
    return database.with_name(f"{database.name}.{_BEFORE}-{revision}-{now:{_TIME}}")


def name_aside(database: Path, now: datetime) -> Path:
    """The name under which the replaced database is set aside."""
    return database.with_name(f"{database.name}.{_ASIDE}-{now:{_TIME}}")


def name_coming(database: Path) -> Path:
    """The name under which the replacement of the database is prepared."""
    return database.with_name(f"{database.name}.{_COMING}")


def name_leaving(database: Path) -> Path:
    """The name of the copy that is encrypted to go elsewhere."""
    return database.with_name(f"{database.name}.{_LEAVING}")


def before_updates(database: Path) -> list[Path]:
    """The copies from before updates, the newest first."""
    return _named(database, _BEFORE)


def asides(database: Path) -> list[Path]:
    """What was set aside, the newest first."""
    return _named(database, _ASIDE)


def remove_before_updates(database: Path, until: date) -> None:
    """Remove the copies from before updates that were made earlier than this day."""
    remove(*(file for file in before_updates(database) if _made_on(file) < until))


def remove_unfinished(database: Path, folder: Path) -> None:
    """Remove what a power cut has left of copies that were made, there too, encrypted, or put in place."""
    name = escape(database.name)
    remove(*folder.glob(f"{escape(database.stem)}-*{_UNFINISHED}"))
    remove(*database.parent.glob(f"{name}.{_BEFORE}-*{_UNFINISHED}"))
    remove(*database.parent.glob(f"{name}.{_COMING}*"))
    remove(*database.parent.glob(f"{name}.{_LEAVING}*"))


def _named(database: Path, what: str) -> list[Path]:
    found = database.parent.glob(f"{escape(database.name)}.{what}-*")
    return sorted((file for file in found if not file.name.endswith((*JOURNALS, _UNFINISHED))), reverse=True)


def _made_on(file: Path) -> date:
    """The day in its name; a file with another name counts as new, so that it stays."""
    with suppress(ValueError):
        return datetime.strptime(file.name.rpartition("-")[-1], _TIME).date()
    return date.max
