"""Builders: people, dates and notes with everything that a test does not care about filled in."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from kiosk.people.greeting.greetings import Greeting, greet
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.staff.members import Colleague
from kiosk.people.words import Words


@pytest.fixture(scope="session")
def date_of() -> Callable[..., ImportantDate]:
    """An important date on a month and day, written like 11-24; a birthday unless said."""

    def date_of(day: str, occasion: str = "birthday", **more: Any) -> ImportantDate:
        month, day_of_month = map(int, day.split("-"))
        return ImportantDate(id=uuid4(), occasion=Occasion(occasion), month=month, day=day_of_month, **more)

    return date_of


@pytest.fixture(scope="session")
def note(now: datetime) -> Callable[..., Note]:
    """A note, written yesterday unless said."""

    def note(kind: str, text: str = "something", **more: Any) -> Note:
        written = {"written_at": now - timedelta(days=1), **more}
        return Note(id=uuid4(), kind=NoteKind(kind), text=text, **written)

    return note


@pytest.fixture(scope="session")
def facts() -> Callable[..., Facts]:
    """What is kept about Jack; words like `deceased` are about him, and visits may come in any order."""

    def facts(
        *kept: ImportantDate | Note | Gesture | Companion,
        visits: tuple[datetime, ...] = (),
        present: frozenset[UUID] = frozenset(),
        newest_visit: datetime | None = None,
        last_greeted_by: Colleague | None = None,
        by: UUID | None = None,
        **customer: Any,
    ) -> Facts:
        jack = Customer(id=UUID(int=1), key="jack", name="Jack Okafor", called_by="Jack")
        related = (one for one in kept if isinstance(one, Companion))
        strangers = (Companion(customer=replace(jack, id=id), present=True) for id in present)
        return Facts(
            customer=replace(jack, **customer),
            important_dates=tuple(one for one in kept if isinstance(one, ImportantDate)),
            notes=tuple(one for one in kept if isinstance(one, Note)),
            gestures=tuple(one for one in kept if isinstance(one, Gesture)),
            visits=tuple(sorted(visits, reverse=True)),
            visit_count=len(visits),
            newest_visit=newest_visit or max(visits, default=None),
            companions=(*related, *strangers),
            last_greeted_by=last_greeted_by,
            by=by,
        )

    return facts


@pytest.fixture(scope="session")
def greeting(facts: Callable[..., Facts], now: datetime, words: Words) -> Callable[..., Greeting]:
    """The greeting for such facts, at the moment of the worked examples unless `at` says otherwise."""

    def greeting(
        *kept: ImportantDate | Note | Gesture | Companion, at: datetime = now, **more: Any
    ) -> Greeting:
        return greet(facts(*kept, **more), at, words)

    return greeting


@pytest.fixture(scope="session")
def titles(greeting: Callable[..., Greeting]) -> Callable[..., list[str]]:
    """The titles of the cues of such a greeting."""

    def titles(*kept: ImportantDate | Note, **more: Any) -> list[str]:
        return [cue.title for cue in greeting(*kept, **more).cues]

    return titles
