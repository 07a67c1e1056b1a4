"""The copies of every night, and the way back from one."""

import platform
import shutil
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands import CommandError
from kiosk.commands.backups import backup
from kiosk.commands.restoring import restore
from kiosk.settings import read
from kiosk.storage.file.copies import copies_in
from kiosk.storage.file.database import Database
from tests.machine.test_sticks import pi

__all__ = ["pi"]

Kiosk = Callable[..., Any]
NIGHTLY = Namespace(file=None)


@pytest.fixture
def stick(pi: Path) -> Path:
    stick = pi / "media/greeting-kiosk/MY STICK"
    stick.mkdir(parents=True)
    return stick


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_nightly_copy_is_told_in_one_sentence(kiosk: Kiosk, shop: Database, tmp_path: Path) -> None:
    ran = kiosk("backup")
    (copy,) = (tmp_path / "backups").iterdir()
    assert (ran.status, ran.out) == (0, f"The copy is at {copy} and has passed its check.\n")
    assert not {"Jack", "Zoe", "2900000000018"} & set(ran.out.split())


def test_the_next_one_has_the_next_number(kiosk: Kiosk, shop: Database, tmp_path: Path) -> None:
    numbers = []
    for _ in range(3):
        kiosk("backup")
        numbers.append([copy.number for copy in copies_in([tmp_path / "backups"], tmp_path / "kiosk.db")])
    # All of one day: the newest stands for it.
    assert numbers == [[1], [2], [3]]


def test_the_folder_can_be_chosen(kiosk: Kiosk, shop: Database, config: Path, tmp_path: Path) -> None:
    config.write_text(config.read_text() + f'[backup]\nfolder = "{tmp_path / "elsewhere"}"')
    assert kiosk("backup").status == 0
    assert len(names(tmp_path / "elsewhere")) == 1


