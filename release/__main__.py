"""`make release`: a wheel, a source archive, and for each kind of processor one that installs offline."""

import hashlib
import re
import shutil
import subprocess
from argparse import ArgumentParser
from configparser import ConfigParser
from pathlib import Path

from release.debs import fetch_debs, wanted
from release.targets import ARCHES, SUITES, Suite, Target
from release.wheels import build_own, fetch_wheels, lock_file, write_lock, write_locks

ROOT = Path(__file__).parent.parent
SYSTEMD = ROOT / "systemd"
BUILT = ROOT / "build" / "release"
DIST = ROOT / "dist"

_CARRIED = ("README.md", "CHANGELOG.md", "LICENSE", "systemd")
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_LISTS = (SYSTEMD / "packages", SYSTEMD / "packages-cage")


def main() -> None:
    """Lock what is needed anew, or make the archives for the machines chosen."""
    parser = ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("--lock", action="store_true", help="find newer versions and lock their hashes")
    parser.add_argument("--arch", choices=ARCHES, action="append", help="only for this kind of processor")
    names = [suite.name for suite in SUITES]
    parser.add_argument("--suite", choices=names, action="append", help="only for this release of Debian")
    parser.add_argument("--into", type=Path, default=DIST, metavar="FOLDER", help="where the archives go")
    chosen = parser.parse_args()
    if chosen.lock:
        write_locks(requirements(), SYSTEMD)
        return
    suites = [suite for suite in SUITES if suite.name in (chosen.suite or names)]
    chosen.into.mkdir(parents=True, exist_ok=True)
    own = build_own(ROOT, chosen.into)
    for arch in chosen.arch or ARCHES:
        print(pack(own, arch, suites, chosen.into))


def requirements() -> list[str]:
    """What the kiosk itself asks for."""
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    return [need for need in settings["options"]["install_requires"].splitlines() if need]


def pack(own: Path, arch: str, suites: list[Suite], into: Path) -> Path:
    """The archive for one kind of processor, and the file with its hash beside it."""
    version = own.name.split("-")[1]
    name = f"greeting-kiosk-{version}-{arch}"
    folder = BUILT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    carry(folder)
    for suite in suites:
        target = Target(suite, arch)
        wheels = fetch_wheels(target, lock_file(SYSTEMD, suite), folder / "wheels")
        write_lock(wheels, lock_file(folder / "systemd", suite))
        fetch_debs(target, wanted(*_LISTS), folder / "debs" / suite.name)
    shutil.copy2(own, folder / "wheels")
    archive = into / f"{name}.tar"
    # Packages and wheels are compressed already.
    subprocess.run(
        ["tar", "-cf", archive, "--owner=0", "--group=0", "-C", folder.parent, folder.name], check=True
    )
    with archive.open("rb") as whole:
        digest = hashlib.file_digest(whole, "sha256").hexdigest()
    (into / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", "utf-8")
    return archive


def carry(folder: Path) -> None:
    """Put what is read and run as it stands into `folder`: the README, its pictures, the installer."""
    pictures = _PICTURE.findall((ROOT / "README.md").read_text("utf-8"))
    for carried in (*_CARRIED, *pictures):
        (folder / carried).parent.mkdir(parents=True, exist_ok=True)
        copy = shutil.copytree if (ROOT / carried).is_dir() else shutil.copy2
        copy(ROOT / carried, folder / carried)


if __name__ == "__main__":
    main()
