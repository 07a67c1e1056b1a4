"""Copies that leave the machine are encrypted, and come back with the words or the code from the safe."""

import os
import platform
import shutil
import stat
import subprocess
import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from drivers.replay import PretendScanner
from kiosk.cli import main
from kiosk.commands import CommandError
from kiosk.commands.backups import backup
from kiosk.commands.restoring import restore
from kiosk.encryption.keys import SecretKey
from kiosk.encryption.words import words_of
from kiosk.settings import read
from kiosk.storage.file.copies import copies_in, is_good, make_encrypted_copy
from kiosk.storage.file.database import Database
from kiosk.storage.file.encrypted import is_encrypted
from tests.machine.test_sticks import pi
from tests.terminal import kiosk_at_a_terminal

__all__ = ["pi"]

Kiosk = Callable[..., Any]
SECRET = bytes(range(32))
KEY, WORDS = SecretKey.from_bytes(SECRET), words_of(SECRET)


@pytest.fixture
def stick(pi: Path) -> Path:
    """The folder of this machine's copies on a stick."""
    return pi / "media/greeting-kiosk/MY STICK/greeting-kiosk-backups" / platform.node()


@pytest.fixture
def with_key(config: Path) -> Path:
    config.write_text(f'{config.read_text()}\n[backup]\nkey = "{KEY.public}"\n')
    return config


@pytest.fixture
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder outside of the kiosk's own."""
    return tmp_path_factory.mktemp("elsewhere")


@pytest.fixture
def copy(shop: Database, with_key: Path, kiosk: Kiosk, elsewhere: Path) -> Path:
    """An encrypted copy of the shop, which is lost after it."""
    shop.close()
    assert kiosk("backup", elsewhere / "copy.db").status == 0
    (with_key.parent / "kiosk.db").unlink()
    return elsewhere / "copy.db.age"


def restored(config: Path, copy: Path, typed: str) -> "subprocess.CompletedProcess[str]":
    """`kiosk restore`, with this on its standard input."""
    command = [sys.executable, "-m", "kiosk", "--config", str(config), "restore", str(copy)]
    return subprocess.run(command, input=typed, capture_output=True, text=True, check=False)


