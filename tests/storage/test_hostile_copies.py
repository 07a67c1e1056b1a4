"""A copy may come from anywhere: what the kiosk did not make is not taken, and nothing in it runs."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from alembic import command

from kiosk.storage import records as stored
from kiosk.storage.file.contents import look_into_copy
from kiosk.storage.file.copies import copies_in, is_good, make_copy, name_of_next
from kiosk.storage.file.database import Database
from kiosk.storage.file.failover import open_at_counter
from kiosk.storage.file.migrate import alembic_config
from kiosk.storage.file.own_tables import at_revision, tables_in, tables_of_models
from kiosk.storage.file.plain import LARGEST
from kiosk.storage.file.restoring import prepare, put_in_place
from kiosk.storage.trouble import StorageDamage, StorageTrouble
from migrations import REVISIONS

Fill = Callable[..., None]

PEOPLE: list[dict[str, Any]] = [
    {
        "key": "ann",
        "name": "Ann",
        "cards": [{"number": "2900000000018"}, {"number": "LOY-ann"}],
        "important_dates": [{"month": 2, "day": 29, "year": 1604}],
        "notes": [{"text": "a “note”, ça va?", "written_at": "2026-11-20T09:00"}],
        "tread_gently": "open",
        "visits": [{"at": "2026-11-20T09:00", "with": ["ben"]}],
    },
    {"key": "ben", "name": "بن", "called_by": "Ben"},
]

SCHEMAS = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON visit BEGIN DELETE FROM customer; END",
    "a view": "CREATE VIEW v AS SELECT 1",
    "a view in place of a table": "DROP TABLE wish; CREATE VIEW wish AS SELECT 1",
    "another table": "CREATE TABLE more (x)",
    "a table of a module": "CREATE VIRTUAL TABLE more USING rtree(id, x0, x1)",
    "another index": "CREATE INDEX i ON visit (hex(at))",
    "a missing index": "DROP INDEX ix_visit_at",
    "another column": "ALTER TABLE staff ADD COLUMN more TEXT",
    "a column that computes": "ALTER TABLE staff ADD COLUMN more TEXT AS (hex(name))",
    "a missing table": "DROP TABLE wish",
}
VALUES = {
    "a garbled time": "UPDATE visit SET at = 'garbage'",
    "a time in the year 1": "UPDATE visit SET at = '0001-01-01 00:00:00.000000'",
    "a number for a time": "UPDATE visit SET at = 7",
    "bytes for a name": "UPDATE customer SET name = x'00ff'",
    "a name that is no text": "UPDATE customer SET name = CAST(x'ff' AS TEXT)",
    "a name of 50 MB": "UPDATE customer SET name = printf('%.*c', 50000000, 'x')",
    "a name of 600 letters": "UPDATE customer SET name = printf('%.*c', 600, 'x')",
    "a long note": "UPDATE note SET text = printf('%.*c', 281, 'x')",
    "a name that turns": "UPDATE customer SET name = 'Ann' || char(8238)",
    "a name of two lines": "UPDATE customer SET name = 'Ann' || char(10) || 'Ben'",
    "no name": "UPDATE customer SET called_by = char(8203)",
    "an unknown kind": "UPDATE note SET kind = 'gossip'",
    "perhaps": "UPDATE customer SET deceased = 7",
    "yes": "UPDATE customer SET deceased = 'yes'",
    "no id": "UPDATE note SET id = 'x'",
    "a day that there is not": "UPDATE important_date SET month = 2, day = 30",
    "a month that there is not": "UPDATE important_date SET month = 77",
    "a year that there is not": "UPDATE important_date SET year = 123456789",
    "somebody who is not there": f"UPDATE visit SET customer_id = '{'0' * 32}'",
    "a time zone that there is not": "UPDATE shop SET time_zone = 'Europe/Atlantis'",
}


def change(file: Path, sql: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.executescript(sql)


@pytest.fixture
def shop(database: Database, database_file: Path, fill: Fill) -> Path:
    fill(database, *PEOPLE)
    database.close()
    # What separates the fields of a bar code is part of its number.
    change(database_file, "UPDATE card SET number = '01029' || char(29) || '10X' WHERE number = 'LOY-ann'")
    return database_file


@pytest.fixture
def copy(shop: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "copies"
    folder.mkdir()
    return Path(shutil.copy(shop, folder / "kiosk-000001-2026-11-20.db"))


@pytest.mark.parametrize("harm", [*SCHEMAS, *VALUES])
def test_what_the_kiosk_never_makes_is_not_put_in_place(
    harm: str, copy: Path, shop: Path, now: datetime
) -> None:
    change(copy, (SCHEMAS | VALUES)[harm])
    before = {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()}
    with pytest.raises(StorageDamage):
        put_in_place(copy, shop, now)
    assert {file: file.read_bytes() for file in shop.parent.iterdir() if file.is_file()} == before


@pytest.mark.parametrize("harm", SCHEMAS)
def test_what_the_kiosk_never_makes_is_no_good_copy(harm: str, copy: Path) -> None:
    assert is_good(copy)
    change(copy, SCHEMAS[harm])
    assert not is_good(copy)


@pytest.mark.parametrize("harm", ["a trigger", "a garbled time"])
def test_at_the_counter_a_hostile_copy_leaves_its_place_to_the_one_before(
    harm: str, copy: Path, shop: Path, now: datetime
) -> None:
    newer = Path(shutil.copy(copy, copy.with_name("kiosk-000002-2026-11-21.db")))
    change(newer, (SCHEMAS | VALUES)[harm])
    shop.write_bytes(b"\xff" * 8192)
    opened = open_at_counter(f"sqlite:///{shop}", now, lambda: [copy.parent], was_here=True)
    opened.database.close()
    assert opened.copy_of == date(2026, 11, 20)
    assert look_into_copy(shop)[1].people == 2


def test_everything_that_is_kept_comes_back_and_the_words_of_names_follow_from_the_names(
    copy: Path, shop: Path, now: datetime, tmp_path: Path, exported: Callable[[Database], str]
) -> None:
    change(copy, "UPDATE name_word SET word = 'x' || word, sound = 'else'")
    prepare(copy, tmp_path / "coming.db", shop, now)
    with (
        closing(Database.at(shop)) as before,
        closing(Database.at(tmp_path / "coming.db")) as coming,
        before.reading() as one,
        coming.reading() as other,
    ):
        for table in stored.MODELS:
            assert stored.read(one, table) == stored.read(other, table)
        words = "SELECT * FROM name_word ORDER BY word"
        assert (
            one.connection().exec_driver_sql(words).all() == other.connection().exec_driver_sql(words).all()
        )


@pytest.mark.parametrize("harm", [None, "a trigger", "another table"])
@pytest.mark.parametrize("revision", REVISIONS[:-1])
def test_an_older_copy_is_compared_with_what_it_was_then(
    revision: str, harm: str | None, copy: Path, shop: Path, now: datetime, tmp_path: Path
) -> None:
    with closing(Database.at(copy)) as older, older.writing() as session:
        command.downgrade(alembic_config(session.connection()), revision)
    if harm is None:
        prepare(copy, tmp_path / "coming.db", shop, now)
        assert look_into_copy(tmp_path / "coming.db")[1].people == 2
    else:
        change(copy, SCHEMAS[harm])
        with pytest.raises(StorageDamage):
            prepare(copy, tmp_path / "coming.db", shop, now)


def test_the_models_and_the_steps_to_them_make_the_same_tables() -> None:
    with at_revision(REVISIONS[-1]) as made:
        assert tables_in(made) == tables_of_models()


def a_link(copy: Path, precious: Path) -> None:
    copy.unlink()
    copy.symlink_to(precious)


def a_pipe(copy: Path, precious: Path) -> None:
    copy.unlink()
    os.mkfifo(copy)


def a_folder(copy: Path, precious: Path) -> None:
    copy.unlink()
    copy.mkdir()


def without_end(copy: Path, precious: Path) -> None:
    os.truncate(copy, LARGEST + 1)


@pytest.mark.parametrize("harm", [a_link, a_pipe, a_folder, without_end])
def test_what_is_no_plain_file_is_neither_read_nor_waited_for(
    harm: Callable[[Path, Path], None], copy: Path, shop: Path, now: datetime
) -> None:
    precious = Path(shutil.copy(shop, shop.with_name("precious.db")))
    harm(copy, precious)
    assert not is_good(copy)
    with pytest.raises(StorageDamage, match="is not a file of its own"):
        put_in_place(copy, shop, now)


def test_a_journal_that_names_another_one_deletes_nothing(copy: Path, shop: Path, now: datetime) -> None:
    precious = copy.with_name("precious")
    precious.write_text("kept")
    journal = copy.with_name(f"{copy.name}-journal")
    journal.write_bytes(b"\0" * 512 + bytes(precious) + b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7")
    with pytest.raises(StorageDamage):
        put_in_place(copy, shop, now)
    assert precious.read_text() == "kept"


def a_write_cut_off(file: Path) -> None:
    """Leave a file, and its journal, as a power cut amid a write does."""
    with closing(sqlite3.connect(file, isolation_level=None)) as writing:
        writing.execute("PRAGMA cache_size = 1")
        writing.execute("BEGIN")
        writing.execute("UPDATE customer SET pronunciation = ?", ("x" * 100_000,))
        torn = {ending: Path(f"{file}{ending}").read_bytes() for ending in ("", "-journal")}
        writing.execute("ROLLBACK")
    for ending, content in torn.items():
        Path(f"{file}{ending}").write_bytes(content)


def test_looking_at_a_copy_plays_no_journal_back_into_it(copy: Path) -> None:
    a_write_cut_off(copy)
    before = {file: file.read_bytes() for file in copy.parent.iterdir()}
    with suppress(StorageTrouble):
        look_into_copy(copy)
    assert {file: file.read_bytes() for file in copy.parent.iterdir()} == before


def test_a_database_that_a_power_cut_left_amid_a_write_comes_back_as_it_was_before(
    copy: Path, shop: Path, now: datetime, tmp_path: Path
) -> None:
    a_write_cut_off(copy)
    before = copy.read_bytes()
    prepare(copy, tmp_path / "coming.db", shop, now)
    assert look_into_copy(tmp_path / "coming.db")[1].people == 2
    assert copy.read_bytes() == before


@pytest.mark.parametrize("number", ["9" * 228, "9" * 10, "9" * 9, "²²²²²²"])
def test_no_number_in_a_name_keeps_the_next_nights_from_their_copies(
    number: str, copy: Path, shop: Path
) -> None:
    folder = copy.parent
    shutil.copy(copy, folder / f"kiosk-{number}-2026-11-21.db")
    for day in (22, 23, 24):
        made = make_copy(shop, folder, name_of_next([folder], shop, date(2026, 11, day)), shop)
        assert copies_in([folder], shop)[0].file == made


def test_no_link_in_the_folder_of_copies_leads_a_new_copy_elsewhere(copy: Path, shop: Path) -> None:
    folder, precious = copy.parent, shop.with_name("precious")
    precious.write_text("kept")
    shop.with_name("kiosk.db.forgotten").write_text("a line\n")
    made = folder / name_of_next([folder], shop, date(2026, 11, 22))
    for name in (
        f"{made.name}.unfinished",
        f"{made.name}.unfinished-journal",
        f"{made.name}-journal",
        "kiosk.db.forgotten",
        "kiosk.db.forgotten.unfinished",
    ):
        (folder / name).symlink_to(precious)
    make_copy(shop, folder, made.name, shop)
    assert precious.read_text() == "kept"
    assert is_good(made)
    assert "a line" in (folder / "kiosk.db.forgotten").read_text()
    assert not (folder / "kiosk.db.forgotten").is_symlink()
