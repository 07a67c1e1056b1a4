"""At the counter there is never a database that is silently empty, and none while there is a good copy."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

import pytest

from kiosk.encryption.keys import SecretKey
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from kiosk.storage.file.encrypted import encrypt_copy
from kiosk.storage.file.failover import Opened, open_at_counter
from kiosk.storage.trouble import StorageDamage, StorageTrouble
from tests.disks import mounted

Open = Callable[..., Opened]
MONDAY, SATURDAY = date(2026, 11, 16), date(2026, 11, 21)


@pytest.fixture
def copies(database: Database, database_file: Path, fill: Callable[..., None], tmp_path: Path) -> Path:
    """A folder with a copy of Monday, with Ann, and one of Saturday, with Ann and Ben; then Cleo came."""
    folder = tmp_path / "backups"
    folder.mkdir()
    fill(database, {"key": "ann", "name": "Ann"})
    shutil.copy(database_file, folder / f"kiosk-000001-{MONDAY}.db")
    fill(database, {"key": "ben", "name": "Ben"})
    shutil.copy(database_file, folder / f"kiosk-000002-{SATURDAY}.db")
    fill(database, {"key": "cleo", "name": "Cleo"})
    database.close()
    return folder


@pytest.fixture
def open_it(database_file: Path, tmp_path: Path, now: datetime) -> Iterator[Open]:
    """Opens the database as the kiosk does."""
    opened: list[Opened] = []

    def open_it(was_here: bool = True) -> Opened:
        url = f"sqlite:///{database_file}"
        opened.append(open_at_counter(url, now, lambda: [tmp_path / "backups"], was_here))
        return opened[-1]

    yield open_it
    for one in opened:
        one.database.close()


def keys(opened: Opened) -> set[str]:
    with opened.database.reading() as session:
        return {customer["key"] for customer in stored.read(session, "customer")}


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    file.write_bytes(content)


HARM = [
    damage,
    lambda file: file.write_text("Dear diary, this is no database. " * 40),
    lambda file: file.write_bytes(b""),
    lambda file: file.unlink(),
]


def test_a_database_that_is_well_is_opened_and_no_copy_is_looked_for(
    copies: Path, database_file: Path, now: datetime
) -> None:
    def nowhere() -> list[Path]:
        raise AssertionError("nobody asked")

    opened = open_at_counter(f"sqlite:///{database_file}", now, nowhere, was_here=True)
    assert (keys(opened), opened.copy_of) == ({"ann", "ben", "cleo"}, None)
    opened.database.close()


@pytest.mark.parametrize("harm", HARM)
def test_the_newest_copy_takes_its_place_and_is_written_to(
    harm: Callable[[Path], object],
    copies: Path,
    database_file: Path,
    open_it: Open,
    fill: Callable[..., None],
) -> None:
    harm(database_file)
    opened = open_it()
    assert (keys(opened), opened.copy_of, opened.database.read_only) == ({"ann", "ben"}, SATURDAY, False)
    fill(opened.database, {"key": "dora", "name": "Dora"})
    again = open_it()
    assert (keys(again), again.copy_of) == ({"ann", "ben", "dora"}, SATURDAY)


def test_what_was_damaged_is_set_aside_byte_for_byte(
    copies: Path, database_file: Path, open_it: Open
) -> None:
    damage(database_file)
    before = database_file.read_bytes()
    open_it()
    (aside,) = database_file.parent.glob("kiosk.db.aside-*")
    assert aside.read_bytes() == before


def test_a_copy_that_is_damaged_too_is_passed_over(copies: Path, database_file: Path, open_it: Open) -> None:
    damage(database_file)
    damage(copies / f"kiosk-000002-{SATURDAY}.db")
    opened = open_it()
    assert (keys(opened), opened.copy_of) == ({"ann"}, MONDAY)


def test_so_is_a_copy_that_is_newer_than_this_program(
    copies: Path, database_file: Path, open_it: Open
) -> None:
    database_file.unlink()
    with closing(sqlite3.connect(copies / f"kiosk-000002-{SATURDAY}.db")) as newer, newer:
        newer.execute("UPDATE alembic_version SET version_num = '9999'")
    assert open_it().copy_of == MONDAY


def encrypt_all(copies: Path) -> None:
    for copy in list(copies.iterdir()):
        encrypt_copy(copy, copy.with_name(f"{copy.name}.age"), SecretKey.from_bytes(bytes(32)).public)
        copy.unlink()


def test_encrypted_copies_are_passed_over_for_an_older_one_that_can_be_read(
    copies: Path, database_file: Path, open_it: Open
) -> None:
    damage(database_file)
    saturday = copies / f"kiosk-000002-{SATURDAY}.db"
    encrypt_copy(saturday, saturday.with_suffix(".db.age"), SecretKey.from_bytes(bytes(32)).public)
    saturday.unlink()
    opened = open_it()
    assert (keys(opened), opened.copy_of) == ({"ann"}, MONDAY)


def test_an_encrypted_copy_under_a_plain_name_is_passed_over_too(
    copies: Path, database_file: Path, open_it: Open
) -> None:
    damage(database_file)
    saturday = copies / f"kiosk-000002-{SATURDAY}.db"
    encrypt_copy(saturday, copies / "encrypted", SecretKey.from_bytes(bytes(32)).public)
    (copies / "encrypted").replace(saturday)
    opened = open_it()
    assert (keys(opened), opened.copy_of) == ({"ann"}, MONDAY)


@pytest.mark.parametrize("was_here", [True, False])
def test_where_every_copy_is_encrypted_nothing_is_made_and_the_words_are_asked_for(
    was_here: bool, copies: Path, database_file: Path, open_it: Open
) -> None:
    encrypt_all(copies)
    database_file.unlink()
    with pytest.raises(StorageTrouble, match="with the words from the safe"):
        open_it(was_here=was_here)
    assert not database_file.exists()


def test_without_any_database_or_copy_a_first_start_makes_one(database_file: Path, open_it: Open) -> None:
    database_file.unlink()
    opened = open_it(was_here=False)
    assert (keys(opened), opened.copy_of) == (set(), None)


@pytest.mark.parametrize("harm", HARM[2:])
def test_a_database_that_is_gone_without_a_copy_is_told_and_nothing_is_made(
    harm: Callable[[Path], object], database_file: Path, open_it: Open
) -> None:
    harm(database_file)
    before = [(file.name, file.read_bytes()) for file in database_file.parent.iterdir()]
    with pytest.raises(StorageTrouble, match="The data file is gone"):
        open_it()
    assert [(file.name, file.read_bytes()) for file in database_file.parent.iterdir()] == before


def test_where_all_copies_are_damaged_nothing_is_made_either(
    copies: Path, database_file: Path, open_it: Open
) -> None:
    database_file.unlink()
    for copy in copies.iterdir():
        damage(copy)
    with pytest.raises(StorageTrouble, match="The data file is gone"):
        open_it(was_here=False)
    assert not database_file.exists()


def test_without_a_copy_what_can_be_read_of_a_damaged_file_is_read(
    database: Database, database_file: Path, fill: Callable[..., None], open_it: Open, tmp_path: Path
) -> None:
    fill(database, {"key": "ann", "name": "Ann"})
    database.close()
    with closing(sqlite3.connect(database_file)) as connection:
        page, size = (
            connection.execute(sql).fetchone()[0]
            for sql in ("SELECT rootpage FROM sqlite_master WHERE name = 'wish'", "PRAGMA page_size")
        )
    content = bytearray(database_file.read_bytes())
    content[(page - 1) * size : page * size] = b"\xff" * size
    database_file.write_bytes(content)
    opened = open_it()
    assert (keys(opened), opened.is_damaged, opened.database.read_only) == ({"ann"}, True, True)
    assert not opened.has_encrypted_copies
    assert database_file.read_bytes() == content
    (tmp_path / "backups").mkdir()
    (tmp_path / f"backups/kiosk-000001-{MONDAY}.db.age").touch()
    assert open_it().has_encrypted_copies


def test_without_a_copy_a_file_that_cannot_be_read_at_all_is_told(database_file: Path, open_it: Open) -> None:
    database_file.write_text("Dear diary, this is no database. " * 40)
    with pytest.raises(StorageDamage, match="not a database"):
        open_it()


def test_a_lock_is_no_damage(copies: Path, database_file: Path, open_it: Open) -> None:
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert open_it().copy_of is None


@pytest.fixture
def read_only_disk(tmp_path: Path) -> Iterator[Callable[[], None]]:
    """A disk of its own below the database; what is called makes it read-only."""
    disk = tmp_path / "disk"
    disk.mkdir()

    def make_read_only() -> None:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    with mounted(disk, "50%"):
        yield make_read_only


def test_on_a_disk_that_can_only_be_read_the_copy_is_read_where_it_lies(
    copies: Path, tmp_path: Path, read_only_disk: Callable[[], None], now: datetime
) -> None:
    file = tmp_path / "disk" / "kiosk.db"
    file.write_bytes(b"\xff" * 8192)
    read_only_disk()
    opened = open_at_counter(f"sqlite:///{file}", now, lambda: [copies], was_here=True)
    assert (keys(opened), opened.copy_of, opened.database.read_only) == ({"ann", "ben"}, SATURDAY, True)
    opened.database.close()
