"""Whom the database hands over for the briefing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from kiosk.demo.sample import sample_shop
from kiosk.exchange.loading import load
from kiosk.people.briefing import brief
from kiosk.people.words import Words
from kiosk.storage.briefing import facts_for_briefing
from kiosk.storage.file.database import Database
from kiosk.storage.people import facts_about
from kiosk.storage.records import read

Fill = Callable[..., None]


def keys(database: Database, now: datetime) -> list[str]:
    with database.reading() as session:
        return sorted(facts.customer.key for facts in facts_for_briefing(session, now))


def test_nobody_worth_a_thought_is_left_out(database: Database, words: Words, now: datetime) -> None:
    load(database, sample_shop(now.date()), now=now)
    for day in range(0, 60, 7):
        at = now + timedelta(days=day)
        with database.reading() as session:
            everybody = [facts_about(session, record["id"], at) for record in read(session, "customer")]
            found = list(facts_for_briefing(session, at))
        told, expected = brief(found, at, words), brief(everybody, at, words)
        assert told == expected
        assert any(told.items.values())


def test_who_gives_no_reason_is_not_read_at_all(database: Database, fill: Fill, now: datetime) -> None:
    week: list[dict[str, Any]] = [{"at": f"2026-11-{day:02}T09:00"} for day in (2, 9, 16)]
    closed = {"text": "x", "kind": "ask_about", "written_at": "2026-11-20", "closed_at": "2026-11-21T09:00"}
    fill(
        database,
        {"key": "rare", "name": "Rare", "visits": week},
        {"key": "regular", "name": "Regular", "visits": [*week, {"at": "2026-11-01T09:00"}]},
        {"key": "done", "name": "Done", "notes": [closed]},
        {"key": "summer", "name": "Summer", "important_dates": [{"month": 7, "day": 1}]},
        {
            "key": "given",
            "name": "Given",
            "gestures": [{"direction": "given", "what": "cake", "at": "2026-11-01"}],
        },
    )
    assert keys(database, now) == ["regular"]


def test_who_has_not_come_for_two_years_is_no_regular(database: Database, fill: Fill, now: datetime) -> None:
    fill(
        database,
        {"key": "ann", "name": "Ann", "visits": [{"at": f"2024-0{month}-01T09:00"} for month in range(1, 8)]},
    )
    assert keys(database, now - timedelta(days=400)) == ["ann"]
    assert keys(database, now) == []
