"""The file: held with care, unharmed when something goes wrong, and every trouble told in a sentence."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from uuid6 import uuid7

from kiosk.storage import records as stored
from kiosk.storage.file.database import Database, sqlite_file
from kiosk.storage.file.opening import open_current, open_existing
from kiosk.storage.trouble import StorageTrouble
from kiosk.storage.visits import record_visit
from tests.disks import mounted

SENTENCES = re.compile(r"([A-Z]|database\.url )[^\n]{10,200}\.")
ANN = {"key": "ann", "name": "Ann", "cards": [{"number": "LOY-1"}]}


def url(file: Path) -> str:
    return f"sqlite:///{file}"


def customer(key: str) -> dict[str, Any]:
    texts = {"key": key, "name": "Ann", "called_by": "Ann", "pronunciation": ""}
    flags = {"may_mention_age": False, "greet_by_name": True, "deceased": False}
    return {"id": uuid4(), **texts, **flags}


def keys(database: Database) -> set[str]:
    with database.reading() as session:
        return {record["key"] for record in stored.read(session, "customer")}


def told(trouble: pytest.ExceptionInfo[StorageTrouble]) -> str:
    sentence = str(trouble.value)
    assert SENTENCES.fullmatch(sentence), sentence
    return sentence


def test_a_file_is_found_whatever_signs_its_path_is_made_of(database_file: Path, tmp_path: Path) -> None:
    odd = tmp_path / "how is it? 100% #1.db"
    shutil.copy(database_file, odd)
    with closing(Database.at(odd)) as database:
        assert database.file == odd
        assert keys(database) == set()


@pytest.fixture
def locked(database_file: Path) -> Iterator[sqlite3.Connection]:
    """Another program that holds the write lock."""
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("DELETE FROM customer")
        yield other


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "delete"),
        ("synchronous", 3),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("busy_timeout", 10000),
        ("trusted_schema", 0),
        ("cell_size_check", 1),
    ],
)
def test_every_connection_is_held_with_the_same_care(pragma: str, value: object, database: Database) -> None:
    for _ in range(2):
        with database.reading() as session:
            assert session.scalar(text(f"PRAGMA {pragma}")) == value
        database.engine.dispose()


def test_a_reference_to_nobody_is_refused_in_a_sentence(database: Database, now: datetime) -> None:
    with pytest.raises(StorageTrouble) as trouble, database.writing() as session:
        record_visit(session, uuid4(), now, "1")
    assert told(trouble) == "What was to be saved contradicts what is kept. Nothing was changed."


def test_a_write_that_fails_leaves_nothing_of_it(database: Database, now: datetime) -> None:
    def write() -> None:
        with database.writing() as session:
            stored.save(session, "customer", [customer("ann")])
            record_visit(session, uuid4(), now, "1")

    with pytest.raises(StorageTrouble):
        write()
    assert keys(database) == set()


def test_an_error_of_our_own_leaves_nothing_either(database: Database) -> None:
    def write() -> None:
        with database.writing() as session:
            stored.save(session, "customer", [customer("ann")])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    assert keys(database) == set()


def test_what_was_written_is_there_for_the_next_one_to_open(database: Database, database_file: Path) -> None:
    with database.writing() as session:
        stored.save(session, "customer", [customer("ann")])
    with closing(Database(url(database_file))) as again:
        assert keys(again) == {"ann"}


def test_no_value_is_told_in_a_trouble(database: Database) -> None:
    with database.writing() as session:
        stored.save(session, "customer", [customer("ann")])
    with pytest.raises(StorageTrouble) as trouble, database.writing() as session:
        stored.save(session, "customer", [{**customer("ann"), "name": "Secret Name"}])
    assert "ann" not in told(trouble)
    assert "Secret" not in f"{trouble.value!r} {trouble.value.__cause__!r}"


def test_reading_goes_on_while_somebody_else_writes(database: Database, locked: sqlite3.Connection) -> None:
    assert keys(database) == set()


def test_writing_waits_for_somebody_else_and_then_says_so(
    database: Database, locked: sqlite3.Connection
) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with pytest.raises(StorageTrouble) as trouble, database.writing() as session:
        stored.save(session, "customer", [customer("ann")])
    assert "Another program is holding the data" in told(trouble)
    locked.rollback()
    with database.writing() as session:
        stored.save(session, "customer", [customer("ann")])
    assert keys(database) == {"ann"}


def newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = 'from-tomorrow'")


def test_a_newer_database_is_only_read_and_not_changed_by_a_byte(
    database_file: Path, now: datetime, fill: Callable[..., None]
) -> None:
    newer(database_file)
    before = database_file.read_bytes()
    database, backup = open_current(url(database_file), now)
    assert (database.read_only, backup) == (True, None)
    assert keys(database) == set()
    with pytest.raises(StorageTrouble) as trouble:
        fill(database, ANN)
    assert "can only be read" in told(trouble)
    database.close()
    assert database_file.read_bytes() == before
    assert [file.name for file in database_file.parent.iterdir()] == [database_file.name]


def garbage(file: Path) -> None:
    file.write_bytes(b"Dear diary, this is no database. " * 400)


def damaged(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[100:4096] = b"\xff" * (4096 - 100)
    file.write_bytes(content)


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipe (name)")


@pytest.mark.parametrize(
    "opening", [lambda url, now: open_current(url, now), lambda url, now: open_existing(url)]
)
@pytest.mark.parametrize(
    ("spoil", "sentence"),
    [
        (garbage, "The data file is not a database. It was left as it is."),
        (damaged, "The data file is damaged. It was left as it is; a backup can take its place."),
        (of_another_program, "The data file belongs to another program. It was left as it is."),
    ],
)
def test_a_file_that_is_not_ours_is_told_and_left_as_it_is(
    opening: Callable[[str, datetime], object],
    spoil: Callable[[Path], None],
    sentence: str,
    database_file: Path,
    now: datetime,
) -> None:
    spoil(database_file)
    before = database_file.read_bytes()
    with pytest.raises(StorageTrouble) as trouble:
        opening(url(database_file), now)
    assert told(trouble) == sentence
    assert database_file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, now: datetime) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageTrouble) as trouble:
        open_current(url(tmp_path / "file" / "deeper" / "kiosk.db"), now)
    assert str(tmp_path / "file" / "deeper") in told(trouble)


def test_a_folder_that_is_missing_is_made(tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "var" / "lib" / "kiosk.db"
    open_current(url(file), now)[0].close()
    assert file.exists()


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path, now: datetime) -> None:
    with pytest.raises(StorageTrouble) as trouble:
        open_current(url(tmp_path), now)
    assert "cannot be opened" in told(trouble)


def test_nothing_is_made_where_only_reading_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(StorageTrouble) as trouble:
        open_existing(url(tmp_path / "kiosk.db"))
    assert "There is no database at" in told(trouble)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_needs_to_be_migrated_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "kiosk.db").touch()
    with pytest.raises(StorageTrouble) as trouble:
        open_existing(url(tmp_path / "kiosk.db"))
    assert "kiosk migrate" in told(trouble)


def test_a_file_that_may_only_be_read_is_read(database_file: Path) -> None:
    # Root may write to every file, so the file is opened the way the system would hand it out.
    database = Database(f"sqlite:///file:{database_file}?mode=ro&uri=true")
    assert keys(database) == set()
    with pytest.raises(StorageTrouble) as trouble, database.writing() as session:
        stored.save(session, "customer", [customer("ann")])
    assert "can only be read" in told(trouble)
    database.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 400 KB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    with mounted(disk, "400k"):
        yield disk


def test_a_full_disk_is_told_and_what_was_saved_is_safe(
    small_disk: Path, empty_file: Path, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    file = small_disk / "kiosk.db"
    shutil.copy(empty_file, file)
    for people in (2000, 400):
        check_that_a_full_disk_is_told(Database(url(file)), people, fill, exported)
    assert sorted(left.name for left in small_disk.iterdir()) == ["kiosk.db", "kiosk.db.loading-lock"]


def test_a_database_that_may_not_grow_is_told_the_same_way(
    database: Database, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    check_that_a_full_disk_is_told(database, 400, fill, exported)


def check_that_a_full_disk_is_told(
    database: Database, people: int, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    fill(database, ANN)
    before = exported(database)
    with pytest.raises(StorageTrouble) as trouble:
        fill(database, *({"key": f"k{n}", "name": "N" * 200} for n in range(people)))
    assert told(trouble).startswith("The disk is full")
    assert exported(database) == before
    with database.reading() as session:
        assert session.scalar(text("PRAGMA integrity_check")) == "ok"
    database.close()


@pytest.mark.parametrize(
    ("where", "file"),
    [
        ("sqlite:////var/lib/kiosk.db", Path("/var/lib/kiosk.db")),
        ("sqlite:///kiosk.db", Path("kiosk.db")),
        ("sqlite://", None),
        ("postgresql://localhost/kiosk", None),
    ],
)
def test_only_sqlite_has_a_file(where: str, file: Path | None) -> None:
    assert sqlite_file(where) == file


def test_a_visit_is_kept_to_the_second(database: Database, fill: Callable[..., None], now: datetime) -> None:
    fill(database, ANN)
    with database.writing() as session:
        (ann,) = stored.read(session, "customer")
        record_visit(session, ann["id"], now.replace(second=7, microsecond=999_999), "2")
        (visit,) = stored.read(session, "visit")
    assert (visit["at"], visit["counter"]) == (now.replace(second=7), "2")
    assert visit["id"].version == uuid7().version


@pytest.mark.parametrize(
    ("began", "minutes", "visits"),
    [("2026-10-25T01:10", 70, 2), ("2026-10-25T01:40", 20, 1), ("2026-03-29T00:50", 20, 1)],
)
def test_a_visit_lasts_half_an_hour_also_on_the_night_when_the_clocks_change(
    began: str,
    minutes: int,
    visits: int,
    database: Database,
    fill: Callable[..., None],
    at: Callable[[str], datetime],
) -> None:
    fill(database, ANN)
    later = (at(began).astimezone(UTC) + timedelta(minutes=minutes)).astimezone(at(began).tzinfo)
    with database.writing() as session:
        (ann,) = stored.read(session, "customer")
        for moment in (at(began), later):
            record_visit(session, ann["id"], moment, "1")
        assert len(stored.read(session, "visit")) == visits


def test_records_of_any_number_are_saved_and_found_again(database: Database) -> None:
    many = [customer(f"k{n}") for n in range(1203)]
    with database.writing() as session:
        stored.save(session, "customer", many)
        stored.save(session, "customer", [{**one, "name": "Ben"} for one in many])
        found = stored.read_of(session, "customer", [one["key"] for one in many] + ["nobody"], "key")
        names = {record["name"] for record in stored.read(session, "customer")}
    assert {record["key"]: record["id"] for record in found} == {one["key"]: one["id"] for one in many}
    assert names == {"Ben"}


@pytest.mark.parametrize("address", ["kiosk.db", "", "sqlite", "oracle8://x", "postgresql://host:port/kiosk"])
@pytest.mark.parametrize(
    "opening", [lambda url, now: open_current(url, now), lambda url, now: open_existing(url)]
)
def test_an_address_that_leads_nowhere_is_told(
    address: str, opening: Callable[[str, datetime], object], now: datetime
) -> None:
    with pytest.raises(StorageTrouble) as trouble:
        opening(address, now)
    assert "database.url" in told(trouble)


def test_a_file_that_takes_the_place_of_the_data_file_is_used(
    database: Database, database_file: Path, fill: Callable[..., None], tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    shutil.copy(database_file, copy)
    fill(database, ANN)
    assert keys(database) == {"ann"}
    copy.replace(database_file)
    assert keys(database) == set()


def test_a_data_file_that_was_moved_away_is_told(
    database: Database, database_file: Path, fill: Callable[..., None]
) -> None:
    fill(database, ANN)
    database_file.rename(database_file.with_name("elsewhere.db"))
    with pytest.raises(StorageTrouble) as trouble, database.writing() as session:
        stored.save(session, "customer", [customer("ben")])
    assert "moved away" in told(trouble)


def test_the_file_of_another_program_is_looked_at_and_not_changed(tmp_path: Path, now: datetime) -> None:
    file = tmp_path / "theirs.db"
    with closing(sqlite3.connect(file)) as theirs:
        theirs.execute("PRAGMA journal_mode=WAL")
        theirs.execute("CREATE TABLE recipe (name)")
    before = file.read_bytes()
    for opening in (lambda: open_current(url(file), now), lambda: open_existing(url(file))):
        with pytest.raises(StorageTrouble, match="belongs to another program"):
            opening()
    assert file.read_bytes() == before


@pytest.mark.parametrize("address", ["sqlite://", "sqlite:///", "sqlite:///:memory:"])
def test_an_address_that_keeps_nothing_is_refused(address: str, now: datetime) -> None:
    with pytest.raises(StorageTrouble, match="gone at once"):
        open_current(address, now)
