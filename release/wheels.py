"""Wheels, each known by its hash."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from release.targets import Target

_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]


def fetch_wheels(target: Target, lock: Path, folder: Path) -> list[Path]:
    """Put what is locked into `folder` as wheels for `target`; pip checks every hash.

    Returns those that were built here, since they are published as source alone: with the tools that are
    locked, too.
    """
    with TemporaryDirectory(prefix="greeting-kiosk-wheels-") as name:
        fetched = Path(name)
        from_the_lock = ("--no-deps", "--require-hashes", "--no-build-isolation", "--requirement", lock)
        _pip("download", "--dest", fetched, *from_the_lock, *target.pip_options())
        folder.mkdir(parents=True, exist_ok=True)
        built = []
        for source in sorted(fetched.glob("*.tar.gz")):
            built.append(folder / _build(source, fetched).name)
            source.unlink()
        for wheel in fetched.iterdir():
            shutil.copy2(wheel, folder)
        return built


def add_hashes(wheels: Iterable[Path], lock: Path) -> None:
    """Let a lock allow these wheels, too, of versions that stand in it."""
    for wheel in wheels:
        _add_hash("==".join(_name(wheel)), hashlib.sha256(wheel.read_bytes()).hexdigest(), lock)


def build_own(source: Path, folder: Path) -> Path:
    """Put the kiosk's own wheel and its source archive into `folder`; returns the wheel."""
    with TemporaryDirectory(prefix="greeting-kiosk-build-") as name:
        subprocess.run(
            [sys.executable, "-m", "build", "--no-isolation", "--quiet", "--outdir", name, source],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for built in Path(name).iterdir():
            shutil.copy2(built, folder)
        return next(folder / wheel.name for wheel in Path(name).glob("*.whl"))


def _build(source: Path, folder: Path) -> Path:
    before = set(folder.glob("*.whl"))
    _pip("wheel", "--no-deps", "--no-build-isolation", "--use-pep517", "--wheel-dir", folder, source)
    return (set(folder.glob("*.whl")) - before).pop()


def _pip(*arguments: str | Path) -> None:
    subprocess.run([*_PIP, *arguments], check=True)


def _add_hash(pin: str, digest: str, lock: Path) -> None:
    text, line = lock.read_text("utf-8"), f"    --hash=sha256:{digest}"
    first = re.search(rf"^{re.escape(pin)}\b.*\\\n", text, re.MULTILINE)
    if first is None:
        raise LookupError(f"{pin} is not locked in {lock}")
    if line not in text:
        lock.write_text(f"{text[: first.end()]}{line} \\\n{text[first.end() :]}", "utf-8")


def _name(file: Path) -> tuple[str, str]:
    """The name, as registries write it, and the version of what a wheel holds."""
    name, version = file.name.split("-")[:2]
    return re.sub("[-_.]+", "-", name).lower(), version
