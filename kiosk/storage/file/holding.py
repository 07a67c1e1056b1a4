"""Holding a database: one program at a time is its counter, and others can tell.

The lock is one of the kernel's, on an empty file beside the database: it ends with the program, however
that ends, and the file that stays behind means nothing.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kiosk.storage.file.lasting import give_to_owner_of_folder


@contextmanager
def holding(database: Path, what: str) -> Iterator[bool]:
    """Hold a database for one purpose, such as "counter"; False where another program holds it for the same.

    Where no lock can be had, as on a disk that can only be read, nobody is kept out.
    """
    lock = _open(database.resolve(), what)
    try:
        yield lock is None or _take(lock)
    finally:
        if lock is not None:
            os.close(lock)


def _open(database: Path, what: str) -> int | None:
    file = database.with_name(f"{database.name}.{what}-lock")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = os.open(file, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    with suppress(OSError):
        give_to_owner_of_folder(file)
    return lock


def _take(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A file system without such locks.
        return True
    return True