def test_a_stick_gets_the_same_copy_in_a_folder_of_this_machine(
    shop: Database, config: Path, tmp_path: Path, pi: Path, stick: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert backup(read(config), NIGHTLY, pi) == 0
    on_stick = stick / "greeting-kiosk-backups" / platform.node()
    assert names(on_stick) == names(tmp_path / "backups")
    assert "on the USB stick; both have passed their check." in capsys.readouterr().out


def test_no_stick_is_used_where_none_is_wanted(
    shop: Database, config: Path, tmp_path: Path, pi: Path, stick: Path
) -> None:
    config.write_text(config.read_text() + "[backup]\nusb = false")
    assert backup(read(config), NIGHTLY, pi) == 0
    assert names(stick) == []


def test_a_stick_that_takes_nothing_is_told_and_the_copy_is_there(
    shop: Database, config: Path, tmp_path: Path, pi: Path, stick: Path
) -> None:
    (stick / "greeting-kiosk-backups").write_text("a file where the folder should be")
    with pytest.raises(CommandError, match=r"^The copy is at .*, but none is on the USB stick\. .*\.$"):
        backup(read(config), NIGHTLY, pi)
    assert len(names(tmp_path / "backups")) == 1


def test_a_new_card_counts_on_from_the_copies_on_the_stick(
    shop: Database, config: Path, tmp_path: Path, pi: Path, stick: Path
) -> None:
    backup(read(config), NIGHTLY, pi)
    shutil.rmtree(tmp_path / "backups")
    backup(read(config), NIGHTLY, pi)
    (copy,) = copies_in([tmp_path / "backups"], tmp_path / "kiosk.db")
    assert copy.number == 2


def test_a_damaged_database_is_no_copy_and_costs_none(
    kiosk: Kiosk, refused: Callable[..., str], shop: Database, tmp_path: Path
) -> None:
    kiosk("backup")
    before = names(tmp_path / "backups")
    (tmp_path / "kiosk.db").write_bytes(b"no database " * 900)
    assert "not a database" in refused("backup")
    assert names(tmp_path / "backups") == before


def test_without_copies_the_list_says_how_there_come_to_be_some(kiosk: Kiosk, shop: Database) -> None:
    assert kiosk("restore").out == "There are no nightly copies yet: “kiosk backup” makes one.\n"


def test_the_copies_are_listed_with_what_they_hold_the_newest_first(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    shutil.copy(tmp_path / "kiosk.db", folder / "kiosk-000001-2026-11-20.db")
    (folder / "kiosk-000002-2026-11-21.db").write_bytes(b"\xff" * 8192)
    update = tmp_path / "kiosk.db.before-0003-20261101T000000"
    shutil.copy(tmp_path / "kiosk.db", update)
    lines = kiosk("restore").out.splitlines()
    assert lines == [
        f"2026-11-21  damaged  {folder}/kiosk-000002-2026-11-21.db",
        f"2026-11-20  good, 4 people, 1 visit, 2 notes  {folder}/kiosk-000001-2026-11-20.db",
        f"before an update  good, 4 people, 1 visit, 2 notes  {update}",
    ]


def test_the_copies_of_every_machine_on_a_stick_are_listed(
    shop: Database, config: Path, pi: Path, stick: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = stick / "greeting-kiosk-backups" / "another-counter"
    theirs.mkdir(parents=True)
    shutil.copy(tmp_path / "kiosk.db", theirs / "kiosk-000007-2026-11-20.db")
    assert restore(read(config), Namespace(file=None, accept=False, dry_run=False), pi) == 0
    assert str(theirs) in capsys.readouterr().out


@pytest.fixture
def copy(kiosk: Kiosk, shop: Database, fill: Callable[..., None], tmp_path: Path) -> Path:
    """A copy of the shop, after which somebody new came."""
    copy = tmp_path / "copy.db"
    assert kiosk("backup", copy).status == 0
    fill(shop, {"key": "new", "name": "New", "visits": [{"at": "2026-11-20T09:00"}]})
    shop.close()
    return copy


def test_a_dry_run_tells_what_would_be_and_changes_no_byte(kiosk: Kiosk, copy: Path, tmp_path: Path) -> None:
    before = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert kiosk("restore", copy, "--dry-run").out.splitlines() == [
        "The copy is good. It holds 4 people, 1 visit, 2 notes, those who were forgotten since left out.",
        "What is not in the present database would come back: 0 people, 0 visits, 0 notes.",
        "What is only in the present database would be set aside with it: 1 person, 1 visit, 0 notes.",
        "Nothing was changed.",
    ]
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_dry_run_beside_a_damaged_database_says_that_it_cannot_compare(
    kiosk: Kiosk, copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.db").write_bytes(b"no database " * 900)
    out = kiosk("restore", copy, "--dry-run").out
    assert "It cannot be compared with the present database. The data file is not a database." in out


def test_restoring_puts_the_copy_in_place_and_says_where_the_other_is(
    kiosk: Kiosk, copy: Path, tmp_path: Path
) -> None:
    ran = kiosk("restore", copy)
    (aside,) = tmp_path.glob("kiosk.db.aside-*")
    assert ran.status == 0
    assert ran.out.startswith(
        f"The database is now that of {copy}.\nThe one before was set aside: {aside}.\n"
    )
    assert "new" not in kiosk("export").out
    assert f"set aside  good, 5 people, 2 visits, 2 notes  {aside}\n" in kiosk("restore").out
    assert kiosk("restore", aside).status == 0
    assert "new" in kiosk("export").out


def test_a_copy_that_is_not_there_is_told(refused: Callable[..., str], shop: Database) -> None:
    assert refused("restore", "nowhere.db") == "There is no database at nowhere.db."


def test_a_copy_that_the_kiosk_put_in_place_is_accepted_once(
    kiosk: Kiosk, shop: Database, tmp_path: Path
) -> None:
    (tmp_path / "kiosk.db.from-copy").write_text("2026-11-21\n")
    assert "The copy of 2026-11-21 is the database from now on" in kiosk("restore", "--accept").out
    assert "there is nothing to accept" in kiosk("restore", "--accept").out


def test_only_sqlite_is_restored(config: Path, refused: Callable[..., str]) -> None:
    config.write_text('[database]\nurl = "postgresql://localhost/kiosk"')
    assert refused("restore").startswith("Only an SQLite database")
