"""Syncing a file, and giving it to the kiosk's account."""

import os
from pathlib import Path


def make_last(file: Path) -> None:
    """Sync what was written to a file, which is the kiosk's from now on. Raises OSError."""
    give_to_owner_of_folder(file)
    with file.open("rb") as written:
        os.fsync(written.fileno())


def give_to_owner_of_folder(file: Path) -> None:
    """What root makes among the kiosk's files must stay the kiosk's to write. Raises OSError."""
    if os.geteuid() == 0:
        owner = file.parent.stat()
        os.chown(file, owner.st_uid, owner.st_gid)
