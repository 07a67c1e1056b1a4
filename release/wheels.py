"""Wheels, each known by its hash."""

import hashlib
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from release.targets import ARCHES, SUITES, Suite, Target

_PIP = [sys.executable, "-m", "pip", "--disable-pip-version-check", "-q"]


def lock_file(folder: Path, suite: Suite) -> Path:
    """Where the hashes for a Debian release's Python stand."""
    return folder / f"requirements-python{suite.python}.txt"


def write_locks(requirements: Sequence[str], folder: Path) -> None:
    """Find the newest of what these and all below them need, for every target, and lock it by its hashes."""
    with TemporaryDirectory(prefix="greeting-kiosk-lock-") as name:
        built = Path(name) / "built"
        sources = [source for need in requirements for source in _source_of(need, Path(name) / "sources")]
        for source in sources:
            _build(source, built)
        for suite in SUITES:
            found: set[Path] = set(sources)
            for arch in ARCHES:
                wheels = Path(name) / f"{suite.name}-{arch}"
                _pip(
                    *("download", "--dest", wheels, "--only-binary=:all:", "--find-links", built),
                    *(*Target(suite, arch).pip_options(), *requirements),
                )
                found |= {wheel for wheel in wheels.iterdir() if not (built / wheel.name).exists()}
            lock_file(folder, suite).write_text("".join(_lines(found)), "utf-8")


def fetch_wheels(target: Target, lock: Path, folder: Path) -> list[Path]:
    """Put what is locked into `folder` as wheels for `target`; pip checks every hash. Returns them."""
    with TemporaryDirectory(prefix="greeting-kiosk-wheels-") as name:
        fetched = Path(name)
        _pip(
            *("download", "--dest", fetched, "--no-deps", "--require-hashes", "--requirement", lock),
            *target.pip_options(),
        )
        for source in fetched.glob("*.tar.gz"):
            _build(source, fetched)
            source.unlink()
        folder.mkdir(parents=True, exist_ok=True)
        return sorted(Path(shutil.copy2(wheel, folder)) for wheel in fetched.iterdir())


def write_lock(wheels: Iterable[Path], file: Path) -> None:
    """Lock exactly these files."""
    file.write_text("".join(_lines(set(wheels))), "utf-8")


def build_own(source: Path, folder: Path) -> Path:
    """Put the kiosk's own wheel and its source archive into `folder`; returns the wheel."""
    with TemporaryDirectory(prefix="greeting-kiosk-build-") as name:
        subprocess.run(
            [sys.executable, "-m", "build", "--quiet", "--outdir", name, source],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        for built in Path(name).iterdir():
            shutil.copy2(built, folder)
        return next(folder / wheel.name for wheel in Path(name).glob("*.whl"))


def _source_of(requirement: str, folder: Path) -> list[Path]:
    """The source of what is published without any wheel; nothing for all others."""
    target = Target(SUITES[0], ARCHES[0])
    wheel_only = ("--no-deps", "--only-binary=:all:", "--dest", folder / "unused")
    try:
        _pip("download", *wheel_only, *target.pip_options(), requirement, quietly=True)
    except subprocess.CalledProcessError:
        _pip("download", "--no-deps", "--no-binary=:all:", "--dest", folder, requirement)
        return sorted(folder.glob("*.tar.gz"))
    return []


def _build(source: Path, folder: Path) -> Path:
    before = set(folder.glob("*.whl"))
    _pip("wheel", "--no-deps", "--wheel-dir", folder, source)
    return (set(folder.glob("*.whl")) - before).pop()


def _pip(*arguments: str | Path, quietly: bool = False) -> None:
    subprocess.run([*_PIP, *arguments], check=True, capture_output=quietly)


def _lines(files: set[Path]) -> Iterator[str]:
    """Requirements with the hashes of all their files, as pip reads them."""
    hashes: dict[str, set[str]] = {}
    for file in files:
        name, version = _name(file)
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        hashes.setdefault(f"{name}=={version}", set()).add(f" \\\n    --hash=sha256:{digest}")
    for requirement, digests in sorted(hashes.items()):
        yield f"{requirement}{''.join(sorted(digests))}\n"


def _name(file: Path) -> tuple[str, str]:
    """The name, as registries write it, and the version of what a wheel or a source archive holds."""
    name, version = file.name.removesuffix(".tar.gz").split("-")[:2]
    return re.sub("[-_.]+", "-", name).lower(), version
