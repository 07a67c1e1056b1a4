"""What one tap on a cue keeps, with a real database file."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest

from kiosk.desk import Answer, Desk
from kiosk.locale import Speech
from kiosk.people.changing.taps import Action
from kiosk.people.greeting.cues import Cue
from kiosk.storage.file.database import Database
from tests.serving import serve

CARD = "LOY-1"
ANN: dict[str, Any] = {
    "key": "ann",
    "name": "Ann",
    "cards": [{"number": CARD}],
    "important_dates": [{"month": 11, "day": 19}],
    "notes": [
        {"kind": "make_right", "text": "the cake", "written_at": "2026-11-20T09:00"},
        {"kind": "ask_about", "text": "Hawaii", "written_at": "2026-11-20T09:00"},
    ],
    "gestures": [{"direction": "received", "what": "figs", "at": "2026-11-20T09:00"}],
}
TITLES = {
    Action.PUT_RIGHT: "the cake",
    Action.WISHED: "Birthday last Thursday",
    Action.ASKED: "Ask about Hawaii",
    Action.THANKED: "Thank Ann for figs",
}


@pytest.fixture
def desk(database: Database, words: Speech, fill: Callable[..., None], now: datetime) -> Desk:
    fill(database, ANN)
    return Desk(database, words, lambda: now)


def scan(desk: Desk) -> Answer:
    return serve(desk, CARD)


def to_tap(answer: Answer) -> dict[Action, Cue]:
    return {cue.action: cue for cue in answer.greeting.cues if cue.action is not None}


def who(answer: Answer) -> UUID:
    assert answer.greeting.customer is not None
    return answer.greeting.customer.id


def tap(desk: Desk, answer: Answer, action: Action) -> Answer:
    done = to_tap(answer)[action].tap
    assert done is not None
    return desk.taps.keep(who(answer), frozenset(), done)


def test_every_cue_that_asks_for_something_can_be_tapped(desk: Desk) -> None:
    assert {action: cue.title for action, cue in to_tap(scan(desk)).items()} == TITLES


@pytest.mark.parametrize("action", TITLES)
def test_what_was_done_is_gone_from_the_greeting_at_once_and_for_good(action: Action, desk: Desk) -> None:
    left = {other: title for other, title in TITLES.items() if other is not action}
    for answer in (tap(desk, scan(desk), action), scan(desk)):
        assert {action: cue.title for action, cue in to_tap(answer).items()} == left
        assert answer.trouble == ""


@pytest.mark.parametrize("action", TITLES)
def test_what_was_done_can_be_taken_back(action: Action, desk: Desk) -> None:
    before = scan(desk)
    done = to_tap(before)[action].tap
    assert done is not None
    tap(desk, before, action)
    assert desk.taps.take_back(who(before), frozenset(), done) == before
    assert scan(desk) == before


@pytest.mark.parametrize("action", TITLES)
def test_what_two_counters_say_is_kept_once(
    action: Action, desk: Desk, database: Database, exported: Callable[[Database], str]
) -> None:
    before = scan(desk)
    tap(desk, before, action)
    once = exported(database)
    tap(desk, before, action)
    assert exported(database) == once


def test_a_wish_on_the_day_is_told_as_said_and_the_line_says_something_else(
    database: Database, words: Speech, fill: Callable[..., None], now: datetime
) -> None:
    fill(database, ANN)
    desk = Desk(database, words, lambda: now - timedelta(days=5))
    after = tap(desk, scan(desk), Action.WISHED)
    assert [(cue.title, cue.detail, cue.action) for cue in after.greeting.cues if cue.occasion] == [
        ("Birthday today", "Wished already", None)
    ]
    assert "birthday" not in after.greeting.say


@pytest.mark.parametrize("action", TITLES)
def test_an_export_with_what_was_tapped_can_be_loaded_again(
    action: Action,
    desk: Desk,
    database: Database,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
) -> None:
    tap(desk, scan(desk), action)
    once = exported(database)
    fill(database, *msgspec.json.decode(once)["customers"])
    assert exported(database) == once