def test_at_night_the_stick_gets_an_encrypted_copy_and_this_machine_a_plain_one(
    shop: Database, with_key: Path, pi: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backup(read(with_key), Namespace(file=None), pi) == 0
    (own,) = copies_in([with_key.parent / "backups"], with_key.parent / "kiosk.db")
    (theirs,) = copies_in([stick], with_key.parent / "kiosk.db")
    assert (own.is_encrypted, theirs.is_encrypted) == (False, True)
    assert (own.number, own.made_on) == (theirs.number, theirs.made_on)
    assert f"and encrypted at {theirs.file} on the USB stick; both have passed" in capsys.readouterr().out


def test_what_stays_on_the_machine_can_be_read_by_its_account_alone(
    shop: Database, with_key: Path, pi: Path, stick: Path
) -> None:
    before = os.umask(0)
    try:
        main(["--config", str(with_key), "backup"])
    finally:
        os.umask(before)
    folder = with_key.parent / "backups"
    (copy,) = folder.iterdir()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600


def test_a_stick_that_takes_nothing_is_told_and_the_copy_is_there(
    shop: Database, with_key: Path, pi: Path, stick: Path
) -> None:
    stick.parent.parent.mkdir(parents=True)
    stick.parent.write_text("a file where the folder should be")
    with pytest.raises(CommandError, match=r"^The copy is at .*, but none is on the USB stick\. .*\.$"):
        backup(read(with_key), Namespace(file=None), pi)


def test_without_a_key_the_stick_gets_a_plain_copy_as_before(
    shop: Database, config: Path, pi: Path, stick: Path
) -> None:
    backup(read(config), Namespace(file=None), pi)
    assert [one.is_encrypted for one in copies_in([stick], config.parent / "kiosk.db")] == [False]


def test_a_backup_to_a_file_elsewhere_is_encrypted_and_says_what_it_is_called(
    shop: Database, with_key: Path, kiosk: Kiosk, elsewhere: Path
) -> None:
    ran = kiosk("backup", elsewhere / "copy.db")
    made = elsewhere / "copy.db.age"
    assert (ran.status, ran.out) == (0, f"The backup is encrypted at {made} and has passed its check.\n")
    assert is_encrypted(made)
    assert {file.name for file in elsewhere.iterdir()} == {"copy.db.age", "copy.db.age.sha256"}
    assert kiosk("backup", elsewhere / "other.age").status == 0
    assert is_encrypted(elsewhere / "other.age")
    assert not list(with_key.parent.glob("*.leaving*"))


def test_a_backup_within_the_kiosks_own_folder_stays_plain(
    shop: Database, with_key: Path, kiosk: Kiosk
) -> None:
    assert kiosk("backup", with_key.parent / "copy.db").status == 0
    assert is_good(with_key.parent / "copy.db")
    assert not is_encrypted(with_key.parent / "copy.db")


def test_a_backup_without_a_key_is_plain_wherever_it_goes(
    shop: Database, config: Path, kiosk: Kiosk, elsewhere: Path
) -> None:
    assert kiosk("backup", elsewhere / "copy.db").status == 0
    assert not is_encrypted(elsewhere / "copy.db")


def test_copies_of_both_kinds_are_listed_and_none_is_opened_for_it(
    shop: Database, with_key: Path, pi: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = with_key.parent / "kiosk.db"
    for day in (20, 21, 22):
        plain = Path(shutil.copy(database, with_key.parent / f"kiosk-0000{day}-2026-11-{day}.db"))
        make_encrypted_copy(plain, stick, database, KEY.public)
    encrypted = [one.file for one in copies_in([stick], database)]
    encrypted[1].with_name(f"{encrypted[1].name}.sha256").unlink()
    encrypted[2].write_bytes(encrypted[2].read_bytes()[:-1])
    capsys.readouterr()
    assert restore(read(with_key), Namespace(file=None, accept=False, dry_run=False), pi) == 0
    lines = [line for line in capsys.readouterr().out.splitlines() if ".age" in line]
    assert [line.split("  ")[1] for line in lines] == [
        "encrypted, and as it was written",
        "encrypted, and nothing tells whether it is whole",
        "damaged",
    ]


@pytest.mark.parametrize(
    "form", [" ".join(WORDS), "\n".join(f"{n}. {w}" for n, w in enumerate(WORDS)), KEY.code]
)
def test_words_or_code_on_standard_input_bring_everything_back(
    form: str, copy: Path, with_key: Path, kiosk: Kiosk
) -> None:
    done = restored(with_key, copy, f"{form}\n")
    assert done.returncode == 0, done.stderr
    assert f"The database is now that of {copy}." in done.stdout
    assert "jack" in kiosk("export").out
    assert not set(WORDS) & set((done.stdout + done.stderr).split())
    assert not list(with_key.parent.glob("*.coming*"))


SWAPPED = [WORDS[1], WORDS[0], *WORDS[2:]]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "There are 24 words on the page, and these are 0. Nothing was changed."),
        (" ".join(WORDS[:-1]), "There are 24 words on the page, and these are 23. Nothing was changed."),
        (
            " ".join([*WORDS[:6], "sekret", *WORDS[7:]]),
            "Word 7 is not in the list: please look at it once more. Nothing was changed.",
        ),
        (
            " ".join(SWAPPED),
            "Every word is in the list, but they do not go together: one of them is another on the page,"
            " or two have changed places. Nothing was changed.",
        ),
        (
            " ".join(words_of(bytes(32))),
            "This copy was encrypted for another key: these words do not open it. Nothing was changed.",
        ),
        (
            KEY.code[:-1] + "Q",
            "That is not the whole code of a key: please read it once more. Nothing was changed.",
        ),
    ],
)
def test_words_that_do_not_open_it_are_answered_in_one_sentence_and_change_nothing(
    typed: str, sentence: str, copy: Path, with_key: Path
) -> None:
    before = {file: file.read_bytes() for file in with_key.parent.iterdir()}
    done = restored(with_key, copy, typed)
    assert (done.returncode, done.stderr) == (1, f"kiosk: {sentence}\n")
    assert {file: file.read_bytes() for file in with_key.parent.iterdir()} == before


