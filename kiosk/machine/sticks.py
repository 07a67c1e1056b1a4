"""USB sticks that are mounted: found among the mounted file systems, without any rights."""

import os
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

ON_A_STICK = "greeting-kiosk-backups"
"""The folder on a stick that the shop's copies go to."""

_OF_THE_SHOP = "KIOSK"
"""The name of a stick for the shop's copies, on which there may be none yet, and for its lists."""

_PLACES = ("/media", "/run/media", "/mnt")
_KINDS = ("vfat", "exfat", "ext2", "ext3", "ext4", "btrfs", "f2fs", "xfs", "ntfs3", "fuseblk")
_ESCAPED = re.compile(r"\\([0-7]{3})")


def sticks(root: Path = Path("/")) -> list[Path]:
    """Where sticks are mounted, in the order of their names. `root` holds proc and sys."""
    return sorted(root / place.lstrip("/") for place in _mounted(root))


def of_the_shop(root: Path = Path("/")) -> list[Path]:
    """Those that are named for the shop."""
    return [stick for stick in sticks(root) if stick.name == _OF_THE_SHOP]


def may_be_given_away(stick: Path) -> bool:
    """True where a page may be taken along on it: it can be written, and is not for the shop's copies."""
    is_for_copies = stick.name == _OF_THE_SHOP or (stick / ON_A_STICK).exists()
    return not is_for_copies and os.access(stick, os.W_OK)


def _mounted(root: Path) -> Iterator[str]:
    for line in _read(root / "proc/self/mounts").splitlines():
        device, place, kind, *_ = [*map(_unescape, line.split()), "", "", ""]
        stands_there = any(PurePosixPath(place).is_relative_to(folder) for folder in _PLACES)
        if stands_there and kind in _KINDS and _is_on_usb(root, PurePosixPath(device).name):
            yield place


def _is_on_usb(root: Path, device: str) -> bool:
    """Whether a block device, or the disk it is a part of, hangs on USB or can be taken out."""
    found = root / "sys/class/block" / device
    if not found.exists():
        return False
    disk = found.resolve()
    removable = _read(disk / "removable") or _read(disk.parent / "removable")
    return removable.strip() == "1" or any(part.startswith("usb") for part in disk.parts)


def _unescape(text: str) -> str:
    """The kernel writes spaces and the like as three octal digits."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 8)), text)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", errors="replace")
    except OSError:
        return ""
