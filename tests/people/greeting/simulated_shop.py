"""A shop of 2,000 people with habits, and the million scans of three years; the same every time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache
from random import Random
from typing import NamedTuple
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import insert

from kiosk.people.greeting.visits import visit_under_way
from kiosk.storage.file.database import Database
from kiosk.storage.models import Base

ZONE = ZoneInfo("Europe/London")
OPENED = date(2023, 11, 27)
"""A Monday."""
CLOSED = OPENED + timedelta(weeks=156)

_MISSED = 0.03
"""How often somebody does not come when they usually would."""
_JITTER = 20
"""Minutes before or after their usual time, all of them alike."""
_SCANNED_AGAIN = 0.22
_STAMPED_IN_1970 = 0.001
_STAMPED_IN_YEARS_TO_COME = 0.0005
_YEARS_TO_COME = timedelta(days=3650)

Come = tuple[date, int]
"""A day, and the minute of it by the clock on the wall."""


class Kind(StrEnum):
    """How somebody comes."""

    WEEKLY = "weekly"
    DAILY = "daily"
    TWICE_A_WEEK = "twice_a_week"
    MONTHLY = "monthly"
    CHANGED = "changed"
    HOLIDAYS = "holidays"
    STOPPED = "stopped"
    IRREGULAR = "irregular"
    BURSTS = "bursts"


SHARES: Mapping[Kind, int] = {
    Kind.WEEKLY: 430,
    Kind.DAILY: 570,
    Kind.TWICE_A_WEEK: 200,
    Kind.MONTHLY: 100,
    Kind.CHANGED: 150,
    Kind.HOLIDAYS: 150,
    Kind.STOPPED: 50,
    Kind.IRREGULAR: 250,
    Kind.BURSTS: 100,
}
"""How many people there are of each kind."""


class Usual(NamedTuple):
    """A weekday, and the minute of it."""

    weekday: int
    minute: int


@dataclass(frozen=True, slots=True)
class Habit:
    """Comes at these times every so many weeks."""

    usual: tuple[Usual, ...]
    weeks: int = 1

    @property
    def long_gap(self) -> int:
        """The days after which they are away: twice their usual gap, a fortnight at least."""
        return max(14, 14 * self.weeks // len(self.usual))

    def times(self, first: date, last: date, chance: Random) -> Iterator[Come]:
        """When they come between these days; now and then they do not."""
        monday = first - timedelta(days=first.weekday())
        while monday < last:
            for usual in self.usual:
                day = monday + timedelta(days=usual.weekday)
                if first <= day < last and chance.random() >= _MISSED:
                    yield day, usual.minute + chance.randint(-_JITTER, _JITTER)
            monday += timedelta(weeks=self.weeks)


@dataclass(frozen=True, slots=True, eq=False)
class Person:
    """One of them: `came` is when they truly came, `scans` is what the kiosk's clock made of it.

    `habit` is the last one they had, since `habit_since`.
    """

    id: UUID
    kind: Kind
    habit: Habit | None
    habit_since: date
    came: tuple[datetime, ...]
    scans: tuple[datetime, ...]

    @property
    def card(self) -> str:
        """The number on their card; it is their name too."""
        return f"LOY-{self.id.int:06}"


Life = tuple[Habit | None, date, Iterable[Come]]
"""The last habit of somebody, since when they have it, and when they came."""


def people() -> list[Person]:
    """Everybody who came in three years."""
    kinds = [kind for kind, share in SHARES.items() for _ in range(share)]
    return [_person(number, kind, Random(number)) for number, kind in enumerate(kinds, 1)]


def kept(scans: Iterable[datetime]) -> list[datetime]:
    """The visits that the scans of one person are, in the order in which they were scanned."""
    visits: list[datetime] = []
    for at in scans:
        if visit_under_way(visits[-1:], at) is None:
            visits.append(at)
    return visits


def store(database: Database, some: Sequence[Person]) -> None:
    """Make them customers, with a card each."""
    customers = [{"id": one.id, "key": one.card, "name": one.card, "called_by": one.card} for one in some]
    cards = [{"id": one.id, "customer_id": one.id, "number": one.card} for one in some]
    with database.writing() as session:
        session.execute(insert(Base.metadata.tables["customer"]), customers)
        session.execute(insert(Base.metadata.tables["card"]), cards)


def store_visits(database: Database, visits: Iterable[tuple[Person, datetime]]) -> None:
    """Write visits as the kiosk would have, all at once."""
    rows = [(f"{one.id.int:016x}{int(at.timestamp()):016x}", one.id.hex, _as_text(at)) for one, at in visits]
    with database.writing() as session:
        connection = session.connection()
        connection.exec_driver_sql("PRAGMA cache_size = -200000")
        connection.exec_driver_sql(
            "INSERT INTO visit (id, customer_id, at, counter) VALUES (?, ?, ?, '1')", rows
        )


def _as_text(at: datetime) -> str:
    return at.replace(tzinfo=None).isoformat(" ", "microseconds")


def _person(number: int, kind: Kind, chance: Random) -> Person:
    first = OPENED + timedelta(days=chance.randrange(28))
    habit, habit_since, times = _HABITS[kind](first, chance)
    came = [_utc(*come) for come in times]
    scans = [at for visit in came for at in _scans(visit, chance)]
    return Person(UUID(int=number), kind, habit, habit_since, tuple(came), tuple(scans))


def _scans(came: datetime, chance: Random) -> list[datetime]:
    """The scans of one visit, on a clock that is right nearly always."""
    again = [chance.randint(1, 30) for _ in range(2) if chance.random() < _SCANNED_AGAIN]
    clock = chance.random()
    if clock < _STAMPED_IN_1970:
        came = came.replace(year=1970, day=min(came.day, 28))
    elif clock > 1 - _STAMPED_IN_YEARS_TO_COME:
        came += _YEARS_TO_COME
    return [came, *(came + timedelta(minutes=minutes) for minutes in sorted(again))]


def _utc(day: date, minute: int) -> datetime:
    return _midnight(day) + timedelta(minutes=minute)


@cache
def _midnight(day: date) -> datetime:
    """The start of a day by its clock at noon: the clocks change before the shop opens."""
    return datetime.combine(day, time(12), ZONE).astimezone(UTC) - timedelta(hours=12)


def _a_minute(chance: Random) -> int:
    return 5 * chance.randrange(8 * 12, 18 * 12)


def _on_days(count: int, chance: Random, weeks: int = 1) -> Habit:
    days = sorted(chance.sample(range(7), count))
    return Habit(tuple(Usual(day, _a_minute(chance)) for day in days), weeks)


def _all_the_time(habit: Habit, first: date, chance: Random) -> Life:
    return habit, first, habit.times(first, CLOSED, chance)


def _weekly(first: date, chance: Random) -> Life:
    return _all_the_time(_on_days(1, chance), first, chance)


def _daily(first: date, chance: Random) -> Life:
    minute = _a_minute(chance)
    return _all_the_time(Habit(tuple(Usual(day, minute) for day in range(5))), first, chance)


def _twice_a_week(first: date, chance: Random) -> Life:
    return _all_the_time(_on_days(2, chance), first, chance)


def _monthly(first: date, chance: Random) -> Life:
    return _all_the_time(_on_days(1, chance, weeks=4), first, chance)


def _changed(first: date, chance: Random) -> Life:
    """From one weekday and hour to others."""
    old, new = chance.sample(range(7), 2)
    before = Habit((Usual(old, chance.randrange(8, 11) * 60),))
    after = Habit((Usual(new, chance.randrange(14, 17) * 60),))
    on = OPENED + timedelta(days=chance.randrange(400, 800))
    times = [*before.times(first, on, chance), *after.times(on, CLOSED, chance)]
    return after, on, times


def _with_holidays(first: date, chance: Random) -> Life:
    """Every week but for three to seven weeks off, each half year or so."""
    habit = _on_days(1, chance)
    begins = [first + timedelta(days=n * 180 + chance.randrange(120)) for n in range(6)]
    off = [(begin, begin + timedelta(weeks=chance.randint(3, 7))) for begin in begins]
    times = habit.times(first, CLOSED, chance)
    return habit, first, [come for come in times if not any(begin <= come[0] < end for begin, end in off)]


def _stopped(first: date, chance: Random) -> Life:
    habit = _on_days(chance.randint(1, 2), chance)
    last = OPENED + timedelta(days=chance.randrange(420, 1000))
    return habit, first, habit.times(first, last, chance)


def _irregular(first: date, chance: Random) -> Life:
    """Any day, at any hour, twice a week or so."""
    days = [first + timedelta(days=n) for n in range((CLOSED - first).days) if chance.random() < 2 / 7]
    return None, first, [(day, _a_minute(chance)) for day in days]


def _in_bursts(first: date, chance: Random) -> Life:
    """Every day of a week or two, and then not for weeks."""
    habit = Habit(tuple(Usual(day, _a_minute(chance)) for day in range(7)))
    times: list[Come] = []
    while first < CLOSED:
        last = min(first + timedelta(days=chance.randint(9, 16)), CLOSED)
        times += habit.times(first, last, chance)
        first = last + timedelta(days=chance.randint(21, 60))
    return habit, OPENED, times


_HABITS: Mapping[Kind, Callable[[date, Random], Life]] = {
    Kind.WEEKLY: _weekly,
    Kind.DAILY: _daily,
    Kind.TWICE_A_WEEK: _twice_a_week,
    Kind.MONTHLY: _monthly,
    Kind.CHANGED: _changed,
    Kind.HOLIDAYS: _with_holidays,
    Kind.STOPPED: _stopped,
    Kind.IRREGULAR: _irregular,
    Kind.BURSTS: _in_bursts,
}
