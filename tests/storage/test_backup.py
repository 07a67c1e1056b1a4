"""A backup is whole and checked, or it is not there at all; and one is made before every migration."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

import migrations
from kiosk.storage.file import schema
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.database import Database
from kiosk.storage.file.migrate import upgrade
from kiosk.storage.file.opening import open_current
from kiosk.storage.trouble import StorageTrouble

Exported = Callable[[Database], str]


@pytest.fixture
def shop_file(database: Database, database_file: Path, fill: Callable[..., None]) -> Path:
    """A database file with Ann in it."""
    fill(database, {"key": "ann", "name": "Ann"})
    return database_file


def holds_the_same(one: Path, other: Path, exported: Exported) -> bool:
    with closing(Database(f"sqlite:///{one}")) as first, closing(Database(f"sqlite:///{other}")) as second:
        return exported(first) == exported(second)


def test_a_backup_opens_and_holds_everything(shop_file: Path, tmp_path: Path, exported: Exported) -> None:
    back_up(shop_file, tmp_path / "copy.db")
    assert holds_the_same(tmp_path / "copy.db", shop_file, exported)
    assert {file.name for file in tmp_path.iterdir()} == {"kiosk.db", "copy.db"}


def test_a_backup_keeps_nothing_of_what_was_deleted(shop_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(shop_file)) as connection, connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("UPDATE customer SET pronunciation = 'deleted-words'")
        connection.execute("DELETE FROM customer")
    assert b"deleted-words" in shop_file.read_bytes()
    back_up(shop_file, tmp_path / "copy.db")
    assert b"deleted-words" not in (tmp_path / "copy.db").read_bytes()


def test_after_a_power_cut_amid_a_write_a_backup_holds_what_was_kept_before(
    shop_file: Path, tmp_path: Path, exported: Exported
) -> None:
    cut = tmp_path / "cut.db"
    with closing(sqlite3.connect(shop_file, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 1")
        writing.execute("BEGIN")
        writing.execute("UPDATE customer SET pronunciation = ?", ("never kept " * 10_000,))
        for ending in ("", "-journal"):
            shutil.copy(f"{shop_file}{ending}", f"{cut}{ending}")
        writing.execute("ROLLBACK")
    assert b"never kept" in cut.read_bytes()
    back_up(cut, tmp_path / "copy.db")
    assert holds_the_same(tmp_path / "copy.db", shop_file, exported)


def test_a_file_that_is_there_is_never_overwritten(shop_file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("precious")
    with pytest.raises(StorageTrouble, match="is already there and was left as it is"):
        back_up(shop_file, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "precious"


def test_what_an_interrupted_backup_left_is_no_obstacle(shop_file: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db.unfinished").write_text("half")
    back_up(shop_file, tmp_path / "copy.db")
    assert not (tmp_path / "copy.db.unfinished").exists()


def spoil(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)


def replace_with_text(file: Path) -> None:
    file.write_text("Dear diary, this is no database. " * 40)


@pytest.mark.parametrize("harm", [spoil, replace_with_text])
def test_what_cannot_be_copied_whole_leaves_no_backup(
    harm: Callable[[Path], None], shop_file: Path, tmp_path: Path
) -> None:
    harm(shop_file)
    before = shop_file.read_bytes()
    with pytest.raises(StorageTrouble, match=r"^The backup could not be made .* unharmed\.$"):
        back_up(shop_file, tmp_path / "copy.db")
    assert [file.name for file in tmp_path.iterdir()] == ["kiosk.db"]
    assert shop_file.read_bytes() == before


def test_a_missing_database_or_folder_is_told(shop_file: Path, tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble, match="There is no database at"):
        back_up(tmp_path / "none.db", tmp_path / "copy.db")
    with pytest.raises(StorageTrouble, match="The backup could not be made"):
        back_up(shop_file, tmp_path / "nowhere" / "copy.db")
    assert [file.name for file in tmp_path.iterdir()] == ["kiosk.db"]


def test_a_backup_can_be_made_while_somebody_else_reads(shop_file: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(shop_file)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM customer").fetchone()
        back_up(shop_file, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").exists()


def test_a_backup_is_made_beside_the_file_before_it_is_migrated(
    shop_file: Path, exported: Exported, now: datetime
) -> None:
    with closing(Database(f"sqlite:///{shop_file}")) as database:
        backup = upgrade(database, now, keep_backup=True)
    assert backup == shop_file.with_name(f"kiosk.db.before-{migrations.REVISIONS[-1]}-20261124T091400")
    assert holds_the_same(backup, shop_file, exported)


def test_without_a_backup_nothing_is_migrated(shop_file: Path, now: datetime) -> None:
    backup = shop_file.with_name(f"kiosk.db.before-{migrations.REVISIONS[-1]}-20261124T091400")
    backup.touch()
    before = shop_file.read_bytes()
    with closing(Database(f"sqlite:///{shop_file}")) as database, pytest.raises(StorageTrouble):
        upgrade(database, now, keep_backup=True)
    assert shop_file.read_bytes() == before


def test_only_an_older_database_is_backed_up(
    shop_file: Path, tmp_path: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    current, none = open_current(f"sqlite:///{shop_file}", now)
    new, none_either = open_current(f"sqlite:///{tmp_path / 'new.db'}", now)
    assert (none, none_either) == (None, None)
    # One more step than there is makes the file an older one.
    monkeypatch.setattr(schema, "REVISIONS", (*migrations.REVISIONS, "9999"))
    monkeypatch.setattr(migrations, "REVISIONS", (*migrations.REVISIONS, "9999"))
    older, backup = open_current(f"sqlite:///{shop_file}", now)
    assert backup == shop_file.with_name("kiosk.db.before-9999-20261124T091400")
    for database in (current, new, older):
        database.close()
