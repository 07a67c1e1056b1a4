"""Where the settings say that the database, its copies, and the vitals of the kiosk lie."""

import platform
from pathlib import Path

from platformdirs import user_data_path

from kiosk.commands import CommandError
from kiosk.commands.sentences import in_a_sentence
from kiosk.health.vitals import vitals_file
from kiosk.machine.sticks import ON_A_STICK, sticks
from kiosk.settings import Settings
from kiosk.storage.file.database import sqlite_file

ROOT = Path("/")


def data_file(settings: Settings) -> Path | None:
    """The SQLite file that the settings name; None for another database. Raises CommandError."""
    with in_a_sentence():
        return sqlite_file(settings.database.url)


def database_file(settings: Settings) -> Path:
    """The SQLite file, for commands that work with no other database. Raises CommandError."""
    file = data_file(settings)
    if file is None:
        raise CommandError("Only an SQLite database is backed up and restored by this command.")
    return file


def vitals_of(settings: Settings) -> Path:
    """Where the running kiosk tells how it is: beside its data, or in this user's folder for data."""
    return vitals_file(data_file(settings) or user_data_path("greeting-kiosk") / "kiosk.db")


def own_folder(settings: Settings, database: Path) -> Path:
    """The folder of the nightly copies."""
    return Path(settings.backup.folder) if settings.backup.folder else database.parent / "backups"


def leaves(settings: Settings, database: Path, file: Path) -> bool:
    """Whether a file lies outside of the kiosk's own folders: of the data, and of the nightly copies."""
    own = (database.parent, own_folder(settings, database))
    return not any(file.resolve().is_relative_to(folder.resolve()) for folder in own)


def own_folders(settings: Settings, database: Path, root: Path = ROOT) -> list[Path]:
    """The folder of this machine's copies, and that on the first stick where there is one, and one is wanted.

    The copies of another machine on the same stick never stand in for this one's.
    """
    there = sticks(root)[:1] if settings.backup.usb else []
    return [own_folder(settings, database), *(stick / ON_A_STICK / platform.node() for stick in there)]


def every_folder(settings: Settings, database: Path, root: Path = ROOT) -> list[Path]:
    """Every folder where copies may lie, those on sticks of other machines among them."""
    on_sticks = (folder for stick in sticks(root) for folder in sorted((stick / ON_A_STICK).glob("*")))
    return [own_folder(settings, database), *on_sticks]
