"""Paper: by a printer that is set up, else as a file."""

import re
from pathlib import Path

import pytest

from kiosk.heartbeat import BEATS
from kiosk.locale import Speech
from kiosk.paper.printing import PATIENCE, discard_page, print_page

UNIT = Path(__file__).parents[2] / "systemd" / "greeting-kiosk.service"

PAGE = b"%PDF-1.7 a page"
SAVED = "No printer is set up. The page is in "


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is searched for the print service’s commands before any other."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")
    return folder


def command(folder: Path, name: str, does: str) -> None:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{does}\n")
    file.chmod(0o755)


def test_a_printer_that_is_set_up_gets_the_page(commands: Path, tmp_path: Path, words: Speech) -> None:
    command(commands, "lpstat", "echo system default destination: Counter")
    command(commands, "lp", f"cat > {tmp_path}/printed")
    assert print_page(PAGE, "briefing", words, tmp_path) == "It is on its way to the printer."
    assert (tmp_path / "printed").read_bytes() == PAGE
    assert not (tmp_path / "briefing.pdf").exists()


def test_a_printer_is_found_in_whatever_language_the_machine_speaks(
    commands: Path, tmp_path: Path, words: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    command(commands, "lpstat", '[ "$LC_ALL" = C ] && echo system default destination: Counter')
    command(commands, "lp", "cat")
    assert print_page(PAGE, "briefing", words, tmp_path) == "It is on its way to the printer."


@pytest.mark.parametrize(
    ("lpstat", "lp"),
    [("echo no system default destination", "cat"), ("exit 1", "cat"), ("echo destination: x", "exit 1")],
    ids=["no printer", "no print service", "the printer refuses"],
)
def test_otherwise_the_page_is_saved(
    lpstat: str, lp: str, commands: Path, tmp_path: Path, words: Speech
) -> None:
    command(commands, "lpstat", lpstat)
    command(commands, "lp", lp)
    file = tmp_path / "papers" / "briefing.pdf"
    assert print_page(PAGE, "briefing", words, file.parent) == f"{SAVED}{file}"
    assert file.read_bytes() == PAGE


def test_a_print_service_that_hangs_is_given_up_before_the_watchdog_takes_the_kiosk_for_dead() -> None:
    found = re.search(r"^WatchdogSec=(\d+)$", UNIT.read_text(), re.MULTILINE)
    assert found is not None
    watchdog = int(found[1])
    is_asked, prints = PATIENCE, PATIENCE
    assert is_asked + prints + 2 * watchdog / BEATS < watchdog


def test_a_page_that_cannot_be_saved_is_told_calmly(commands: Path, tmp_path: Path, words: Speech) -> None:
    command(commands, "lpstat", "exit 1")
    (tmp_path / "file").write_text("not a folder")
    assert "could not be saved" in print_page(PAGE, "briefing", words, tmp_path / "file")


def test_what_was_saved_can_be_removed_again(
    words: Speech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    print_page(PAGE, "mine", words, tmp_path)
    print_page(PAGE, "briefing", words, tmp_path)
    discard_page("mine", tmp_path)
    discard_page("mine", tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["briefing.pdf"]


def test_a_page_that_cannot_be_removed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.pdf").write_bytes(PAGE)

    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    assert discard_page("mine", tmp_path) == tmp_path / "mine.pdf"
    assert discard_page("nobody’s", tmp_path) is None


def test_what_somebody_keeps_under_that_name_is_neither_written_over_nor_removed(
    words: Speech, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    (tmp_path / "mine.pdf").write_text("no page at all")
    assert "could not be saved" in print_page(PAGE, "mine", words, tmp_path)
    discard_page("mine", tmp_path)
    assert (tmp_path / "mine.pdf").read_text() == "no page at all"
