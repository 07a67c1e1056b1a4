"""A copy takes the place of the database whole or not at all, and the one before is set aside."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest
from uuid6 import uuid7

import migrations
from kiosk.storage import people
from kiosk.storage import records as stored
from kiosk.storage.erasing import erase, finish_erasing
from kiosk.storage.file.contents import Contents, compare, look_into
from kiosk.storage.file.copies import make_copy
from kiosk.storage.file.database import Database
from kiosk.storage.file.forgotten import note_forgotten
from kiosk.storage.file.restoring import (
    clear_failover,
    failover_since,
    mark_failover,
    prepare,
    put_in_place,
)
from kiosk.storage.file.schema import Schema
from kiosk.storage.trouble import StorageTrouble

Fill = Callable[..., None]
ANN, BEN = {"key": "ann", "name": "Ann"}, {"key": "ben", "name": "Ben", "notes": []}


@contextmanager
def opened(file: Path) -> Iterator[Database]:
    with closing(Database(f"sqlite:///{file}")) as database:
        yield database


def keys(file: Path) -> set[str]:
    with opened(file) as database, database.reading() as session:
        return {customer["key"] for customer in stored.read(session, "customer")}


@pytest.fixture
def copy(database: Database, database_file: Path, fill: Fill, tmp_path: Path) -> Path:
    """A copy with Ann; after it Ben came to the database."""
    fill(database, ANN)
    copy = tmp_path / "copy.db"
    shutil.copy(database_file, copy)
    fill(database, BEN)
    return copy


def test_the_copy_takes_the_place_and_the_one_before_is_set_aside(
    copy: Path, database_file: Path, now: datetime
) -> None:
    aside = put_in_place(copy, database_file, now)
    assert aside == database_file.with_name("kiosk.db.aside-20261124T091400")
    assert (keys(database_file), keys(aside), keys(copy)) == ({"ann"}, {"ann", "ben"}, {"ann"})


def test_a_program_that_has_it_open_goes_on_with_the_copy(
    copy: Path, database: Database, database_file: Path, fill: Fill, now: datetime
) -> None:
    with database.reading() as session:
        stored.read(session, "customer")
    put_in_place(copy, database_file, now)
    fill(database, {"key": "cleo", "name": "Cleo"})
    assert keys(database_file) == {"ann", "cleo"}


def test_nothing_that_was_set_aside_is_ever_written_over(
    copy: Path, database_file: Path, now: datetime
) -> None:
    asides = [put_in_place(copy, database_file, now) for _ in range(3)]
    assert len(set(asides)) == 3
    assert [keys(aside) for aside in asides if aside] == [{"ann", "ben"}, {"ann"}, {"ann"}]


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_the_journal_of_the_one_before_is_not_played_back_into_the_copy(
    ending: str, copy: Path, database_file: Path, now: datetime
) -> None:
    database_file.write_bytes(b"\xff" * 40960)
    journal = database_file.with_name(f"kiosk.db{ending}")
    journal.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"\x01" * 4096)
    put_in_place(copy, database_file, now)
    assert not journal.exists()
    assert keys(database_file) == {"ann"}


def test_who_was_forgotten_since_stays_forgotten(
    copy: Path, database: Database, database_file: Path, fill: Fill, now: datetime
) -> None:
    with database.reading() as session:
        ann = people.customer_ids(session, ["ann"])["ann"]
    erase(database, ann)
    finish_erasing(database)
    put_in_place(copy, database_file, now)
    assert keys(database_file) == set()
    assert b"Ann" not in database_file.read_bytes()


def test_on_a_new_card_who_was_forgotten_is_known_from_beside_the_copies(
    copy: Path, database: Database, database_file: Path, now: datetime, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    make_copy(copy, stick, "kiosk-000001-2026-11-20.db", database_file)
    with database.reading() as session:
        ann = people.customer_ids(session, ["ann"])["ann"]
    erase(database, ann)
    make_copy(database_file, stick, "kiosk-000002-2026-11-21.db", database_file)
    new_card = tmp_path / "new" / "kiosk.db"
    new_card.parent.mkdir()
    put_in_place(stick / "kiosk-000001-2026-11-20.db", new_card, now)
    assert keys(new_card) == set()
    # The new card forgets somebody else, and what the stick knows stays known.
    note_forgotten(new_card, [uuid7()], now)
    before = (stick / "kiosk.db.forgotten").read_text().splitlines()
    make_copy(new_card, stick, "kiosk-000003-2026-11-22.db", new_card)
    assert set(before) < set((stick / "kiosk.db.forgotten").read_text().splitlines())


def test_who_came_back_after_they_were_forgotten_is_kept(
    copy: Path, database: Database, database_file: Path, fill: Fill, now: datetime, tmp_path: Path
) -> None:
    with database.reading() as session:
        ann = people.customer_ids(session, ["ann"])["ann"]
    erase(database, ann)
    fill(database, ANN)
    newer = tmp_path / "newer.db"
    shutil.copy(database_file, newer)
    put_in_place(newer, database_file, now)
    assert keys(database_file) == {"ann", "ben"}


def test_who_was_forgotten_by_a_clock_that_had_jumped_back_stays_forgotten(
    database: Database, database_file: Path, fill: Fill, now: datetime, tmp_path: Path
) -> None:
    fill(database, ANN)
    with closing(sqlite3.connect(database_file)) as ahead, ahead:
        ahead.execute("UPDATE customer SET updated_at = '2099-01-01 00:00:00.000000'")
    copy = tmp_path / "copy.db"
    shutil.copy(database_file, copy)
    with database.reading() as session:
        ann = people.customer_ids(session, ["ann"])["ann"]
    erase(database, ann)
    put_in_place(copy, database_file, now)
    assert keys(database_file) == set()


def test_a_line_that_a_dying_card_has_garbled_does_not_keep_a_copy_away(
    copy: Path, database_file: Path, now: datetime
) -> None:
    garbled = "2026-11-24T09:14:00+00:00 no-salt no-hash\n"
    database_file.with_name("kiosk.db.forgotten").write_text(garbled)
    put_in_place(copy, database_file, now)
    assert keys(database_file) == {"ann"}


def test_a_torn_line_costs_nobody_the_line_after_it(
    copy: Path, database: Database, database_file: Path, now: datetime
) -> None:
    database_file.with_name("kiosk.db.forgotten").write_text("2026-11-24T09:1")
    with database.reading() as session:
        ann = people.customer_ids(session, ["ann"])["ann"]
    erase(database, ann)
    put_in_place(copy, database_file, now)
    assert keys(database_file) == set()


def test_an_older_copy_is_brought_up_to_date_and_stays_as_it_is_itself(
    copy: Path, database_file: Path, now: datetime
) -> None:
    from alembic import command

    from kiosk.storage.file.migrate import alembic_config

    with opened(copy) as older, older.writing() as session:
        command.downgrade(alembic_config(session.connection()), migrations.REVISIONS[-2])
    before = copy.read_bytes()
    assert look_into(copy)[0] is Schema.OLDER
    put_in_place(copy, database_file, now)
    assert look_into(database_file) == (Schema.CURRENT, Contents(people=1, visits=0, notes=0))
    assert copy.read_bytes() == before


def make_newer(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")


def damage(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    file.write_bytes(content)


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (make_newer, "newer than this program"),
        (damage, "damaged"),
        (lambda file: file.write_text("Dear diary. " * 900), "not a database"),
        (lambda file: file.write_bytes(b""), "holds nothing"),
        (lambda file: file.unlink(), "There is no database"),
    ],
)
def test_a_copy_that_will_not_do_changes_nothing(
    harm: Callable[[Path], object], told: str, copy: Path, database_file: Path, now: datetime
) -> None:
    harm(copy)
    before = {file.name: file.read_bytes() for file in database_file.parent.iterdir()}
    with pytest.raises(StorageTrouble, match=told):
        put_in_place(copy, database_file, now)
    assert {file.name: file.read_bytes() for file in database_file.parent.iterdir()} == before


def test_while_another_program_writes_nothing_is_changed(
    copy: Path, database_file: Path, now: datetime
) -> None:
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageTrouble, match="Another program is holding the data"):
            put_in_place(copy, database_file, now)
    assert keys(database_file) == {"ann", "ben"}
    assert {file.name for file in database_file.parent.iterdir()} == {"kiosk.db", "copy.db"}


def test_a_database_that_is_gone_has_nothing_to_set_aside(
    copy: Path, database_file: Path, now: datetime
) -> None:
    database_file.unlink()
    assert put_in_place(copy, database_file, now) is None
    assert keys(database_file) == {"ann"}


def test_what_would_be_gained_and_lost_is_counted_in_rows(
    copy: Path, database: Database, database_file: Path, fill: Fill, now: datetime, tmp_path: Path
) -> None:
    with opened(copy) as older:
        note = {"text": "Ask about the garden", "written_at": "2026-11-20T09:00"}
        fill(older, {"key": "dora", "name": "Dora", "notes": [note], "visits": [{"at": "2026-11-20T09:00"}]})
    prepare(copy, tmp_path / "coming.db", database_file, now)
    difference = compare(database_file, tmp_path / "coming.db")
    assert difference.gained == Contents(people=1, visits=1, notes=1)
    assert difference.lost == Contents(people=1, visits=0, notes=0)


def test_that_a_copy_stands_in_is_known_until_somebody_has_seen_to_it(database_file: Path) -> None:
    assert failover_since(database_file) is None
    mark_failover(database_file, date(2026, 11, 21))
    assert failover_since(database_file) == date(2026, 11, 21)
    clear_failover(database_file)
    clear_failover(database_file)
    assert failover_since(database_file) is None