def test_a_copy_that_is_not_whole_is_told_in_one_sentence(copy: Path, with_key: Path) -> None:
    os.truncate(copy, copy.stat().st_size - 1)
    done = restored(with_key, copy, " ".join(WORDS))
    assert done.returncode == 1
    assert done.stderr == (
        "kiosk: This copy is not as it was when it was written. It was left as it is; an earlier one may be"
        " good.\n"
    )


def test_at_a_terminal_the_words_do_not_show_and_a_wrong_one_is_told_at_once(
    copy: Path, with_key: Path
) -> None:
    with kiosk_at_a_terminal("--config", with_key, "restore", copy) as terminal:
        terminal.until("This copy is encrypted")
        terminal.until("Word 1 of 24: ")
        terminal.types(WORDS[0])
        terminal.until("Word 2 of 24: ")
        terminal.types("sekret")
        terminal.until("Word 2 is not in the list")
        terminal.until("Word 2 of 24: ")
        terminal.types(" ".join([*WORDS[1:5], "sekret", *WORDS[5:]]))
        terminal.until("Word 6 is not in the list")
        terminal.until("Word 6 of 24: ")
        terminal.types(" ".join(word[:4].upper() for word in WORDS[5:]))
        terminal.until("The database is now that of")
        assert terminal.ends() == 0
        assert not {"sekret", *WORDS} & set(terminal.shown.split())
    assert (with_key.parent / "kiosk.db").exists()


def test_at_a_terminal_one_may_go_away_without_any_change(copy: Path, with_key: Path) -> None:
    with kiosk_at_a_terminal("--config", with_key, "restore", copy) as terminal:
        terminal.until("Word 1 of 24: ")
        assert terminal.interrupts() == 130
    assert not (with_key.parent / "kiosk.db").exists()


def test_the_code_is_read_by_the_shops_own_scanner(copy: Path, with_key: Path) -> None:
    with PretendScanner() as scanner:
        ports = ("/dev/serial/none", scanner.port)
        tables = "".join(f'[[scanner]]\nport = "{port}"\n' for port in ports)
        with_key.write_text(f"{with_key.read_text()}\n{tables}")
        with kiosk_at_a_terminal("--config", with_key, "restore", copy, "--dry-run") as terminal:
            terminal.until("press Enter, and hold the code")
            terminal.until("Word 1 of 24: ")
            terminal.types("")
            terminal.until("Now hold the code under the scanner")
            # What lies about on a counter is no answer.
            scanner.scan("2900000000018")
            scanner.scan("4111111111111111")
            scanner.scan(f"]Q1{KEY.code}")
            terminal.until("The copy is good. It holds 4 people")
            assert terminal.ends() == 0
            assert KEY.code not in terminal.shown


def test_a_scanner_that_the_kiosk_keeps_is_told(copy: Path, with_key: Path) -> None:
    with_key.write_text(f'{with_key.read_text()}\n[[scanner]]\nport = "/dev/serial/none"\n')
    with kiosk_at_a_terminal("--config", with_key, "restore", copy) as terminal:
        terminal.until("Word 1 of 24: ")
        terminal.types("")
        terminal.until("While the kiosk runs it keeps the scanner: stop it, or type the words")
        assert terminal.ends() == 1


def test_a_dry_run_changes_no_byte(copy: Path, with_key: Path) -> None:
    before = {file: file.read_bytes() for file in with_key.parent.iterdir()}
    command = [sys.executable, "-m", "kiosk", "--config", str(with_key), "restore", "--dry-run", str(copy)]
    done = subprocess.run(command, input=" ".join(WORDS), capture_output=True, text=True, check=True)
    assert "Nothing was changed." in done.stdout
    assert {file: file.read_bytes() for file in with_key.parent.iterdir()} == before
