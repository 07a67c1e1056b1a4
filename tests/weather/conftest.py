"""The counter of the storyboards, and disks that fill up or can only be read."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.disks import mounted
from tests.ui.conftest import counter, database_file, open_counter, sample_database, scanner

__all__ = ["counter", "database_file", "open_counter", "sample_database", "scanner"]

MountDisk = Callable[[str], Path]


@pytest.fixture
def mount_disk(tmp_path: Path) -> Iterator[MountDisk]:
    """Mounts a disk of a size like “600k”; skipped where this account may not mount one."""
    with ExitStack() as held:

        def mount_disk(size: str) -> Path:
            disk = tmp_path / "disk"
            disk.mkdir()
            return held.enter_context(mounted(disk, size))

        yield mount_disk
