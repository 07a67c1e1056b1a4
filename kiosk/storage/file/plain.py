"""Files in folders that others may write to, as on a stick: plain ones only, and no link to another."""

import os
import stat
from io import BufferedReader
from pathlib import Path

from kiosk.storage.trouble import StorageDamage

LARGEST = 4 << 30
"""Bytes of a copy; that of a hundred thousand customers has a tenth."""

_NOT_PLAIN = "This copy is not a file of its own, or too large for one. It was left as it is."


def open_plain(file: Path) -> BufferedReader:
    """Open a file for reading. Raises OSError, or StorageDamage where it is anything else, or too large."""
    refuse_other(os.lstat(file))
    opened = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    reading = os.fdopen(opened, "rb")
    refuse_other(os.fstat(opened))
    return reading


def refuse_other(found: os.stat_result) -> None:
    """Refuse what is no plain file. Raises StorageDamage."""
    if not stat.S_ISREG(found.st_mode) or found.st_size > LARGEST:
        raise StorageDamage(_NOT_PLAIN)
