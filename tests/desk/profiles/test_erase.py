"""Forgetting somebody: no row and no byte about them is left, and nobody else is touched."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy import select

from kiosk.desk import Desk
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.locale import Speech
from kiosk.people.known.important_dates import Occasion
from kiosk.people.staff.members import ManagersOnly
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current
from kiosk.storage.file.written import note_written
from kiosk.storage.models import Base
from kiosk.storage.trouble import StorageTrouble
from tests.desk.profiles.kept import ALICE, JACKS_CARD, JACKS_OLD_CARD, PEOPLE
from tests.serving import serve_known

TELLING = (
    "jack-okafor",
    "Jack Okafor",
    "okafor",
    "oh-KAH-for",
    JACKS_CARD,
    JACKS_OLD_CARD,
    "Saint Oswald",
    "Hawaii trip",
    "No nuts for Zoe",
    "Plans a surprise",
    "Macadamia",
    "A coffee on the house",
)
BUSY = "Another program is holding the data."


@pytest.fixture
def desk(database: Database, words: Speech, now: datetime, managed: Callable[[Desk], Desk]) -> Desk:
    return managed(Desk(database, words, lambda: now))


@pytest.fixture
def jack(ids: dict[str, UUID]) -> UUID:
    return ids["jack-okafor"]


@pytest.fixture
def kept(database: Database, exported: Callable[[Database], str]) -> Callable[[], list[dict[str, Any]]]:
    def kept() -> list[dict[str, Any]]:
        customers: list[dict[str, Any]] = msgspec.json.decode(exported(database))["customers"]
        return customers

    return kept


@pytest.fixture
def reader(database: Database, database_file: Path) -> Iterator[sqlite3.Connection]:
    """Another program that reads: rows can be written beside it until it lets go, the file cannot."""
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        yield other


def bytes_beside(file: Path) -> bytes:
    """All that the database has written."""
    return b"".join(one.read_bytes() for one in file.parent.iterdir() if one.is_file())


def left(file: Path, id: UUID) -> list[str]:
    """What of it is found in the bytes of the file, in any of the encodings that SQLite knows."""
    written = bytes_beside(file)
    found = [text for text in TELLING if text.encode() in written or text.encode("utf-16-le") in written]
    return found + [form for form in (id.hex, str(id)) if form.encode() in written]


def test_before_all_of_it_can_be_found(database_file: Path, desk: Desk, jack: UUID) -> None:
    assert left(database_file, jack) == [*TELLING, jack.hex]


def test_no_byte_is_left(database_file: Path, desk: Desk, jack: UUID) -> None:
    assert desk.profiles.erase(jack) == ""
    assert left(database_file, jack) == []


def test_nor_is_what_another_program_had_left_in_the_unused_parts_of_the_file(
    database_file: Path, desk: Desk, jack: UUID
) -> None:
    with closing(sqlite3.connect(database_file)) as careless:
        careless.execute("PRAGMA secure_delete = OFF")
        for name in ("Jack of old " * 50, "Jack Okafor"):
            with careless:
                careless.execute("UPDATE customer SET name = ? WHERE key = 'jack-okafor'", (name,))
    assert b"Jack of old" in bytes_beside(database_file)
    desk.profiles.erase(jack)
    assert b"Jack of old" not in bytes_beside(database_file)


def test_no_row_of_any_table_is_left(database: Database, desk: Desk, jack: UUID) -> None:
    def rows() -> list[Any]:
        with database.reading() as session:
            return [row for table in Base.metadata.sorted_tables for row in session.execute(select(table))]

    of_jack = {
        value
        for row in rows()
        if jack in row
        for name, value in row._mapping.items()
        if name == "id" and row._mapping.get("customer_id", jack) == jack
    }
    assert len(of_jack) > 15
    shared = {one.important.id for one in desk.profiles.of(jack).important_dates if one.shared_with}
    desk.profiles.erase(jack)
    assert [row for row in rows() if (of_jack - shared) & set(row)] == []


def test_everybody_else_is_as_they_were(desk: Desk, jack: UUID, kept: Callable[[], list[Any]]) -> None:
    before = kept()
    desk.profiles.erase(jack)
    text = json.dumps([customer for customer in before if customer["key"] != "jack-okafor"])
    others = json.loads(text.replace('"jack-okafor"', "null"))
    for customer in others:
        for visit in customer["visits"]:
            visit["with"] = [key for key in visit["with"] if key is not None]
    alice = next(customer for customer in others if customer["key"] == "alice")
    [jacks] = [customer for customer in before if customer["key"] == "jack-okafor"]
    [wedding] = [one for one in jacks["important_dates"] if one["with"] == "alice"]
    wished = [wish | {"whom": None} for wish in wedding["wished"] if wish["whom"] == "alice"]
    alice["important_dates"].append(wedding | {"with": None, "wished": wished})
    alice["important_dates"].sort(key=lambda one: (one["month"], one["day"], one["occasion"]))
    assert kept() == others
    assert any(wished)


def test_a_note_that_was_not_for_their_ears_keeps_its_text(
    desk: Desk, jack: UUID, ids: dict[str, UUID]
) -> None:
    desk.profiles.erase(jack)
    [note] = desk.profiles.of(ids["alice"]).notes
    assert (note.note.text, note.not_in_front_of) == ("Bakes for the party", None)


def test_of_two_dates_that_become_the_same_one_stays(
    desk: Desk, jack: UUID, ids: dict[str, UUID], database: Database, fill: Callable[..., None]
) -> None:
    own = {"occasion": "anniversary", "month": 6, "day": 6, "year": 2012}
    fill(database, *(PEOPLE[0], {**ALICE, "important_dates": [*ALICE["important_dates"], own]}, *PEOPLE[2:]))
    desk.profiles.erase(jack)
    days = [one.important for one in desk.profiles.of(ids["alice"]).important_dates]
    assert [one.occasion for one in days].count(Occasion.ANNIVERSARY) == 1


def test_the_shop_can_be_loaded_again_here_and_elsewhere(
    desk: Desk,
    jack: UUID,
    database: Database,
    empty_file: Path,
    tmp_path: Path,
    now: datetime,
    exported: Callable[[Database], str],
) -> None:
    desk.profiles.erase(jack)
    once = exported(database)
    shutil.copy(empty_file, tmp_path / "elsewhere.db")
    with closing(Database(f"sqlite:///{tmp_path / 'elsewhere.db'}")) as elsewhere:
        for shop in (database, elsewhere):
            load(shop, shop_file.read(once), now=now)
            assert exported(shop) == once


def test_who_was_forgotten_already_is_forgotten(desk: Desk, kept: Callable[[], list[Any]]) -> None:
    before = kept()
    assert desk.profiles.erase(uuid4()) == ""
    assert kept() == before


def test_only_a_manager_may(desk: Desk, jack: UUID) -> None:
    desk.at_counter.sign_out()
    with pytest.raises(ManagersOnly):
        desk.profiles.erase(jack)
    assert len(desk.profiles.of(jack).notes) == 3


def test_a_newer_database_is_left_as_it_is(
    database_file: Path, words: Speech, now: datetime, managed: Callable[[Desk], Desk], jack: UUID
) -> None:
    with closing(Database(f"sqlite:///{database_file}", read_only=True)) as newer:
        desk = managed(Desk(newer, words, lambda: now))
        with pytest.raises(StorageTrouble, match="saves nothing"):
            desk.profiles.erase(jack)
        assert len(desk.profiles.of(jack).notes) == 3


def test_everybody_can_be_forgotten(desk: Desk, ids: dict[str, UUID], kept: Callable[[], list[Any]]) -> None:
    for id in ids.values():
        desk.profiles.erase(id)
    assert kept() == []


def test_nothing_is_removed_when_nothing_can_be_written(
    desk: Desk, jack: UUID, reader: sqlite3.Connection
) -> None:
    reader.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageTrouble, match=BUSY):
        desk.profiles.erase(jack)
    reader.execute("ROLLBACK")
    assert len(desk.profiles.of(jack).notes) == 3


class _HeldAfterwards(Database):
    """Another program takes hold of the file as soon as the rows are gone."""

    other: sqlite3.Connection

    def vacuum(self) -> None:
        self.other.execute("BEGIN")
        self.other.execute("SELECT count(*) FROM customer").fetchone()
        super().vacuum()


@pytest.fixture
def unfinished(
    database_file: Path,
    reader: sqlite3.Connection,
    words: Speech,
    now: datetime,
    managed: Callable[[Desk], Desk],
) -> Iterator[Desk]:
    """The desk of a database whose file is held by another program when it is to be rewritten."""
    database = _HeldAfterwards(f"sqlite:///{database_file}")
    database.other = reader
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    yield managed(Desk(database, words, lambda: now))
    database.close()


def test_when_the_bytes_stay_the_rows_are_gone_and_a_sentence_says_so(
    unfinished: Desk, desk: Desk, jack: UUID, reader: sqlite3.Connection, kept: Callable[[], list[Any]]
) -> None:
    said = unfinished.profiles.erase(jack)
    assert said.startswith("They are forgotten.")
    assert BUSY in said
    reader.execute("ROLLBACK")
    assert "jack-okafor" not in [customer["key"] for customer in kept()]


def test_the_next_start_finishes_it(
    unfinished: Desk, jack: UUID, reader: sqlite3.Connection, database_file: Path, now: datetime
) -> None:
    unfinished.profiles.erase(jack)
    reader.execute("ROLLBACK")
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    database, _ = open_current(f"sqlite:///{database_file}", now)
    database.close()
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    assert left(database_file, jack) == []


def test_so_does_the_next_erasing(
    unfinished: Desk, desk: Desk, ids: dict[str, UUID], reader: sqlite3.Connection, database_file: Path
) -> None:
    unfinished.profiles.erase(ids["jack-okafor"])
    reader.execute("ROLLBACK")
    assert desk.profiles.erase(ids["ben"]) == ""
    with closing(sqlite3.connect(database_file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    assert left(database_file, ids["jack-okafor"]) == []


def test_a_start_does_not_rewrite_a_file_that_is_whole(database_file: Path, now: datetime) -> None:
    before = database_file.stat().st_mtime_ns
    database, _ = open_current(f"sqlite:///{database_file}", now)
    database.close()
    assert database_file.stat().st_mtime_ns == before


# Who is proposed


def gone(key: str, **more: Any) -> dict[str, Any]:
    return {"key": key, "name": key.title(), **more}


def visited(*days: str) -> dict[str, Any]:
    return {"visits": [{"at": f"{day}T09:00"} for day in days]}


@pytest.fixture
def proposed(database: Database, desk: Desk, fill: Callable[..., None]) -> Callable[..., list[str]]:
    """The keys-as-names of those proposed when these people are there, too."""

    def proposed(*customers: dict[str, Any], most: int = 10) -> list[str]:
        fill(database, *customers)
        return [found.name for found in desk.profiles.forgettable(most)]

    return proposed


def test_who_has_not_come_for_24_months_is_proposed_the_longest_gone_first(
    proposed: Callable[..., list[str]],
) -> None:
    people = [
        gone("two years and a day", **visited("2024-11-23")),
        gone("to the day", **visited("2024-11-24", "2022-01-01")),
        gone("not quite", **visited("2024-11-25")),
        gone("long ago", **visited("2019-01-01")),
        gone("came back", **visited("2019-01-01", "2026-11-01")),
    ]
    assert proposed(*people) == ["Long Ago", "Two Years And A Day", "To The Day"]
    assert proposed(most=1) == ["Long Ago"]


def test_who_never_came_counts_from_since_or_consent(proposed: Callable[..., list[str]]) -> None:
    people = [
        gone("since", since="2020-01-01"),
        gone("asked lately", since="2020-01-01", consent={"on": "2026-01-01"}),
        gone("asked", consent={"on": "2021-01-01"}),
        gone("unknown"),
    ]
    assert proposed(*people) == ["Since", "Asked"]


def test_a_stamp_from_before_any_kiosk_proposes_nobody(proposed: Callable[..., list[str]]) -> None:
    assert proposed(gone("a pi without a clock", **visited("1970-01-01", "2000-01-01"))) == []


def test_the_dead_are_not_proposed(proposed: Callable[..., list[str]]) -> None:
    assert proposed(gone("dead", deceased=True, **visited("2019-01-01"))) == []


def test_a_proposal_says_when_they_were_here_last(
    desk: Desk, database: Database, fill: Callable[..., None]
) -> None:
    fill(database, gone("gone", **visited("2019-01-01")), gone("never", since="2020-01-01"))
    assert [found.hint for found in desk.profiles.forgettable(5)] == ["last here in 2019", "not here yet"]


def test_who_was_forgotten_while_their_greeting_stood_there_is_told_in_a_sentence(
    desk: Desk, jack: UUID
) -> None:
    desk.profiles.erase(jack)
    with pytest.raises(StorageTrouble, match="not kept here any more"):
        serve_known(desk, jack)


def test_files_that_were_written_before_are_told_the_newest_first_and_not_too_many(
    desk: Desk, jack: UUID, database_file: Path, tmp_path: Path
) -> None:
    for n in range(5):
        (tmp_path / f"{n}.json").touch()
        note_written(database_file, tmp_path / f"{n}.json")
    told = ", ".join(str(tmp_path / f"{n}.json") for n in (4, 3, 2))
    assert desk.profiles.erase(jack) == f"These files were written before and may still name them: {told}, …"
