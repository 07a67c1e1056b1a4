"""What the rules learn of 2,000 people in three years, compared with the habits they truly have."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.greeting.greetings import greet
from kiosk.people.greeting.rhythm import Rhythm, rhythm
from kiosk.people.greeting.visits import MILESTONES, days_away, earlier
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current
from tests.people.greeting.simulated_shop import (
    CLOSED,
    OPENED,
    ZONE,
    Habit,
    Kind,
    Person,
    kept,
    people,
    store,
    store_visits,
)

Visits = list[datetime]
"""Those of one person, newest first."""
Shop = dict[Person, Visits]


def evening(day: date) -> datetime:
    return datetime.combine(day, time(21), ZONE)


END = evening(CLOSED - timedelta(days=1))
MOMENTS = [
    evening(date(2025, 1, 15)),
    evening(date(2025, 3, 31)),
    evening(date(2025, 7, 16)),
    evening(date(2025, 10, 27)),
    END,
]
"""In winter, in summer, and on the day after the clocks have changed."""


@pytest.fixture(scope="module")
def shop() -> Shop:
    """Everybody, and the visits that are kept about them."""
    return {one: sorted(kept(one.scans), reverse=True) for one in people()}


def of_kind(shop: Shop, *kinds: Kind) -> Iterator[tuple[Person, Visits]]:
    return ((one, visits) for one, visits in shop.items() if one.kind in kinds)


def seen(shop: Shop, *kinds: Kind) -> Iterator[tuple[Person, datetime, Rhythm | None]]:
    """The rhythm of each person at every moment."""
    for one, visits in of_kind(shop, *kinds):
        for now in MOMENTS:
            yield one, now, rhythm(earlier(visits, now), now)


def days(visits: Sequence[datetime]) -> list[date]:
    """The days of the newest visits, as many as the rules ask for and more."""
    return [at.astimezone(ZONE).date() for at in visits[:40]]


def share(answers: Iterator[bool] | list[bool]) -> float:
    found = list(answers)
    assert found
    return sum(found) / len(found)


def is_about(found: Rhythm | None, habit: Habit | None) -> bool:
    """True when weekday and hour are one of theirs, to the half hour."""
    if found is None or found.hour is None or habit is None:
        return False
    minute = dict(habit.usual).get(found.day.weekday())
    return minute is not None and abs(found.hour.hour * 60 + found.hour.minute - minute) <= 30


def test_two_thousand_people_are_scanned_a_million_times_in_three_years(shop: Shop) -> None:
    assert len(shop) == 2_000
    assert 1_000_000 <= sum(len(one.scans) for one in shop) <= 1_020_000


def test_scans_of_the_same_visit_count_once(shop: Shop) -> None:
    assert all(len(visits) == len(one.came) < len(one.scans) for one, visits in shop.items())


@pytest.mark.parametrize(
    ("kind", "least"),
    [(Kind.WEEKLY, 0.99), (Kind.HOLIDAYS, 0.99), (Kind.MONTHLY, 0.98)],
)
def test_weekday_and_hour_of_a_regular_are_known(kind: Kind, least: float, shop: Shop) -> None:
    assert share(is_about(found, one.habit) for one, _, found in seen(shop, kind)) >= least


def test_one_of_the_two_weekdays_of_who_comes_twice_a_week_is_known(shop: Shop) -> None:
    told = [
        found is not None and one.habit is not None and found.day.weekday() in dict(one.habit.usual)
        for one, _, found in seen(shop, Kind.TWICE_A_WEEK)
    ]
    assert share(told) >= 0.99


def test_the_hour_named_is_the_one_of_the_weekday_named(shop: Shop) -> None:
    told = (is_about(found, one.habit) for one, _, found in seen(shop, Kind.TWICE_A_WEEK))
    assert share(told) >= 0.99


def test_who_comes_on_every_working_day_has_no_weekday(shop: Shop) -> None:
    assert share(found is None for _, _, found in seen(shop, Kind.DAILY)) == 1


def test_who_comes_on_any_day_has_no_weekday(shop: Shop) -> None:
    assert share(found is None for _, _, found in seen(shop, Kind.IRREGULAR, Kind.BURSTS)) >= 0.99


def test_the_hour_is_the_same_in_summer_and_in_winter(shop: Shop) -> None:
    for _, visits in of_kind(shop, Kind.WEEKLY):
        hours = [found.hour for now in MOMENTS if (found := rhythm(earlier(visits, now), now))]
        minutes = [hour.hour * 60 + hour.minute for hour in hours if hour is not None]
        assert len(minutes) == len(MOMENTS)
        assert max(minutes) - min(minutes) <= 30


def weeks_to_learn(one: Person, visits: Visits) -> int:
    """How many weeks after the change the new habit is known, and stays so."""
    moments = [evening(one.habit_since) + timedelta(weeks=n) for n in range(27)]
    unlearnt = [
        n for n, now in enumerate(moments) if not is_about(rhythm(earlier(visits, now), now), one.habit)
    ]
    return max(unlearnt) + 1


def test_a_changed_habit_is_learnt_within_fifteen_weeks(shop: Shop) -> None:
    assert max(weeks_to_learn(*both) for both in of_kind(shop, Kind.CHANGED)) <= 15


def test_wrong_clocks_change_nobodys_habit(shop: Shop) -> None:
    for visits in shop.values():
        right = [at for at in visits if evening(OPENED) - timedelta(days=1) < at <= END]
        if len(right) < len(visits):
            assert rhythm(earlier(visits, END), END) == rhythm(right, END)
            assert days_away(days(earlier(visits, END)), CLOSED) == days_away(days(right), CLOSED)


def days_as_usual(one: Person) -> set[date]:
    """The latest days on which they came without having missed a time."""
    weeks = one.habit.weeks if one.habit is not None else 0
    return {day for day, before in pairwise(days(one.came[::-1])) if day - before <= timedelta(weeks=weeks)}


def test_who_comes_as_usual_was_not_away(shop: Shop) -> None:
    answers: list[bool] = []
    for one, visits in of_kind(shop, Kind.WEEKLY, Kind.DAILY, Kind.TWICE_A_WEEK, Kind.MONTHLY):
        as_usual, known = days_as_usual(one), days(earlier(visits, END))
        answers += [
            days_away(known[n:], day) is None for n, day in enumerate(known[:26], 1) if day in as_usual
        ]
    assert share(answers) >= 0.999


def test_who_has_been_away_for_twice_their_usual_gap_and_a_fortnight_is_missed_and_not_a_day_sooner(
    shop: Shop,
) -> None:
    with_a_habit = ((one.habit.long_gap, visits) for one, visits in shop.items() if one.habit is not None)
    for gap, visits in with_a_habit:
        for now in MOMENTS:
            known = days(earlier(visits, now))
            assert days_away(known, known[0] + timedelta(days=gap - 1)) is None
            assert days_away(known, known[0] + timedelta(days=gap)) == gap


def test_who_has_no_habit_is_not_missed_within_a_fortnight(shop: Shop) -> None:
    for _, visits in of_kind(shop, Kind.IRREGULAR):
        known = days(earlier(visits, END))
        assert days_away(known, known[0] + timedelta(days=13)) is None
        assert days_away(known, known[0] + timedelta(days=60)) == 60


def test_who_stops_coming_is_missed_ever_after(shop: Shop) -> None:
    for one, visits in of_kind(shop, Kind.STOPPED):
        last = one.came[-1].astimezone(ZONE).date()
        away = days_away(days(earlier(visits, END)), END.date())
        assert away is not None
        assert away >= (END.date() - last).days >= 14


@pytest.fixture(scope="module")
def stored(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """All of it in a database file, without what was stamped in years to come."""
    file: Path = tmp_path_factory.mktemp("simulated") / "kiosk.db"
    database, _ = open_current(f"sqlite:///{file}", END)
    store(database, list(shop))
    store_visits(
        database, ((one, at) for one, visits in shop.items() for at in reversed(visits) if at <= END)
    )
    yield database
    database.close()


@pytest.fixture(scope="module")
def agreed(stored: Database, shop: Shop, words: Speech) -> Callable[[datetime], set[str]]:
    """Every chip of every fortieth person, and of each round number: the desk and the rules agree on it.

    `newest` is the newest visit of anybody that is stored.
    """
    believed = max(at for visits in shop.values() for at in visits if at <= END)
    desk = Desk(stored, words, lambda: END)
    asked = [both for n, both in enumerate(shop.items()) if n % 40 == 0 or len(both[1]) + 1 in MILESTONES]

    def agreed(newest: datetime) -> set[str]:
        shown: set[str] = set()
        for one, visits in asked:
            past = tuple(at for at in visits if at <= newest)
            facts = Facts(
                customer=Customer(id=one.id, key=one.card, name=one.card, called_by=one.card),
                visits=past,
                visit_count=len(past),
                newest_visit=believed,
            )
            chips = desk.greetings.preview(Scan(one.card, None, 0.0), END).chips
            assert chips == greet(facts, END, words).chips
            shown.update(chips)
        return shown

    return agreed


def test_the_desk_shows_what_the_rules_say_of_a_million_scans_whatever_was_stamped_in_years_to_come(
    stored: Database, shop: Shop, agreed: Callable[[datetime], set[str]]
) -> None:
    everything = [(one, at) for one, visits in shop.items() for at in visits]
    habits = ("Usually ", "First visit in ")
    shown = agreed(max(at for _, at in everything if at <= END))
    assert all(any(chip.startswith(habit) for chip in shown) for habit in habits)
    assert "250th visit" in shown

    store_visits(stored, ((one, at) for one, at in everything if at > END))
    shown = agreed(max(at for _, at in everything))
    assert all(any(chip.startswith(habit) for chip in shown) for habit in habits)
