"""A stick that is plugged in, in a tree that is shaped like the root of a machine."""

from pathlib import Path


def plug_in_stick(root: Path, name: str = "KIOSK") -> Path:
    """Mount a stick of this name, and return the folder of what lies on it."""
    disk = root / "sys/devices/usb1/1-1/block/sda"
    (disk / "sda1").mkdir(parents=True)
    (disk / "removable").write_text("1\n")
    (root / "sys/class/block").mkdir(parents=True)
    (root / "sys/class/block/sda1").symlink_to(disk / "sda1")
    (root / "proc/self").mkdir(parents=True)
    (root / "proc/self/mounts").write_text(f"/dev/sda1 /media/{name} vfat rw 0 0\n")
    stick = root / "media" / name
    stick.mkdir(parents=True)
    return stick
