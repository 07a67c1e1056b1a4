"""What makes a file last, and the kiosk's own."""

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last. Raises OSError."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def give_to_owner_of_folder(file: Path) -> None:
    """What root makes among the kiosk's files must stay the kiosk's to write. Raises OSError."""
    if os.geteuid() == 0:
        owner = file.parent.stat()
        os.chown(file, owner.st_uid, owner.st_gid)
