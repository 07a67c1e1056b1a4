"""Two customers become one, and two again: nothing is lost, nothing is there twice."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from kiosk.people.known.mergers import Aspect
from kiosk.people.texts import RefusedText
from kiosk.storage import people
from kiosk.storage.erasing import erase
from kiosk.storage.file.database import Database
from kiosk.storage.finding import named_ids
from kiosk.storage.merging.merging import merge, unmerge
from kiosk.storage.merging.rows import rows_about
from kiosk.storage.models import Base, Merger
from tests.storage.any_rows import TABLES, make_all_that_refers, make_row

AT = datetime(2026, 11, 24, 9, 14, tzinfo=UTC)
JACK, JACKIE = "2900000000018", "2900000000025"
ALICE = {"key": "alice", "name": "Alice Moreau"}
TWO: list[dict[str, Any]] = [
    {
        "key": "jack",
        "name": "Jack Okafor",
        "called_by": "Jack",
        "since": "2023-01-01",
        "cards": [{"number": JACK}],
        "important_dates": [{"month": 11, "day": 19}, {"occasion": "name_day", "month": 6, "day": 6}],
        "notes": [{"kind": "remember", "text": "Rides a bicycle", "written_at": "2026-10-01T09:00"}],
        "relationships": [{"to": "alice", "kind": "partner"}],
        "visits": [{"at": "2026-10-01T09:00"}, {"at": "2026-10-08T09:00", "with": ["alice"]}],
    },
    {
        "key": "jackie",
        "name": "Jackie Okafor",
        "called_by": "Jackie",
        "since": "2021-03-01",
        "consent": {"on": "2022-05-05"},
        "cards": [{"number": JACKIE}],
        "important_dates": [{"month": 11, "day": 19, "year": 1985}],
        "notes": [
            {"kind": "remember", "text": "Rides a bicycle", "written_at": "2026-10-01T09:00"},
            {"kind": "ask_about", "text": "Hawaii", "written_at": "2026-11-04T09:00"},
        ],
        "gestures": [{"direction": "received", "what": "Nuts", "at": "2026-10-17T09:00"}],
        "relationships": [{"to": "alice", "kind": "partner"}],
        "visits": [{"at": "2026-10-01T09:20", "with": ["alice"]}, {"at": "2026-11-03T09:00"}],
    },
]


@pytest.fixture
def two(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, ALICE, *TWO)
    return database


@pytest.fixture
def ids(two: Database) -> dict[str, UUID]:
    with two.reading() as session:
        return people.customer_ids(session, ["jack", "jackie", "alice"])


@pytest.fixture
def exported_customers(exported: Callable[[Database], str]) -> Callable[[Database], dict[str, Any]]:
    """Every customer as in a shop file, by their keys."""
    return lambda database: {one["key"]: one for one in json.loads(exported(database))["customers"]}


def join(database: Database, ids: dict[str, UUID], *taken: Aspect, at: datetime = AT) -> None:
    with database.writing() as session:
        merge(session, ids["jack"], ids["jackie"], taken, at)


def everything(database: Database) -> dict[Any, Any]:
    """Every row of every table, but when it was changed last."""
    with database.reading() as session:
        return {
            (table.name, *(row._mapping[column.name] for column in table.primary_key.columns)): {
                name: value for name, value in row._mapping.items() if name != "updated_at"
            }
            for table in Base.metadata.sorted_tables
            for row in session.execute(select(table))
        }


def test_all_that_both_had_is_there_and_the_same_only_once(
    two: Database, ids: dict[str, UUID], exported_customers: Callable[[Database], dict[str, Any]]
) -> None:
    join(two, ids)
    told = exported_customers(two)
    assert told.keys() == {"alice", "jack"}
    jack = told["jack"]
    assert [card["number"] for card in jack["cards"]] == [JACK, JACKIE]
    assert [note["text"] for note in jack["notes"]] == ["Rides a bicycle", "Hawaii"]
    assert [gesture["what"] for gesture in jack["gestures"]] == ["Nuts"]
    assert [relation["to"] for relation in jack["relationships"]] == ["alice"]
    dates = {date["occasion"]: (date["month"], date["day"], date["year"]) for date in jack["important_dates"]}
    assert dates == {"name_day": (6, 6, None), "birthday": (11, 19, 1985)}
    assert (jack["since"], jack["consent"]["on"]) == ("2021-03-01", "2022-05-05")


def test_what_lies_within_half_an_hour_is_one_visit_with_whoever_came_along(
    two: Database, ids: dict[str, UUID], exported_customers: Callable[[Database], dict[str, Any]]
) -> None:
    join(two, ids)
    visits = [(visit["at"][:16], visit["with"]) for visit in exported_customers(two)["jack"]["visits"]]
    assert visits == [
        ("2026-10-01T09:00", ["alice"]),
        ("2026-10-08T09:00", ["alice"]),
        ("2026-11-03T09:00", []),
    ]


@pytest.mark.parametrize(("taken", "name"), [((), "Jack"), ((Aspect.NAME,), "Jackie")])
def test_of_what_differs_one_of_both_is_chosen(
    two: Database, ids: dict[str, UUID], taken: tuple[Aspect, ...], name: str
) -> None:
    join(two, ids, *taken)
    with two.reading() as session:
        assert people.customers(session, [ids["jack"]])[ids["jack"]].called_by == name


def test_a_birthday_of_the_other_is_taken_where_it_is_chosen(
    database: Database, fill: Callable[..., None], exported_customers: Callable[[Database], dict[str, Any]]
) -> None:
    wished = {"month": 11, "day": 20, "wished": ["2025-11-20"]}
    fill(database, ALICE, TWO[0], {**TWO[1], "important_dates": [wished]})
    with database.writing() as session:
        ids = people.customer_ids(session, ["jack", "jackie"])
        merge(session, ids["jack"], ids["jackie"], [Aspect.BIRTHDAY], AT)
    days = exported_customers(database)["jack"]["important_dates"]
    birthday = next(date for date in days if date["occasion"] == "birthday")
    assert (birthday["day"], [wish["on"] for wish in birthday["wished"]]) == (20, ["2025-11-20"])


def test_they_are_found_under_both_names_and_cards(two: Database, ids: dict[str, UUID]) -> None:
    join(two, ids)
    with two.reading() as session:
        assert named_ids(session, "jackie", 5) == [ids["jack"]]
        card = people.find_card(session, [JACKIE])
        assert card is not None
        assert card.customer_id == ids["jack"]


def test_taken_back_everything_is_as_it_was(two: Database, ids: dict[str, UUID]) -> None:
    before = everything(two)
    join(two, ids, *Aspect)
    assert everything(two) != before
    with two.writing() as session:
        assert unmerge(session, ids["jack"], AT + timedelta(hours=23)) == ids["jackie"]
    assert everything(two) == before


def test_whatever_refers_to_the_one_refers_to_the_other_and_back(database: Database) -> None:
    """Of every column of every table that refers to a customer, and of all that refers to those rows."""
    with database.writing() as session:
        keep, other = (make_row(session, TABLES["customer"]) for _ in range(2))
        list(make_all_that_refers(session, TABLES["customer"], other))
    before = everything(database)
    with database.writing() as session:
        merge(session, keep["id"], other["id"], [], AT + timedelta(hours=1))
    with database.reading() as session:
        assert rows_about(session, [other["id"]]) == {}
    with database.writing() as session:
        unmerge(session, keep["id"], AT + timedelta(hours=1))
    after = everything(database)
    words = {key for key in before.keys() ^ after.keys() if key[0] != "name_word"}
    assert words == set()
    changed = [key for key in before if key[0] != "name_word" and before[key] != after[key]]
    assert changed == []


def test_what_has_come_since_stays_where_it_is(
    two: Database, ids: dict[str, UUID], fill: Callable[..., None]
) -> None:
    join(two, ids)
    fill(
        two,
        {**TWO[0], "notes": [{"kind": "remember", "text": "New", "written_at": "2026-11-24T10:00"}]},
        ALICE,
    )
    with two.writing() as session:
        unmerge(session, ids["jack"], AT)
    with two.reading() as session:
        notes = people.open_notes(session, [ids["jack"], ids["jackie"]])
    assert [note.text for note in notes[ids["jack"]]] == ["Rides a bicycle", "New"]
    assert sorted(note.text for note in notes[ids["jackie"]]) == ["Hawaii", "Rides a bicycle"]


def test_after_a_day_it_is_for_good(two: Database, ids: dict[str, UUID]) -> None:
    join(two, ids)
    with pytest.raises(RefusedText, match="nothing to take back"), two.writing() as session:
        unmerge(session, ids["jack"], AT + timedelta(days=1, seconds=1))
    with two.writing() as session:
        other = make_row(session, TABLES["customer"])
        merge(session, ids["alice"], other["id"], [], AT + timedelta(days=2))
        assert session.scalar(select(Merger.undo).where(Merger.id == ids["jackie"])) is None


def test_where_the_same_person_has_come_from_another_counter_since_nothing_is_changed(
    two: Database, ids: dict[str, UUID]
) -> None:
    join(two, ids)
    with two.writing() as session:
        make_row(session, TABLES["customer"], key="jackie")
    before = everything(two)
    with pytest.raises(RefusedText, match="from another counter since"), two.writing() as session:
        unmerge(session, ids["jack"], AT)
    assert everything(two) == before


def test_of_two_mergers_the_newest_is_taken_back_first(two: Database, ids: dict[str, UUID]) -> None:
    join(two, ids)
    with two.writing() as session:
        third = make_row(session, TABLES["customer"])
        merge(session, ids["jack"], third["id"], [Aspect.NAME], AT + timedelta(hours=1))
        for expected in (third["id"], ids["jackie"]):
            assert unmerge(session, ids["jack"], AT + timedelta(hours=2)) == expected
        assert people.customers(session, [ids["jack"]])[ids["jack"]].called_by == "Jack"


def test_who_belongs_to_each_other_is_not_one_person(two: Database, ids: dict[str, UUID]) -> None:
    before = everything(two)
    with pytest.raises(RefusedText, match="they are two"), two.writing() as session:
        merge(session, ids["jack"], ids["alice"], [], AT)
    assert everything(two) == before


@pytest.mark.parametrize("who", ["jack", "alice"])
def test_forgetting_leaves_no_trace_of_them_in_what_takes_a_merger_back(
    two: Database, ids: dict[str, UUID], who: str
) -> None:
    join(two, ids)
    erase(two, ids[who])
    with two.reading() as session:
        undo = session.scalars(select(Merger.undo)).all()
    assert undo == ([] if who == "jack" else [None])
