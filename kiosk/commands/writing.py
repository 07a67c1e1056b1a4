"""Files that a command writes."""

import os
from contextlib import suppress
from pathlib import Path

from kiosk.commands import CommandError


def write_whole(file: Path, content: bytes) -> None:
    """Write beside the file and put it in place whole, so that an old one is never half overwritten.

    Raises CommandError.
    """
    if not file.name or file.is_dir():
        raise CommandError(f"{file} cannot be written: it is a folder.")
    unfinished = file.with_name(f"{file.name}.unfinished")
    try:
        if file.exists() and not file.is_file():
            # A pipe or a device is written to, not replaced.
            file.write_bytes(content)
            return
        with unfinished.open("wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(file.resolve())
    except (OSError, ValueError) as error:
        raise CommandError(f"{file} cannot be written: {getattr(error, 'strerror', error)}.") from None
    finally:
        with suppress(OSError, ValueError):
            unfinished.unlink()
