"""Files that a command writes."""

from pathlib import Path

from kiosk import files
from kiosk.commands import CommandError


def write_whole(file: Path, content: bytes, begins: bytes) -> None:
    """Write a file whole; an earlier one, which begins with `begins`, is replaced. Raises CommandError."""
    try:
        files.write_whole(file, content, begins)
    except OSError as error:
        raise CommandError(f"{file} cannot be written: {error.strerror}.") from None
