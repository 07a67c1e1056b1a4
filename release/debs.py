"""Debian's packages for a machine that may be of another kind, as a repository in a folder."""

import hashlib
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from release.targets import Target

_KEYS = "/usr/share/keyrings/debian-archive-keyring.gpg"


def wanted(*lists: Path) -> list[list[str]]:
    """The packages in these lists, each by its names, the newest first."""
    lines = (line for file in lists for line in file.read_text("utf-8").splitlines())
    return [line.split("|") for line in lines if line and not line.startswith("#")]


def fetch_debs(target: Target, packages: Sequence[Sequence[str]], folder: Path) -> None:
    """Put `packages` and all that they depend on into `folder`, with the index that makes it a repository."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(prefix="greeting-kiosk-apt-") as root:
        apt = _Apt(Path(root), target)
        apt.run("apt-get", "update", "-q")
        chosen = [next(name for name in names if apt.knows(name)) for names in packages]
        apt.run(
            *("apt-get", "install", "-qy", "--download-only", "--no-install-recommends"),
            *("-o", f"Dir::Cache::archives={folder.absolute()}", *chosen),
        )
    (folder / "lock").unlink(missing_ok=True)
    (folder / "partial").rmdir()
    (folder / "Packages").write_text("\n".join(_index(folder)), "utf-8")


class _Apt:
    """apt as it would be on a fresh machine of the target's kind, on which nothing is installed."""

    def __init__(self, root: Path, target: Target) -> None:
        for name in ("etc/apt/apt.conf.d", "var/lib/apt/lists/partial", "var/cache/apt/archives/partial"):
            (root / name).mkdir(parents=True)
        status = root / "status"
        status.touch()
        sources = root / "sources.list"
        sources.write_text(f"deb [signed-by={_KEYS}] {_mirror()} {target.suite.name} main\n", "utf-8")
        settings = {
            "Dir::State": root / "var/lib/apt",
            "Dir::State::status": status,
            "Dir::Cache": root / "var/cache/apt",
            "Dir::Etc::sourcelist": sources,
            "Dir::Etc::sourceparts": "-",
            "APT::Architecture": target.arch,
            "APT::Architectures": target.arch,
            "APT::Sandbox::User": "root",
        }
        self._options = [f"-o{name}={value}" for name, value in settings.items()]

    def run(self, command: str, *arguments: str) -> None:
        subprocess.run([command, *self._options, *arguments], check=True, stdout=subprocess.DEVNULL)

    def knows(self, package: str) -> bool:
        """True when there is something to install by this name."""
        command = ["apt-cache", *self._options, "show", package]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _mirror() -> str:
    """Where this machine has its own Debian packages from."""
    command = ["apt-get", "indextargets", "--format", "$(REPO_URI)"]
    chosen = ["Created-By: Packages", "Origin: Debian", "Label: Debian", "Component: main"]
    listed = subprocess.run([*command, *chosen], check=True, capture_output=True, text=True)
    if not listed.stdout:
        raise SystemExit("It is not known where Debian's packages are: “sudo apt-get update” finds it out.")
    return listed.stdout.split()[0]


def _index(folder: Path) -> Iterator[str]:
    for deb in sorted(folder.glob("*.deb")):
        control = subprocess.run(["dpkg-deb", "-f", deb], check=True, capture_output=True, text=True).stdout
        checksum = hashlib.sha256(deb.read_bytes()).hexdigest()
        yield f"{control}Filename: ./{deb.name}\nSize: {deb.stat().st_size}\nSHA256: {checksum}\n"
