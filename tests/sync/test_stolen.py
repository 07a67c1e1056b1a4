"""A counter that was stolen: what its login can do at the hub, and what it cannot."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

from kiosk.sync.hub.making import administering
from tests.postgres import Postgres
from tests.sync.counters import SharingCounter, all_meet, new_hub
from tests.sync.test_sharing import greets_newcomer

Join = Callable[..., SharingCounter]


@pytest.fixture
def stolen(join: Join) -> SharingCounter:
    """A counter that has told the hub of somebody."""
    counter = join("1")
    greets_newcomer(counter, "Jack", "2900000000018")
    all_meet(counter)
    return counter


@pytest.fixture
def thief(stolen: SharingCounter) -> "Iterator[psycopg.Connection[Any]]":
    """Whoever has its login."""
    parameters: dict[str, Any] = dict(stolen.hub.membership.connection(stolen.copy(is_nightly=False)))
    with psycopg.connect(**parameters, autocommit=True) as connection:
        yield connection


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT * FROM hub.fact",
        "SELECT * FROM hub.counter",
        "SELECT * FROM hub.shop",
        "SELECT * FROM pg_authid",
        "SELECT pg_read_file('/etc/passwd')",
        "COPY (SELECT 1) TO PROGRAM 'cat'",
    ],
)
def test_it_reads_nothing_but_what_it_is_told(thief: "psycopg.Connection[Any]", asked: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        thief.execute(asked.encode())


@pytest.mark.parametrize(
    "asked",
    [
        "UPDATE hub.fact SET doc = '{}'",
        "DELETE FROM hub.fact",
        "SELECT hub.kill(1, 'customer', '', NULL)",
        "SELECT hub.put(1, 'customer', '', '{}', '{}', 0)",
        "SET ROLE hub_owner",
        "SET SESSION AUTHORIZATION postgres",
        "CREATE TABLE mine(x int)",
        "CREATE SCHEMA mine",
        "SELECT lo_create(0)",
    ],
)
def test_it_changes_nothing_but_by_telling(thief: "psycopg.Connection[Any]", asked: str) -> None:
    with pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidSchemaName)):
        thief.execute(asked.encode())


def push(thief: "psycopg.Connection[Any]", *items: dict[str, Any]) -> None:
    heard = thief.execute("SELECT (hub.pull(0, 5000)->>'cursor')::bigint").fetchone()
    assert heard is not None
    told = {"now": 0, "cursor": heard[0], "unsent": 0, "items": items}
    thief.execute("SELECT hub.push(%s::jsonb)", [json.dumps(told)])


def test_another_shop_is_as_if_it_were_not_there(
    thief: "psycopg.Connection[Any]", stolen: SharingCounter, postgres: Postgres, tmp_path: Any
) -> None:
    other_shop = new_hub(postgres)
    with SharingCounter(postgres, other_shop, tmp_path / "elsewhere.db", "1") as other:
        theirs = greets_newcomer(other, "Mia", "2900000000025").hex
        all_meet(other)
        push(thief, {"t": "customer", "i": theirs, "o": "F", "a": 0, "s": 2**60, "into": None})
        push(thief, {"t": "customer", "i": theirs, "o": "D", "a": 0, "s": 2**60})
        told = thief.execute("SELECT hub.pull(0, 5000)::text").fetchone()
        assert told is not None
        assert "Mia" not in told[0]
        all_meet(other)
        assert [row["name"] for row in other.contents()["customer"]] == ["Mia"]


def test_it_forgets_only_so_many_a_day(
    thief: "psycopg.Connection[Any]", stolen: SharingCounter, postgres: Postgres
) -> None:
    people = [greets_newcomer(stolen, "Jack", f"290000000{number:04}").hex for number in range(3)]
    all_meet(stolen)
    with administering(postgres.admin) as admin:
        admin.execute("UPDATE hub.shop SET most_forgotten = 2 WHERE no = %s", [stolen.hub.membership.shop])
    forget = [{"t": "customer", "i": id, "o": "F", "a": 0, "s": 0, "into": None} for id in people]
    push(thief, *forget[:2])
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="too many people were forgotten today"):
        push(thief, forget[2])


def test_it_cannot_send_more_than_a_counter_does(thief: "psycopg.Connection[Any]") -> None:
    item = {"t": "customer", "i": "x", "o": "D", "a": 0, "s": 0}
    with pytest.raises(psycopg.errors.ProgramLimitExceeded):
        push(thief, *[item] * 1001)
    with pytest.raises(psycopg.errors.ProgramLimitExceeded):
        push(thief, {**item, "o": "I", "d": {"name": "x" * 10_000_000}})


def test_what_is_no_change_is_refused_and_changes_nothing(
    thief: "psycopg.Connection[Any]", stolen: SharingCounter
) -> None:
    before = stolen.contents()
    for item in ({"t": "nothing", "i": "x", "o": "I", "a": 0, "s": 0, "d": {}}, {"t": "customer"}):
        with pytest.raises(psycopg.Error):
            push(thief, item)
    all_meet(stolen)
    assert stolen.contents() == before
