"""A real ext4 on a disk that writes down every sector and flush, and what a power cut would leave of it.

`qemu-storage-daemon` logs in the format of Linux's dm-log-writes and shows the disk as a file by FUSE; a loop
device makes a disk of that again.
"""

import os
import shutil
import struct
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from time import monotonic, sleep

_MEGABYTES = 32
_SECTOR = 512
_SUPERBLOCK = 1024, 1024
"""Where it is, and how long."""
_ENTRY = struct.Struct("<4Q")
_FLUSH, _DISCARD = 1, 4
_PATIENCE = 20.0
_KEPT = (0.0, 0.1, 0.5, 0.9, 1.0)
"""How many of the sectors that were not flushed a cut may leave."""
NEEDED = ("qemu-storage-daemon", "fusermount3", "losetup", "mount", "umount", "mkfs.ext4", "e2fsck")


def why_not() -> str:
    """Why there can be no such disk here; empty where there can."""
    if os.geteuid():
        return "a disk can be mounted by root alone"
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        return f"there is no {missing[0]} here"
    return "" if Path("/dev/fuse").exists() else "there is no FUSE here (/dev/fuse)"


@dataclass(frozen=True, slots=True)
class Entry:
    """Sectors that were written, or a flush; `ends_at` is how long the log is with it."""

    offset: int
    data: bytes
    is_flush: bool
    ends_at: int


def new_disk(image: Path) -> None:
    """Make an empty ext4."""
    with image.open("wb") as file:
        file.truncate(_MEGABYTES << 20)
    _run("mkfs.ext4", "-q", "-F", image)


@contextmanager
def mounted(image: Path, at: Path) -> Iterator[Path]:
    """The files on an image, or on what is one, at a folder."""
    at.mkdir(exist_ok=True)
    _run("mount", "-o", "loop", image, at)
    try:
        yield at
    finally:
        _run("umount", at)


@contextmanager
def written_down(image: Path, log: Path) -> Iterator[Path]:
    """A disk to be mounted, over an image, of which everything that is written goes into the log, too."""
    shown = image.with_name("shown")
    shown.touch()
    log.touch()
    nodes = [
        f"driver=file,node-name=image,filename={image}",
        f"driver=file,node-name=log,filename={log}",
        f"driver=blklogwrites,node-name=disk,file=image,log=log,log-sector-size={_SECTOR}",
    ]
    export = f"type=fuse,id=export,node-name=disk,mountpoint={shown},writable=on"
    blocks = [part for node in nodes for part in ("--blockdev", node)]
    with subprocess.Popen(["qemu-storage-daemon", *blocks, "--export", export]) as daemon:
        try:
            deadline = monotonic() + _PATIENCE
            while shown.stat().st_size != _MEGABYTES << 20:
                assert daemon.poll() is None, "qemu-storage-daemon has ended"
                assert monotonic() < deadline, "qemu-storage-daemon shows no disk"
                sleep(0.01)
            yield shown
        finally:
            daemon.terminate()


def entries_in(log: bytes) -> Iterator[Entry]:
    """Read a log; its first sector tells of itself."""
    start = _SECTOR
    while start + _SECTOR <= len(log):
        sector, sectors, flags, _ = _ENTRY.unpack_from(log, start)
        start += _SECTOR
        size = 0 if flags & _DISCARD else sectors * _SECTOR
        yield Entry(sector * _SECTOR, log[start : start + size], bool(flags & _FLUSH), start + size)
        start += size


class ForgetfulDisk:
    """Follows a log entry by entry, and makes what a power cut would leave at that moment."""

    def __init__(self, image: Path) -> None:
        self._lasting = bytearray(image.read_bytes())
        self._since: list[Entry] = []

    def follow(self, entries: Sequence[Entry]) -> None:
        """This was written, and flushed."""
        for entry in entries:
            if entry.is_flush:
                _write(self._lasting, self._since, lambda: True)
                self._since.clear()
            self._since.append(entry)

    def after_cut(self, chance: Random, image: Path) -> None:
        """Write the image as it is found, once the file system was looked after as when a machine starts."""
        kept, left = chance.choice(_KEPT), bytearray(self._lasting)
        _write(left, self._since, lambda: chance.random() < kept)
        image.write_bytes(left)
        # 1 tells that something was put right.
        looked = subprocess.run(["e2fsck", "-p", image], capture_output=True, text=True)
        assert looked.returncode in (0, 1), looked.stdout + looked.stderr


def _write(content: bytearray, entries: Sequence[Entry], is_kept: Callable[[], bool]) -> None:
    for entry in entries:
        for at, data in _pieces(entry):
            if is_kept():
                content[at : at + len(data)] = data


def _pieces(entry: Entry) -> Iterator[tuple[int, bytes]]:
    """Sector by sector, but for ext4's superblock of two: a torn one is ext4's own trouble."""
    start = 0
    while start < len(entry.data):
        at = entry.offset + start
        end = start + (_SUPERBLOCK[1] if at == _SUPERBLOCK[0] else _SECTOR)
        yield at, entry.data[start:end]
        start = end


def _run(*command: str | Path) -> None:
    subprocess.run(command, check=True)
