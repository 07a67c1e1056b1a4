"""Who came along: what it changes in the greeting, and what is kept of it, with a real database file."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from drivers import Scan
from kiosk.desk import Answer, Desk
from kiosk.locale import Speech
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage import people
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from tests.clock import Clock
from tests.serving import serve

JACK, ALICE, BEN = "LOY-jack", "LOY-alice", "LOY-ben"
SURPRISE = {"text": "The surprise", "not_in_front_of": "alice", "written_at": "2026-11-20T09:00"}
NO_NUTS = {"kind": "always_show", "text": "No nuts", "written_at": "2026-11-20T09:00"}
PEOPLE: list[dict[str, Any]] = [
    {
        "key": "jack",
        "name": "Jack",
        "cards": [{"number": JACK}],
        "notes": [SURPRISE, NO_NUTS],
        "relationships": [{"to": "alice", "kind": "partner"}],
    },
    {
        "key": "alice",
        "name": "Alice",
        "cards": [{"number": ALICE}],
        "important_dates": [{"month": 11, "day": 24}],
    },
    {"key": "ben", "name": "Ben", "cards": [{"number": BEN}]},
]
BEFORE = ["alert: No nuts", "companion: Alice’s birthday today", "note: The surprise"]
TOGETHER = ["companion: Alice’s birthday today", "alert: No nuts"]


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, *PEOPLE)
    return database


@pytest.fixture
def desk(shop: Database, words: Speech, clock: Clock) -> Desk:
    return Desk(shop, words, clock, counter="2")


@pytest.fixture
def welcome(desk: Desk) -> Callable[[str], Answer]:
    return lambda number: serve(desk, number)


@pytest.fixture
def ids(shop: Database) -> dict[str, UUID]:
    with shop.reading() as session:
        return people.customer_ids(session, [customer["key"] for customer in PEOPLE])


@pytest.fixture
def come_along(desk: Desk, ids: dict[str, UUID]) -> Callable[[str, str], Answer]:
    return lambda who, with_whom: desk.greetings.come_along(ids[who], frozenset(), ids[with_whom])


@pytest.fixture
def visits(shop: Database, exported: Callable[[Database], str]) -> Callable[[], dict[str, Any]]:
    """The visits of each, as the shop file tells them."""

    def visits() -> dict[str, Any]:
        customers = json.loads(exported(shop))["customers"]
        return {customer["key"]: customer["visits"] for customer in customers}

    return visits


def cues(answer: Answer) -> list[str]:
    return [f"{cue.kind}: {cue.title}" for cue in answer.greeting.cues]


def present(greeting: Greeting) -> list[str]:
    return [companion.key for companion in greeting.companions if companion.present]


def test_marking_alice_present_changes_the_greeting_of_jack_at_once(
    welcome: Callable[[str], Answer], come_along: Callable[[str, str], Answer]
) -> None:
    alone = welcome(JACK)
    together = come_along("jack", "alice")
    assert (cues(alone), present(alone.greeting)) == (BEFORE, [])
    assert (cues(together), present(together.greeting)) == (TOGETHER, ["alice"])
    assert "Alice" in together.greeting.say
    assert together.trouble == ""


def test_company_is_kept_with_the_visits_of_both(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
    shop: Database,
    ids: dict[str, UUID],
) -> None:
    welcome(JACK)
    clock.forward(minutes=1)
    come_along("jack", "alice")
    with shop.reading() as session:
        whose = {visit["id"]: visit["customer_id"] for visit in stored.read(session, "visit")}
        pairs = [
            (whose[row["visit_id"]], row["customer_id"]) for row in stored.read(session, "visit_companion")
        ]
    assert sorted(pairs) == sorted([(ids["jack"], ids["alice"]), (ids["alice"], ids["jack"])])


def test_the_shop_file_tells_who_came_with_whom_when_and_where(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
    visits: Callable[[], dict[str, Any]],
) -> None:
    welcome(JACK)
    clock.forward(minutes=1)
    come_along("jack", "alice")
    assert visits() == {
        "jack": [{"at": "2026-11-24T09:14", "counter": "2", "with": ["alice"]}],
        "alice": [{"at": "2026-11-24T09:15", "counter": "2", "with": ["jack"]}],
        "ben": [],
    }


def test_a_companion_who_was_scanned_before_has_no_second_visit(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
    visits: Callable[[], dict[str, Any]],
) -> None:
    welcome(ALICE)
    clock.forward(minutes=30)
    welcome(JACK)
    come_along("jack", "alice")
    assert visits()["alice"] == [{"at": "2026-11-24T09:14", "counter": "2", "with": ["jack"]}]


def test_marking_somebody_present_twice_or_from_both_sides_adds_nothing(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
    shop: Database,
    exported: Callable[[Database], str],
) -> None:
    welcome(JACK)
    once = come_along("jack", "alice")
    kept = exported(shop)
    clock.forward(minutes=1)
    assert come_along("jack", "alice").greeting == once.greeting
    come_along("alice", "jack")
    assert exported(shop) == kept


@pytest.mark.parametrize(("seconds", "company"), [(0, ["alice"]), (1800, ["alice"]), (1801, [])])
def test_who_came_along_is_here_for_as_long_as_the_visit(
    seconds: int,
    company: list[str],
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
) -> None:
    welcome(JACK)
    come_along("jack", "alice")
    clock.forward(seconds=seconds)
    again = welcome(JACK)
    assert present(again.greeting) == company
    assert cues(again) == (TOGETHER if company else BEFORE)


def test_when_alice_scans_her_own_card_jack_is_here_and_it_is_the_same_visit(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    clock: Clock,
    shop: Database,
    exported: Callable[[Database], str],
) -> None:
    welcome(JACK)
    come_along("jack", "alice")
    kept = exported(shop)
    clock.forward(minutes=5)
    hers = welcome(ALICE)
    assert present(hers.greeting) == ["jack"]
    assert cues(hers) == ["celebration: Birthday today"]
    assert hers.greeting.chips == ("First visit with us",)
    assert exported(shop) == kept


def test_more_than_one_may_come_along(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    visits: Callable[[], dict[str, Any]],
) -> None:
    welcome(JACK)
    come_along("jack", "ben")
    assert present(come_along("jack", "alice").greeting) == ["alice", "ben"]
    assert [kept["with"] for kept in visits()["jack"]] == [["alice", "ben"]]
    assert [kept["with"] for kept in visits()["ben"]] == [["jack"]]


def test_who_comes_alone_next_time_is_greeted_alone(
    welcome: Callable[[str], Answer], come_along: Callable[[str, str], Answer], clock: Clock
) -> None:
    welcome(JACK)
    come_along("jack", "ben")
    clock.forward(days=1)
    tomorrow = welcome(JACK).greeting
    assert [companion.key for companion in tomorrow.companions] == ["alice"]
    assert present(tomorrow) == []


def test_a_preview_knows_who_came_along(
    desk: Desk, welcome: Callable[[str], Answer], come_along: Callable[[str, str], Answer], now: datetime
) -> None:
    welcome(JACK)
    come_along("jack", "alice")
    scan = Scan(JACK, None, 0.0)
    assert present(desk.greetings.preview(scan, now + timedelta(minutes=10))) == ["alice"]
    assert present(desk.greetings.preview(scan, now + timedelta(minutes=31))) == []


def test_a_newer_database_greets_with_company_and_keeps_nothing_of_it(
    shop: Database,
    database_file: Path,
    words: Speech,
    clock: Clock,
    ids: dict[str, UUID],
    visits: Callable[[], dict[str, Any]],
) -> None:
    with closing(Database(f"sqlite:///{database_file}", read_only=True)) as newer:
        desk = Desk(newer, words, clock)
        answer = desk.greetings.come_along(ids["jack"], frozenset(), ids["alice"])
        tap = next(cue.tap for cue in answer.greeting.cues if cue.tap is not None)
        after_a_tap = desk.taps.keep(ids["jack"], frozenset({ids["alice"]}), tap)
    assert (cues(answer), present(answer.greeting)) == (TOGETHER, ["alice"])
    assert cues(after_a_tap) == TOGETHER
    assert answer.trouble == "This program is older than its data: it greets, and saves nothing."
    assert visits() == {"jack": [], "alice": [], "ben": []}


def test_company_that_cannot_be_saved_is_greeted_all_the_same(
    welcome: Callable[[str], Answer],
    come_along: Callable[[str, str], Answer],
    shop: Database,
    database_file: Path,
    exported: Callable[[Database], str],
) -> None:
    welcome(JACK)
    before = exported(shop)
    with shop.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = come_along("jack", "alice")
    assert (answer.greeting.outcome, cues(answer)) == (Outcome.WELCOME, TOGETHER)
    assert answer.trouble.startswith("Another program is holding the data.")
    assert exported(shop) == before
    assert come_along("jack", "alice").trouble == ""
    assert exported(shop) != before


def test_a_clock_that_is_behind_is_told_with_company_too(
    welcome: Callable[[str], Answer], come_along: Callable[[str, str], Answer], clock: Clock
) -> None:
    welcome(BEN)
    clock.forward(days=-1)
    answer = come_along("jack", "alice")
    assert present(answer.greeting) == ["alice"]
    assert answer.trouble == "Check the clock"
