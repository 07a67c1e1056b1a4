"""`make release`: a wheel, a source archive, and for each kind of processor one that installs offline."""

import re
import shutil
import subprocess
from argparse import ArgumentParser
from pathlib import Path

from release.debs import fetch_debs, wanted
from release.locking import RUNTIME, write_locks
from release.signing import sign, write_digest, write_signers
from release.targets import ARCHES, SUITES, Suite, Target
from release.wheels import add_hashes, build_own, fetch_wheels

ROOT = Path(__file__).parent.parent
SYSTEMD = ROOT / "systemd"
LOCK = Path("requirements") / RUNTIME
BUILT = ROOT / "build" / "release"
DIST = ROOT / "dist"

_CARRIED = ("README.md", "CHANGELOG.md", "LICENSE", "systemd", str(LOCK))
_PICTURE = re.compile(r"!\[[^]]*\]\(([^)]+)\)")
_LISTS = tuple(SYSTEMD / name for name in ("packages", "packages-x11", "packages-cage"))


def main() -> None:
    """Lock what is needed anew, or make the archives for the machines chosen."""
    parser = ArgumentParser(prog="python -m release", description=__doc__)
    parser.add_argument("--lock", action="store_true", help="find newer versions and lock their hashes")
    parser.add_argument("--arch", choices=ARCHES, action="append", help="only for this kind of processor")
    names = [suite.name for suite in SUITES]
    parser.add_argument("--suite", choices=names, action="append", help="only for this release of Debian")
    parser.add_argument("--sign-with", type=Path, metavar="KEY", help="sign with this key of ssh-keygen")
    parser.add_argument("--into", type=Path, default=DIST, metavar="FOLDER", help="where the archives go")
    chosen = parser.parse_args()
    if chosen.lock:
        write_locks(ROOT)
        return
    suites = [suite for suite in SUITES if suite.name in (chosen.suite or names)]
    chosen.into.mkdir(parents=True, exist_ok=True)
    own = build_own(ROOT, chosen.into)
    for arch in chosen.arch or ARCHES:
        archive = pack(own, arch, suites, chosen.into, chosen.sign_with)
        print(archive if chosen.sign_with else f"{archive} (not signed: --sign-with KEY does)")


def pack(own: Path, arch: str, suites: list[Suite], into: Path, key: Path | None = None) -> Path:
    """The archive for one kind of processor; beside it lie its hash and, with a key, its signature."""
    version = own.name.split("-")[1]
    name = f"greeting-kiosk-{version}-{arch}"
    folder = BUILT / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    carry(folder)
    for suite in suites:
        target = Target(suite, arch)
        add_hashes(fetch_wheels(target, ROOT / LOCK, folder / "wheels"), folder / LOCK)
        fetch_debs(target, wanted(*_LISTS), folder / "debs" / suite.name)
    shutil.copy2(own, folder / "wheels")
    if key is not None:
        write_signers(key, folder / "systemd")
    archive = into / f"{name}.tar"
    # Packages and wheels are compressed already.
    subprocess.run(
        ["tar", "-cf", archive, "--owner=0", "--group=0", "-C", folder.parent, folder.name], check=True
    )
    write_digest(archive)
    if key is not None:
        sign(archive, key)
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
