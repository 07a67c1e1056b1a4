"""When somebody usually comes, and what is not enough to say so."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.rhythm import Rhythm, rhythm

Greet = Callable[..., Greeting]


def weekly(now: datetime, count: int, days_ago: int = 7, **shift: int) -> list[datetime]:
    """Visits a week apart, the newest of them some days ago, moved by a while."""
    return [now - timedelta(days=days_ago + 7 * n) + timedelta(**shift) for n in range(count)]


def usual(found: Rhythm | None) -> tuple[str, time | None] | None:
    """The weekday and the hour."""
    return None if found is None else (f"{found.day:%A}", found.hour)


def test_five_visits_on_one_weekday_are_a_rhythm(now: datetime) -> None:
    assert usual(rhythm(weekly(now, 5), now)) == ("Tuesday", time(9))
    assert rhythm(weekly(now, 4), now) is None


def test_what_is_older_than_180_days_no_longer_counts(now: datetime) -> None:
    assert rhythm(weekly(now, 5, days_ago=180 - 4 * 7), now) is not None
    assert rhythm(weekly(now, 5, days_ago=181 - 4 * 7), now) is None


def test_a_weekday_holds_at_least_half_of_the_visits(now: datetime) -> None:
    tuesdays, others = weekly(now, 5), [now - timedelta(days=n) for n in (1, 2, 3, 4, 5)]
    assert usual(rhythm(tuesdays + others, now)) == ("Tuesday", time(9))
    assert rhythm(tuesdays + others + [now - timedelta(days=6)], now) is None


@pytest.mark.parametrize(
    ("minutes", "hour"),
    [
        ((0, 5, 10, 15, 20), time(9, 30)),
        ((-10, -5, 0, 5, 10), time(9)),
        ((0, 0, 0, 300, 300), time(9)),
        ((0, 100, 200, 300, 400), None),
        ((0, 90, 200, 300, 400, 500), None),
        ((0, 45, 90, 300, 400, 500), time(10)),
    ],
)
def test_the_hour_is_named_when_half_of_the_visits_fall_within_90_minutes(
    minutes: tuple[int, ...], hour: time | None, now: datetime
) -> None:
    at_nine = [at.replace(hour=9, minute=0) for at in weekly(now, len(minutes))]
    if minutes[0] == 0 and hour == time(9, 30):
        at_nine = [at + timedelta(minutes=15) for at in at_nine]
    visits = [at + timedelta(minutes=late) for at, late in zip(at_nine, minutes, strict=True)]
    found = rhythm(visits, now)
    assert found is not None
    assert found.hour == hour


def test_the_hour_is_the_one_on_the_shops_clock_in_summer_and_in_winter(now: datetime) -> None:
    days = [now - timedelta(days=7 * n) for n in range(1, 16)]
    visits = [at.replace(hour=9, minute=0) for at in days]
    assert {at.utcoffset() for at in visits} == {timedelta(0), timedelta(hours=1)}
    assert usual(rhythm(visits, now)) == ("Tuesday", time(9))


def test_a_rhythm_is_a_chip(greeting: Greet, now: datetime) -> None:
    assert "Usually Tuesdays, about 9" in greeting(visits=tuple(weekly(now, 5))).chips
    scattered = tuple(at + timedelta(hours=3 * n) for n, at in enumerate(weekly(now, 5)))
    assert "Usually Tuesdays" in greeting(visits=scattered).chips


def test_the_visit_under_way_is_no_part_of_the_habit(greeting: Greet, now: datetime) -> None:
    visits = (now, *weekly(now, 4))
    assert not any(chip.startswith("Usually") for chip in greeting(visits=visits).chips)


def test_a_clock_that_is_behind_tells_no_rhythm(greeting: Greet, now: datetime) -> None:
    chips = greeting(visits=tuple(weekly(now, 5)), newest_visit=now + timedelta(days=2)).chips
    assert not any(chip.startswith("Usually") for chip in chips)
