"""The two formats others rely on, to the letter."""

import json
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from typing import Any

import pytest

from drivers import Reason, Refusal, Scan
from kiosk.desk import Desk
from kiosk.exchange.greeting_json import greeting_as_json
from kiosk.locale import Speech
from kiosk.people.changing.taps import Action
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.database import Database

# The example of the shop file's description; those it refers to stand below, since every key must be known.
EXAMPLE = """
{
  "format": 1,
  "shop": {"name": "Corner Bakery", "time_zone": "Europe/London"},
  "staff": [{"key": "mia", "name": "Mia", "role": "staff"}],
  "customers": [
    {
      "key": "jack",
      "name": "Jack Okafor",
      "called_by": "Jack",
      "pronunciation": "oh-KAH-for",
      "may_mention_age": false,
      "greet_by_name": true,
      "since": "2021-03-01",
      "consent": {"on": "2021-03-01", "by": "mia"},
      "tread_gently": null,
      "deceased": false,
      "cards": [{"number": "2900000000018", "symbology": "ean13", "retired": null}],
      "important_dates": [
        {"occasion": "birthday", "month": 11, "day": 19, "year": 1985, "calendar": "gregorian", "leap_day": "02-28",
         "label": "", "with": null, "wished": []}
      ],
      "notes": [
        {"kind": "ask_about", "text": "Hawaii", "author": "mia", "written_at": "2026-11-04T09:10", "show_until": null,
         "closed_at": null, "closed_by": null, "not_in_front_of": null}
      ],
      "gestures": [{"direction": "received", "what": "chocolate macadamia nuts", "at": "2026-10-17T09:05", "by": "mia", "thanked_at": null}],
      "relationships": [{"to": "alice", "kind": "partner"}, {"to": "zoe", "kind": "child"}],
      "visits": [{"at": "2026-10-17T09:05", "counter": "1", "with": []}]
    }
    OTHERS
  ]
}
"""  # noqa: E501
OTHERS = ', {"key": "alice", "name": "Alice"}, {"key": "zoe", "name": "Zoe"}'


@pytest.fixture
def example(database: Database, load_text: Callable[..., None]) -> Database:
    load_text(database, EXAMPLE.replace("OTHERS", OTHERS))
    return database


@pytest.fixture
def scanned(example: Database, words: Speech, now: datetime) -> Callable[[Scan | Refusal], dict[str, Any]]:
    desk = Desk(example, words, lambda: now)
    return lambda scan: greeting_as_json(desk.greetings.preview(scan, now))


def test_the_example_comes_out_as_it_stands(example: Database, exported: Callable[[Database], str]) -> None:
    out = json.loads(exported(example))
    expected = json.loads(EXAMPLE.replace("OTHERS", ""))
    expected["customers"][0]["important_dates"][0]["leap_month"] = False
    assert {**out, "customers": [c for c in out["customers"] if c["key"] == "jack"]} == expected


def test_the_example_alone_names_people_it_does_not_hold(refusal: Callable[[str], str]) -> None:
    sentence = refusal(EXAMPLE.replace("OTHERS", ""))
    assert sentence == "customers[0].relationships[0].to: no customer in this file has this key."


def test_the_greeting_of_the_example_is_the_one_that_is_described(
    scanned: Callable[[Scan | Refusal], dict[str, Any]],
) -> None:
    assert scanned(Scan("2900000000018", None, 0.0)) == {
        "outcome": "welcome",
        "customer": {"called_by": "Jack", "name": "Jack Okafor", "pronunciation": "oh-KAH-for"},
        "say": "Happy birthday for last Thursday, Jack!",
        "chips": ["Second visit", "First visit in 5 weeks", "With us since 2021"],
        "cues": [
            {
                "kind": "celebration",
                "title": "Birthday last Thursday",
                "detail": "Not wished yet",
                "on": "2026-11-19",
                "action": "wished",
            },
            {
                "kind": "ask",
                "title": "Ask about Hawaii",
                "detail": "4 November · Mia",
                "on": "2026-11-04",
                "action": "asked",
            },
            {
                "kind": "thank",
                "title": "Thank Jack for chocolate macadamia nuts",
                "detail": "17 October · Mia",
                "on": "2026-10-17",
                "action": "thanked",
            },
        ],
        "companions": [{"key": "alice", "called_by": "Alice"}, {"key": "zoe", "called_by": "Zoe"}],
    }


@pytest.mark.parametrize(
    ("scan", "outcome"),
    [
        (Scan("2900000000025", None, 0.0), "unknown"),
        (Refusal(Reason.PAYMENT_CARD, 16, 0.0), "payment_card"),
        (Refusal(Reason.UNREADABLE, 16, 0.0), "unreadable"),
    ],
)
def test_whoever_is_not_known_has_every_key_and_no_name(
    scan: Scan | Refusal, outcome: str, scanned: Callable[[Scan | Refusal], dict[str, Any]]
) -> None:
    nothing: dict[str, Any] = {"customer": None, "say": "", "chips": [], "cues": [], "companions": []}
    assert scanned(scan) == {"outcome": outcome, **nothing}


def test_the_words_of_the_contract_are_the_ones_used() -> None:
    assert {*CueKind} <= {
        *("concern", "celebration", "alert", "ask", "thank", "companion", "upcoming", "note", "gentle")
    }
    assert {*Action} - {Action.GAVE, Action.ALLOWED} <= {"wished", "asked", "thanked", "put_right"}
    # What is printed for a typed number is none of these.
    assert {*Outcome} - {"unreadable", "staff", "guest"} == {
        *("welcome", "unknown", "not_ours", "payment_card", "retired", "deceased", "unnamed")
    }


def test_a_greeting_is_plain_json(greetings: list[Greeting]) -> None:
    for greeting in greetings:
        assert json.loads(json.dumps(greeting_as_json(greeting))) == greeting_as_json(greeting)


@pytest.fixture
def greetings(example: Database, words: Speech, now: datetime) -> list[Greeting]:
    desk = Desk(example, words, lambda: now)
    with closing(example):
        return [
            desk.greetings.preview(Scan(number, None, 0.0), now) for number in ("2900000000018", "nobody")
        ]
