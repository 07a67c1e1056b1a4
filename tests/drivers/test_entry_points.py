"""A profile that another package brings along."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from drivers.profiles import UnknownProfile, names, profile_named

PACKAGE = """
from drivers.framing import Ending, Framer
from drivers.line_session import LineSession
from drivers.profile import Example, Profile

EXAMPLE = Example(b"{sent}", "LOY-1")

def session(line):
    return LineSession(Framer(Ending.CR, line.gap))

PROFILE = Profile("acme", "Acme", session, (EXAMPLE,))
"""
RIGHT, WRONG = r"LOY-1\r", "LOY-1;"


def bring_along(folder: Path, sent: str = RIGHT) -> None:
    """Install a package there that names its profile, as pip would."""
    about = folder / "acme_scanner-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-scanner\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[greeting_kiosk.scanners]\nacme = acme_scanner:PROFILE\n")
    (folder / "acme_scanner.py").write_text(PACKAGE.format(sent=sent))


def contract_suite(folder: Path, tmp_path: Path) -> "subprocess.CompletedProcess[str]":
    """Run it from outside, as the author of that package would."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--pyargs",
            "drivers.contract",
            "-k",
            "acme",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(Path(__file__).parents[2])])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_it_can_be_set_like_any_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_along(tmp_path / "site")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert "acme" in names()
    assert profile_named("acme").title == "Acme"
    profile_named.cache_clear()


def test_one_that_keeps_the_contract_passes_its_suite(tmp_path: Path) -> None:
    bring_along(tmp_path / "site")
    done = contract_suite(tmp_path / "site", tmp_path)
    assert done.returncode == 0, done.stdout
    assert " passed" in done.stdout


def test_one_that_does_not_keep_it_fails(tmp_path: Path) -> None:
    bring_along(tmp_path / "site", sent=WRONG)
    done = contract_suite(tmp_path / "site", tmp_path)
    assert done.returncode == 1
    assert "test_what_comes_at_once_is_read[acme-LOY-1]" in done.stdout


def test_it_takes_the_place_of_none_that_is_built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bring_along(tmp_path / "site")
    entries = tmp_path / "site" / "acme_scanner-1.0.dist-info" / "entry_points.txt"
    entries.write_text("[greeting_kiosk.scanners]\nplain = acme_scanner:PROFILE\n")
    monkeypatch.syspath_prepend(tmp_path / "site")
    assert profile_named("plain").title != "Acme"
    with pytest.raises(UnknownProfile):
        profile_named("acme")
