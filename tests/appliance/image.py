"""Disks: a bare Debian, as small as it comes, and a second one with what the technician brings."""

import subprocess
from pathlib import Path

from release.targets import Target

_BARE = (
    *("systemd-sysv", "udev", "dbus", "kmod", "procps", "iproute2"),
    *("initramfs-tools", "qemu-guest-agent"),
)


def bare_root(folder: Path, target: Target) -> Path:
    """The files of a Debian on which nothing of the kiosk has ever been; made once, which takes minutes."""
    root = folder / f"{target.suite.name}-{target.arch}"
    packages = ",".join((*_BARE, f"linux-image-{target.arch}"))
    if not (root / "complete").exists():
        options = ("--variant=minbase", f"--arch={target.arch}", f"--include={packages}")
        subprocess.run(
            ["debootstrap", *options, target.suite.name, root], check=True, stdout=subprocess.DEVNULL
        )
        for cached in root.glob("var/cache/apt/archives/*.deb"):
            cached.unlink()
        (root / "etc/fstab").write_text("/dev/vda / ext4 errors=remount-ro 0 1\n")
        (root / "etc/hostname").write_text("counter\n")
        (root / "complete").touch()
    return root


def make_disk(root: Path, file: Path, megabytes: int) -> Path:
    """A disk with these files on it, made without mounting anything."""
    file.unlink(missing_ok=True)
    subprocess.run(
        ["mke2fs", "-q", "-t", "ext4", "-d", str(root), str(file), f"{megabytes}M"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return file


def make_stick(file: Path, name: str) -> Path:
    """A USB stick as they are sold, with a name of its own."""
    file.unlink(missing_ok=True)
    subprocess.run(
        ["mkfs.vfat", "-C", "-n", name, str(file), str(64 * 1024)], check=True, capture_output=True
    )
    return file
