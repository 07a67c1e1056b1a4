"""The key for copies that leave the machine: shown once, kept nowhere, and never replaced unasked."""

import os
import re
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.new_key import _why_not_there
from kiosk.encryption.keys import SecretKey
from kiosk.encryption.words import key_of, words_of
from kiosk.settings import read
from tests.machine.test_sticks import pi
from tests.terminal import Terminal, kiosk_at_a_terminal

__all__ = ["pi"]

SECRET = bytes(range(32))
KEY = SecretKey.from_bytes(SECRET)
NUMBERED = re.compile(r"(\d+)\. ([a-z]+)")
CODE = re.compile("[ ▀▄█]{20,}")


def backup_key(config: Path, *more: str) -> Terminal:
    return kiosk_at_a_terminal("--config", config, "backup-key", *more)


def shown_words(terminal: Terminal) -> list[str]:
    terminal.until("Write the words down")
    words = {int(n): word for n, word in NUMBERED.findall(terminal.shown)}
    return [words[n] for n in sorted(words)]


def answer_the_check(terminal: Terminal, words: list[str]) -> None:
    asked = terminal.until(r"Type word (\d+) as it stands on the paper: ")
    terminal.types(words[int(asked[1]) - 1])


def take_a_new_key(terminal: Terminal) -> list[str]:
    """Choose a new key without a page; returns its words, for one of which is asked now."""
    terminal.until("later”: ")
    terminal.types("")
    words = shown_words(terminal)
    terminal.until("for none: ")
    terminal.types("")
    return words


def make_a_key(config: Path) -> tuple[SecretKey, str]:
    """Answer everything; returns the key, and what was on the screen."""
    with backup_key(config) as terminal:
        words = take_a_new_key(terminal)
        answer_the_check(terminal, words)
        assert terminal.ends() == 0
        return key_of(words), terminal.shown


def test_a_new_key_is_shown_and_its_public_half_goes_into_the_settings(config: Path) -> None:
    before = config.read_text()
    key, shown = make_a_key(config)
    settings = read(config)
    assert settings.backup.key == key.public
    assert settings.card_patterns
    assert len(CODE.findall(shown)) > 15
    # All that was there before still is, comments and all; the secret half is nowhere.
    assert config.read_text().startswith(before.rstrip())
    for file in config.parent.iterdir():
        assert key.code.encode() not in file.read_bytes()
    # The screen is cleared behind it, with what has scrolled off.
    _, cleared, after = shown.partition("\x1b[3J")
    assert cleared
    assert key.public in after
    assert not set(NUMBERED.findall(after))


def test_nothing_is_changed_before_the_words_are_on_paper(config: Path) -> None:
    before = config.read_bytes()
    with backup_key(config) as terminal:
        words = take_a_new_key(terminal)
        asked = terminal.until(r"Type word (\d+) as")
        terminal.types(words[int(asked[1]) % len(words)] + "x")
        terminal.until("That is another word")
        terminal.until("Type word")
        assert terminal.interrupts() == 130
        assert "Nothing was changed. Words that were shown are those of no key" in terminal.shown
    assert config.read_bytes() == before
    # It can be done again.
    key, _ = make_a_key(config)
    assert read(config).backup.key == key.public


def test_a_page_that_is_there_already_is_used_again(config: Path) -> None:
    with backup_key(config) as terminal:
        terminal.until("later”: ")
        terminal.types("words")
        terminal.until("Word 1 of 24: ")
        terminal.types(" ".join(words_of(SECRET)))
        assert terminal.ends() == 0
        assert words_of(SECRET)[3] not in terminal.shown.split()
    assert read(config).backup.key == KEY.public


def test_it_can_wait(config: Path) -> None:
    before = config.read_bytes()
    with backup_key(config) as terminal:
        terminal.until("later”: ")
        terminal.types("later")
        assert terminal.ends() == 0
        assert "“sudo kiosk backup-key” makes a key later" in terminal.shown
    assert config.read_bytes() == before


def test_the_key_of_another_counter_is_taken_without_a_question(
    kiosk: Callable[..., Any], config: Path
) -> None:
    ran = kiosk("backup-key", KEY.public)
    assert (ran.status, read(config).backup.key) == (0, KEY.public)
    assert KEY.public in ran.out
    assert kiosk("backup-key", KEY.public).out == "Nothing was changed.\n"


