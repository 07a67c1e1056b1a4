"""What is carried to the shop: a bare Debian on a disk, and the kiosk on another."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from release.targets import Target
from tests.appliance.image import bare_root, make_disk
from tests.appliance.releases import bring, bring_clone
from tests.appliance.table import Table

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "appliance"
OFFSCREEN = BUILD / "offscreen"


@dataclass(frozen=True)
class Brought:
    """The files of the bare Debian, its disk, and the disk of the technician; `arch` is its processor.

    `install` is the command that installs the kiosk, and `is_clone` tells that it needs a network for that.
    """

    root: Path
    disk: Path
    other_disk: Path
    install: str
    is_clone: bool
    arch: str


def bring_all(table: Table, archives: Path, target: Target, *, is_clone: bool) -> Brought:
    """Make it ready, and the pictures that the glass should look like."""
    what = f"{target.suite.name}, {target.arch}"
    with table.step(f"a bare Debian ({what}) is made, and two releases are unpacked"):
        root, folder = bare_root(BUILD, target), BUILD / "brought"
        bring(archives, target.arch, ROOT, folder)
        install = "/mnt/brought/release/systemd/install"
        if is_clone:
            bring_clone(ROOT, folder)
            install = "PIP_CERT=/mnt/brought/certificates.pem /mnt/brought/clone/systemd/install"
        disk = make_disk(root, BUILD / "disk.img", 4096)
        other = make_disk(folder, BUILD / "brought.img", 1536)
    with table.step("the same screens are drawn without a display"):
        OFFSCREEN.mkdir(exist_ok=True)
        command = [sys.executable, "-m", "tests.appliance.offscreen", str(OFFSCREEN)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return Brought(root, disk, other, install, is_clone, target.arch)
