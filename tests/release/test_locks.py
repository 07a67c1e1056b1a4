"""What is locked is what is asked for: a dependency that is added or moved has to be locked as well."""

import re
import tomllib
from collections.abc import Iterator
from configparser import ConfigParser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.__main__ import ROOT
from release.locking import BUILD, DEVELOPMENT, RUNTIME
from release.wheels import add_hashes

LOCKS = ROOT / "requirements"
HASH = re.compile(r" +--hash=sha256:[0-9a-f]{64}")


def settings() -> ConfigParser:
    read = ConfigParser()
    read.read(ROOT / "setup.cfg")
    return read


def needs(text: str) -> list[Requirement]:
    return [Requirement(line) for line in text.splitlines() if line and not line.startswith("#")]


def asked(lock: str) -> list[Requirement]:
    """What the project says that it needs there."""
    runtime = needs(settings()["options"]["install_requires"])
    if lock == RUNTIME:
        return runtime
    if lock == DEVELOPMENT:
        return runtime + needs(settings()["options.extras_require"]["dev"])
    built_with = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"]
    return [Requirement(need) for need in built_with]


def entries(text: str) -> Iterator[tuple[Requirement, list[str]]]:
    """Every requirement of a lock, and its hashes."""
    for entry in re.split(r"\n(?=\S)", text.replace(" \\\n", "\n").rstrip("\n")):
        need, *hashes = entry.split("\n")
        yield Requirement(need), hashes


def pinned(lock: Path) -> dict[str, str]:
    """The version that a lock allows of each."""
    versions = {}
    for need, _ in entries(lock.read_text("utf-8")):
        (specifier,) = need.specifier
        assert specifier.operator == "=="
        versions[str(canonicalize_name(need.name))] = specifier.version
    return versions


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT, BUILD])
def test_everything_asked_for_is_locked_at_a_version_that_is_allowed(lock: str) -> None:
    versions = pinned(LOCKS / lock)
    for need in asked(lock):
        version = versions.get(canonicalize_name(need.name))
        assert version is not None, f"{need} is not locked: run “make lock”"
        assert version in need.specifier, f"{need} is locked at {version}: run “make lock”"


@pytest.mark.parametrize("lock", [RUNTIME, DEVELOPMENT, BUILD])
def test_a_lock_holds_nothing_but_versions_and_hashes(lock: str) -> None:
    told = [(need.name, hashes) for need, hashes in entries((LOCKS / lock).read_text("utf-8"))]
    assert told
    for name, hashes in told:
        assert hashes, name
        assert all(HASH.fullmatch(line) for line in hashes), name


def test_users_and_developers_have_the_same_versions() -> None:
    runtime, development = pinned(LOCKS / RUNTIME), pinned(LOCKS / DEVELOPMENT)
    assert {name: development.get(name) for name in runtime} == runtime


def test_a_wheel_that_was_built_here_is_allowed_beside_its_source(tmp_path: Path) -> None:
    lock, wheel = tmp_path / "lock.txt", tmp_path / "Some_Name-1.2-py3-none-any.whl"
    hashed = " \\\n    --hash=sha256:" + "a" * 64 + "\n"
    lock.write_text(f"some-name==1.2{hashed}other==1.2 ; sys_platform == 'win32'{hashed}")
    wheel.write_bytes(b"built")
    add_hashes([wheel], lock)
    add_hashes([wheel], lock)
    (need, hashes), (_, untouched) = entries(lock.read_text())
    assert (str(need), len(hashes), len(untouched)) == ("some-name==1.2", 2, 1)


def test_a_wheel_of_another_version_than_the_locked_one_is_refused(tmp_path: Path) -> None:
    lock, wheel = tmp_path / "lock.txt", tmp_path / "some_name-1.3-py3-none-any.whl"
    lock.write_text("some-name==1.2 \\\n    --hash=sha256:" + "a" * 64 + "\n")
    wheel.write_bytes(b"built")
    with pytest.raises(LookupError, match=re.escape("some-name==1.3")):
        add_hashes([wheel], lock)
