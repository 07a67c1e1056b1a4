"""The counter of the storyboards, and disks that fill up or can only be read."""

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.ui.conftest import counter, database_file, open_counter, sample_database, scanner

__all__ = ["counter", "database_file", "open_counter", "sample_database", "scanner"]

MountDisk = Callable[[str], Path]


@pytest.fixture
def mount_disk(tmp_path: Path) -> Iterator[MountDisk]:
    """Mounts a disk of a size like “600k”; skipped where this account may not mount one."""
    mounted: list[Path] = []

    def mount_disk(size: str) -> Path:
        disk = tmp_path / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(disk)]
        if os.geteuid() or not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
            pytest.skip("no disk can be mounted here: only root may")
        mounted.append(disk)
        return disk

    yield mount_disk
    for disk in mounted:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)
