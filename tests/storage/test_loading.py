"""A large file is loaded in pieces: all of it or nothing, and what the counter decides meanwhile wins."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from kiosk.desk import Desk
from kiosk.exchange import loading, shop_file
from kiosk.exchange.progress import Item
from kiosk.locale import Speech
from kiosk.people.changing.newcomers import Newcomer
from kiosk.storage import people
from kiosk.storage import records as stored
from kiosk.storage.erasing import erase
from kiosk.storage.file.backup import back_up
from kiosk.storage.file.database import Database
from kiosk.storage.file.holding import holding
from kiosk.storage.file.opening import open_current
from kiosk.storage.loading.staging import stage, staging_files
from kiosk.storage.trouble import StorageTrouble

Fill = Callable[..., None]
Exported = Callable[[Database], str]
ShopText = Callable[..., dict[str, Any]]
Load = Callable[..., int]
MANY = 80


def person(n: int, **more: Any) -> dict[str, Any]:
    """Somebody with something in every table, known to the one before."""
    at = "2026-10-17T09:05"
    before = [] if n == 0 else [f"k{n - 1}"]
    return {
        "key": f"k{n}",
        "name": f"Ann Number{n}",
        "consent": {"on": "2026-01-01", "by": "mia"},
        "cards": [{"number": f"LOY-{n}"}],
        "important_dates": [
            {"month": 1 + n % 12, "day": 1, "wished": [{"on": f"2025-{1 + n % 12:02}-01", "by": "mia"}]}
        ],
        "notes": [{"text": f"Note {n}", "written_at": at, "closed_at": at, "closed_by": "mia"}],
        "gestures": [{"direction": "received", "what": "nuts", "at": at, "thanked_at": at}],
        "relationships": [{"to": key, "kind": "friend"} for key in before],
        "visits": [{"at": at, "with": before}],
        **more,
    }


def crowd(**more: Any) -> list[dict[str, Any]]:
    return [person(n, **more) for n in range(MANY)]


@pytest.fixture
def load(shop_text: ShopText, now: datetime) -> Load:
    """Loads customers, and lets something happen when the first rows are in."""

    def load(database: Database, customers: list[dict[str, Any]], meanwhile: Callable[[], object]) -> int:
        def progress(items: Sequence[Item], what: str, /) -> Iterable[Item]:
            if what == "Saving":
                meanwhile()
            return items

        file = msgspec.convert(shop_text(*customers), shop_file.ShopFile)
        return loading.load(database, file, now=now, progress=progress)

    return load


@pytest.fixture
def counter(database_file: Path) -> Iterator[Database]:
    """The same file, as another program has it."""
    with closing(Database.at(database_file)) as counter:
        yield counter


def id_of(database: Database, key: str) -> UUID:
    with database.reading() as session:
        return people.customer_ids(session, [key])[key]


def words_in(database: Database) -> set[tuple[str, str]]:
    with database.reading() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT key, word FROM name_word JOIN customer ON customer.id = customer_id"
        )
        return {(key, word) for key, word in rows}


def is_sound(file: Path) -> bool:
    with closing(sqlite3.connect(file)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return whole and connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_is_loaded_in_pieces_is_what_one_transaction_would_have_saved(
    database: Database,
    database_file: Path,
    empty_file: Path,
    tmp_path: Path,
    fill: Fill,
    exported: Exported,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other_file = tmp_path / "at-once.db"
    other_file.write_bytes(empty_file.read_bytes())
    with closing(Database.at(other_file)) as at_once:
        # Twice: first everything is new, then most of it is known, and something of each has changed.
        for customers in (crowd(), crowd(name="Ben Other", called_by="Ben", greet_by_name=False)):
            fill(database, *customers)
            with monkeypatch.context() as all_at_once:
                all_at_once.setattr(loading, "_AT_ONCE", 100_000)
                fill(at_once, *customers)
            assert exported(database) == exported(at_once)
            assert words_in(database) == words_in(at_once)
    assert is_sound(database_file)
    assert not staging_files(database_file)


def test_a_card_that_was_given_to_somebody_else_meanwhile_stays_theirs(
    load: Load, database: Database, counter: Database, words: Speech, now: datetime
) -> None:
    def give_away() -> None:
        desk = Desk(counter, words, lambda: now)
        assert desk.newcomers.keep(f"LOY-{MANY - 1}", None, Newcomer(called_by="Zoe")).trouble == ""

    assert load(database, crowd(), give_away) == 1
    with database.reading() as session:
        card = people.find_card(session, [f"LOY-{MANY - 1}"])
        assert card is not None
        assert people.customers(session, [card.customer_id])[card.customer_id].called_by == "Zoe"
        assert len(stored.read(session, "customer")) == MANY + 1


def test_somebody_who_was_forgotten_meanwhile_stays_so(
    load: Load, database: Database, database_file: Path, counter: Database, fill: Fill
) -> None:
    fill(database, person(0))
    assert load(database, crowd(), lambda: erase(counter, id_of(counter, "k0"))) > 0
    with database.reading() as session:
        kept = {table: stored.read(session, table) for table in stored.MODELS}
    assert "k0" not in {record["key"] for record in kept["customer"]}
    assert len(kept["customer"]) == len(kept["card"]) == len(kept["note"]) == MANY - 1
    assert is_sound(database_file)


def test_what_was_changed_meanwhile_stays_as_it_is_now(
    load: Load, database: Database, counter: Database, fill: Fill
) -> None:
    fill(database, person(0), person(1))
    renamed = {"called_by": "Grandma", "name": "Grandma"}
    load(database, crowd(), lambda: fill(counter, person(0, **renamed)))
    with database.reading() as session:
        names = {record["key"]: record["name"] for record in stored.read(session, "customer")}
    assert (names["k0"], names["k1"]) == ("Grandma", "Ann Number1")
    assert {word for key, word in words_in(database) if key == "k0"} == {"grandma"}


def test_a_visit_that_is_recorded_meanwhile_is_kept_beside_those_of_the_file(
    load: Load, database: Database, counter: Database, fill: Fill, exported: Exported
) -> None:
    fill(database, person(0))
    more = [{"at": "2026-11-24T09:00"}]
    load(database, crowd(), lambda: fill(counter, {**person(0), "visits": more}))
    assert exported(database).count('"at": "2026-11-24T09:00"') == 1


def test_a_second_load_meanwhile_is_refused_and_changes_nothing(
    load: Load, database: Database, counter: Database, fill: Fill, exported: Exported
) -> None:
    def second() -> None:
        with pytest.raises(StorageTrouble, match=r"^Another file is being loaded just now\. Nothing was"):
            fill(counter, *crowd(name="Second"))

    load(database, crowd(), second)
    assert "Second" not in exported(database)


def test_a_small_file_is_loaded_while_a_large_one_is(
    load: Load, database: Database, counter: Database, fill: Fill, exported: Exported
) -> None:
    load(database, crowd(), lambda: fill(counter, {"key": "zoe", "name": "Zoe"}))
    assert '"zoe"' in exported(database)


def test_a_load_that_is_refused_leaves_nothing_beside_the_database(
    database: Database, database_file: Path, fill: Fill, exported: Exported
) -> None:
    fill(database, {"key": "zoe", "name": "Zoe", "cards": [{"number": "LOY-5"}]})
    before = exported(database)
    with pytest.raises(shop_file.ShopFileError, match=r"customers\[5\]: a card of theirs belongs"):
        fill(database, *crowd())
    assert exported(database) == before
    assert not staging_files(database_file)


class _CutOff(BaseException):
    """As if somebody had pressed Ctrl+C."""


def cut_off() -> None:
    raise _CutOff


def test_whoever_opens_the_database_next_finishes_what_counts(
    load: Load, database: Database, database_file: Path, now: datetime
) -> None:
    with pytest.raises(_CutOff):
        load(database, crowd(), cut_off)
    assert len(staging_files(database_file)) == 1
    opened, _ = open_current(f"sqlite:///{database_file}", now)
    with closing(opened), opened.reading() as session:
        assert len(stored.read(session, "customer")) == MANY
    assert not staging_files(database_file)


def test_a_backup_never_holds_half_of_a_load(
    load: Load, database: Database, tmp_path: Path, database_file: Path
) -> None:
    with pytest.raises(_CutOff):
        load(database, crowd(), cut_off)
    back_up(database_file, tmp_path / "copy.db")
    with closing(Database.at(tmp_path / "copy.db")) as copy, copy.reading() as session:
        assert len(stored.read(session, "customer")) == MANY


def test_an_export_never_holds_half_of_a_load(load: Load, database: Database, exported: Exported) -> None:
    with pytest.raises(_CutOff):
        load(database, crowd(), cut_off)
    assert len(json.loads(exported(database))["customers"]) == MANY


def test_what_never_counted_is_removed_unless_somebody_is_at_it(
    database: Database, database_file: Path, now: datetime, exported: Exported
) -> None:
    stage(database, 7, [("customer", [])])
    left, before = staging_files(database_file), exported(database)
    assert len(left) == 1
    with holding(database_file, "loading"):
        open_current(f"sqlite:///{database_file}", now)[0].close()
        assert staging_files(database_file) == left
    open_current(f"sqlite:///{database_file}", now)[0].close()
    assert not staging_files(database_file)
    assert exported(database) == before