def test_another_key_is_asked_for_and_the_older_words_are_needed_on(
    kiosk: Callable[..., Any], config: Path
) -> None:
    kiosk("backup-key", KEY.public)
    with backup_key(config) as terminal:
        terminal.until("opened by its own words: that page has to stay in the safe")
        terminal.until("yes/no")
        terminal.types("")
        assert terminal.ends() == 0
    with backup_key(config) as terminal:
        terminal.until("yes/no")
        terminal.types("yes")
        terminal.until("later”: ")
        terminal.types("later")
        assert terminal.ends() == 0
        assert terminal.shown.endswith("Nothing was changed.\r\n")
    assert read(config).backup.key == KEY.public
    with backup_key(config) as terminal:
        terminal.until("yes/no")
        terminal.types("yes")
        terminal.until("later”: ")
        terminal.types(SecretKey.from_bytes(bytes(32)).public)
        assert terminal.ends() == 0
    assert read(config).backup.key == SecretKey.from_bytes(bytes(32)).public


@pytest.mark.parametrize("wrong", ["age1qqqq", KEY.code, "/dev/null"])
def test_what_is_no_public_half_is_refused_and_never_repeated(
    wrong: str, refused: Callable[..., str], config: Path
) -> None:
    before = config.read_bytes()
    sentence = refused("backup-key", wrong)
    assert "This is not the public half of a key" in sentence
    assert wrong not in sentence
    assert config.read_bytes() == before


def test_the_words_are_shown_at_a_terminal_alone(refused: Callable[..., str], config: Path) -> None:
    assert refused("backup-key").startswith("The words are shown at a terminal, and nowhere else.")


def test_the_settings_keep_their_rights(kiosk: Callable[..., Any], config: Path) -> None:
    config.chmod(0o640)
    kiosk("backup-key", KEY.public)
    assert stat.S_IMODE(config.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", '[backup]\nkey = "KEY"\n'),
        ("# ours\n[backup]\nusb = true # yes\n", '# ours\n[backup]\nusb = true # yes\nkey = "KEY"\n'),
        ('[backup]\nkey = "" # none\n[sound]\n', '[backup]\nkey = "KEY" # none\n[sound]\n'),
        ("backup.usb = false\n", 'backup.usb = false\nbackup.key = "KEY"\n'),
        ("backup = { usb = false }\r\n", 'backup = { usb = false , key = "KEY"}\r\n'),
    ],
)
def test_a_line_is_added_wherever_it_belongs_and_no_other_is_touched(
    before: str, after: str, kiosk: Callable[..., Any], config: Path
) -> None:
    config.write_bytes(before.encode())
    assert kiosk("backup-key", KEY.public).status == 0
    assert re.sub(r"\s+", "", config.read_bytes().decode()) == re.sub(
        r"\s+", "", after.replace("KEY", KEY.public)
    )
    assert read(config).backup.key == KEY.public


def test_where_there_is_no_settings_file_it_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from kiosk import cli
    from kiosk.commands import backup_key as command

    for module in (cli, command):
        monkeypatch.setattr(module, "find_file", lambda _chosen: None)
    assert cli.main(["backup-key", KEY.public]) == 1
    assert "There is no settings file" in capsys.readouterr().err


def test_a_page_goes_to_a_stick_that_has_no_copies(pi: Path, tmp_path: Path) -> None:
    stick = pi / "media/greeting-kiosk/MY STICK"
    stick.mkdir(parents=True)
    assert _why_not_there(stick / "page.pdf", pi) == ""
    (stick / "out").symlink_to(tmp_path)
    for elsewhere in (tmp_path / "page.pdf", stick / "../page.pdf", stick / "out/page.pdf", Path("page.pdf")):
        assert "this machine must not keep the page" in _why_not_there(elsewhere, pi)
    (stick / "greeting-kiosk-backups").mkdir()
    assert "has copies, which the page would open" in _why_not_there(stick / "page.pdf", pi)


def test_where_no_page_is_wanted_elsewhere_the_question_comes_again(config: Path) -> None:
    with backup_key(config) as terminal:
        terminal.until("later”: ")
        terminal.types("")
        words = shown_words(terminal)
        terminal.until("for none: ")
        terminal.types(str(config.parent / "page.pdf"))
        terminal.until("this machine must not keep the page")
        terminal.until("for none: ")
        terminal.types("")
        answer_the_check(terminal, words)
        assert terminal.ends() == 0
    assert not os.path.lexists(config.parent / "page.pdf")
