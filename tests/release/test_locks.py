"""What is locked is what the kiosk asks for: a dependency that is added or moved has to be locked as well."""

import re
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from release.__main__ import SYSTEMD, requirements
from release.targets import SUITES, Suite
from release.wheels import lock_file, write_lock

_PINNED = re.compile(
    r"^(?P<name>\S+)==(?P<version>\S+)(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.M
)


def pinned(lock: Path) -> dict[str, str]:
    """The versions that a lock allows, by name."""
    return {found["name"]: found["version"] for found in _PINNED.finditer(lock.read_text("utf-8"))}


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_everything_asked_for_is_locked_at_a_version_that_is_allowed(suite: Suite) -> None:
    versions = pinned(lock_file(SYSTEMD, suite))
    for need in map(Requirement, requirements()):
        version = versions.get(canonicalize_name(need.name))
        assert version is not None, f"{need} is not locked: run “make lock”"
        assert version in need.specifier, f"{need} is locked at {version}: run “make lock”"


@pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.name)
def test_a_lock_holds_nothing_but_versions_and_hashes(suite: Suite) -> None:
    text = lock_file(SYSTEMD, suite).read_text("utf-8")
    assert _PINNED.sub("", text).strip() == ""


def test_a_lock_is_written_from_files_by_their_names_and_contents(tmp_path: Path) -> None:
    files = [tmp_path / "Some_Name-1.2-py3-none-any.whl", tmp_path / "some.name-1.2.tar.gz"]
    for file in files:
        file.write_text(file.name)
    write_lock(files, tmp_path / "lock.txt")
    assert pinned(tmp_path / "lock.txt") == {"some-name": "1.2"}
    assert (tmp_path / "lock.txt").read_text().count("--hash=") == 2
