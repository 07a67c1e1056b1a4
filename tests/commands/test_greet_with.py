"""`kiosk greet --with`: the greeting with somebody beside the customer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.storage.file.database import Database

Greet = Callable[..., dict[str, Any]]
JACK: dict[str, Any] = {
    "key": "jack",
    "name": "Jack",
    "cards": [{"number": "LOY-jack"}],
    "notes": [
        {"kind": "always_show", "text": "No nuts", "written_at": "2026-11-20T09:00"},
        {"text": "The surprise", "written_at": "2026-11-20T09:00", "not_in_front_of": "alice"},
    ],
    "relationships": [{"to": "alice", "kind": "partner"}],
}
ALICE = {"key": "alice", "name": "Alice", "important_dates": [{"month": 11, "day": 24}]}
BEN = {"key": "ben", "name": "Ben", "important_dates": [{"month": 11, "day": 19}]}


@pytest.fixture(autouse=True)
def _open_shop(database: Database, fill: Callable[..., None]) -> None:
    """Every command here finds Jack, his partner Alice, and Ben who is a stranger to them."""
    fill(database, JACK, ALICE, BEN)


@pytest.fixture
def greet(kiosk: Callable[..., Any]) -> Greet:
    """What is printed as JSON for Jack, in the company of these."""

    def greet(*company: str) -> dict[str, Any]:
        chosen = [argument for key in company for argument in ("--with", key)]
        ran = kiosk("greet", "LOY-jack", "--at", "2026-11-24T09:14", "--json", *chosen)
        assert (ran.status, ran.err) == (0, "")
        printed: dict[str, Any] = json.loads(ran.out)
        return printed

    return greet


def cues(printed: dict[str, Any]) -> list[str]:
    return [f"{cue['kind']}: {cue['title']}" for cue in printed["cues"]]


def test_alone_the_day_of_a_partner_stands_behind_an_alert(greet: Greet) -> None:
    assert cues(greet()) == ["alert: No nuts", "companion: Alice’s birthday today", "note: The surprise"]


def test_with_the_partner_her_day_comes_first_and_the_line_is_about_it(greet: Greet) -> None:
    printed = greet("alice")
    assert cues(printed) == ["companion: Alice’s birthday today", "alert: No nuts"]
    assert "Alice" in printed["say"]
    assert printed["companions"] == [{"key": "alice", "called_by": "Alice"}]


def test_with_somebody_unrelated_their_day_counts_and_they_stand_among_the_companions(greet: Greet) -> None:
    printed = greet("ben")
    assert cues(printed)[:2] == ["companion: Ben’s birthday last Thursday", "alert: No nuts"]
    assert [companion["key"] for companion in printed["companions"]] == ["alice", "ben"]


def test_with_both_the_latest_day_comes_first(greet: Greet) -> None:
    expected = [
        "companion: Alice’s birthday today",
        "companion: Ben’s birthday last Thursday",
        "alert: No nuts",
    ]
    assert cues(greet("ben", "alice")) == expected
    assert greet("ben", "alice") == greet("alice", "ben", "alice")


def test_nobody_comes_along_with_themselves(greet: Greet) -> None:
    assert greet("jack") == greet()


@pytest.mark.parametrize("key", ["nobody", "", "Alice", "LOY-jack"])
def test_a_key_that_nobody_has_is_refused(key: str, refused: Callable[..., str]) -> None:
    sentence = refused("greet", "LOY-jack", "--with", key)
    assert sentence == "--with: no customer has this key. It is the key of the shop file."


def test_greeting_in_company_records_nothing(greet: Greet, database_file: Path) -> None:
    before = database_file.read_bytes()
    greet("alice", "ben")
    assert database_file.read_bytes() == before
