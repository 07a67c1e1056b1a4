"""Files that a command writes."""

from collections.abc import Iterable
from pathlib import Path

from kiosk import files
from kiosk.commands import CommandError
from kiosk.commands.keeping import data_file
from kiosk.settings import Settings
from kiosk.storage.file.written import note_written


def write_whole(settings: Settings, file: Path, content: bytes | Iterable[bytes], begins: bytes) -> None:
    """Write what names people; an earlier file that begins with `begins` is replaced. Raises CommandError."""
    try:
        files.write_whole(file, content, begins)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
    note(settings, file)


def note(settings: Settings, file: Path) -> None:
    """Keep beside the data where a file was written that names people."""
    database = data_file(settings)
    if database is not None and file.is_file():
        note_written(database, file.resolve())
