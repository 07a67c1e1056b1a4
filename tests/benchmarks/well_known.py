"""`greet` for somebody about whom very much is known, against writing the same facts as JSON."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from random import Random
from statistics import median
from time import perf_counter
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from kiosk.locale import speech
from kiosk.people.calendars import Calendar
from kiosk.people.greeting.greetings import greet
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import Note, NoteKind
from tests.benchmarks.figures import Figure, Measure, compared

NOW = datetime(2026, 11, 24, 9, 14, tzinfo=ZoneInfo("Europe/London"))

_THREE_YEARS = 3 * 365
_STILL_OPEN = {NoteKind.ALWAYS_SHOW: 10, NoteKind.MAKE_RIGHT: 5}
_LAPSING = (NoteKind.REMEMBER, NoteKind.ASK_ABOUT)


def greeting(calls: int, warming: int) -> Iterator[Figure]:
    """With every visit at hand, and with those that the desk reads."""
    words = speech("en")
    for visits, handed in ((2_000, "2000 visits"), (200, "the newest 200 of 2000 visits")):
        facts = well_known(500, visits, 50)
        plain = msgspec.to_builtins(facts)
        took = [
            (_milliseconds(lambda: greet(facts, NOW, words)), _milliseconds(lambda: json.dumps(plain)))  # noqa: B023
            for _ in range(warming + calls)
        ][warming:]
        mine, theirs = ([pair[side] for pair in took] for side in (0, 1))
        yield compared(
            median,
            mine,
            theirs,
            name=f"greet, with 500 notes, {handed}, 50 dates: median",
            unit="ms",
            against="json.dumps",
            measure=Measure.ITSELF,
            bound=1,
        )


def well_known(notes: int, visits: int, dates: int) -> Facts:
    """The facts about somebody who comes nearly daily, spread over three years and over the year."""
    return Facts(
        customer=Customer(id=UUID(int=1), key="jack", name="Jack Okafor", called_by="Jack"),
        important_dates=tuple(map(_important_date, range(dates))),
        notes=tuple(_notes(notes)),
        visits=tuple(_visits(visits)),
        visit_count=2_000,
        newest_visit=NOW - timedelta(days=1),
    )


def _notes(count: int) -> Iterator[Note]:
    """A few that stay until they are closed, many that have had their time."""
    lasting = [kind for kind, open_ones in _STILL_OPEN.items() for _ in range(open_ones)]
    kinds = lasting + [_LAPSING[n % 2] for n in range(count - len(lasting))]
    Random(1).shuffle(kinds)
    for n, kind in enumerate(kinds):
        written_at = NOW - timedelta(days=_THREE_YEARS * (n + 1) / count)
        yield Note(id=UUID(int=n), kind=kind, text=f"Told us of the boat, {n}", written_at=written_at)


def _important_date(n: int) -> ImportantDate:
    """One of many, in every calendar and all through the year."""
    occasions, calendars = list(Occasion), list(Calendar)
    return ImportantDate(
        id=UUID(int=n),
        occasion=occasions[n // 4 % len(occasions)],
        month=1 + n * 5 % 12,
        day=1 + n * 7 % 29,
        label=f"Day {n}",
        calendar=calendars[n % len(calendars)],
    )


def _visits(count: int) -> Iterator[datetime]:
    """Two a day, newest first, at about the same hours."""
    chance = Random(2)
    for n in range(count):
        yield NOW - timedelta(days=1 + n // 2, hours=-6 * (n % 2 == 0), minutes=chance.randint(-20, 20))


def _milliseconds(call: Callable[[], object]) -> float:
    began = perf_counter()
    call()
    return (perf_counter() - began) * 1000
