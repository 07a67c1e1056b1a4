"""Which of the stored visits can be right, and what wrong ones do to the habit of the person."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.visits import earlier, newest_believed
from kiosk.people.known.facts import Facts

At = Callable[[str], datetime]
Greet = Callable[..., Greeting]


def daily(last: datetime, n: int) -> list[datetime]:
    """A visit a day, the newest first."""
    return [last - timedelta(days=day) for day in range(n)]


def newest_first(*visits: list[datetime]) -> list[datetime]:
    return sorted(chain(*visits), reverse=True)


@pytest.mark.parametrize("stamps", [1, 2, 30])
@pytest.mark.parametrize("year", ["2098", "2027", "9999"])
def test_a_few_stamps_far_ahead_of_the_shop_s_visits_are_set_aside(
    stamps: int, year: str, now: datetime, at: At
) -> None:
    wrong = [at(f"{year}-05-05T10:00") - timedelta(minutes=n) for n in range(stamps)]
    run = daily(now - timedelta(hours=1), 40)
    assert newest_believed(newest_first(wrong, run), now) == run[0]


def test_a_clock_that_fell_behind_the_run_of_visits_is_behind(now: datetime, at: At) -> None:
    run = daily(now, 40)
    for fell_back_to in ("2026-11-23T09:00", "2026-10-20T09:00", "2024-11-19T00:00", "1970-01-01T00:00"):
        assert newest_believed(run, at(fell_back_to)) == now


def test_a_few_visits_since_it_fell_back_do_not_make_that_clock_right(now: datetime, at: At) -> None:
    run = daily(now, 40)
    for beginning in ("2024-11-19T00:00", "1970-01-01T00:00"):
        wrong = [at(beginning) + timedelta(minutes=10 * n) for n in range(20)]
        assert newest_believed(newest_first(run, wrong), wrong[-1] + timedelta(minutes=5)) == now


def test_one_visit_that_is_only_days_ahead_may_be_right(now: datetime) -> None:
    run = daily(now - timedelta(hours=1), 40)
    for days, believed in [(2, True), (14, True), (15, False)]:
        ahead = now + timedelta(days=days)
        assert newest_believed([ahead, *run], now) == (ahead if believed else run[0])


def test_a_wrong_stamp_does_not_hide_that_the_clock_is_behind(now: datetime, at: At) -> None:
    run = daily(now, 40)
    assert newest_believed([at("2098-05-05T10:00"), *run], now - timedelta(days=3)) == now


def test_stamps_from_before_any_kiosk_are_no_visits_to_go_by(now: datetime, at: At) -> None:
    old = [at("2000-01-01T00:05"), at("1970-01-01T00:05")]
    assert newest_believed(old, now) is None
    assert newest_believed([now, *old], at("1970-01-02T00:00")) == now


def test_without_visits_no_clock_is_behind(now: datetime) -> None:
    assert newest_believed([], now) is None


@given(
    run=st.integers(2, 50),
    wrong=st.integers(15, 30_000),
    now=st.datetimes(datetime(2020, 1, 1), datetime(2100, 1, 1)),
)
def test_one_wrong_stamp_harms_nobody_else(run: int, wrong: int, now: datetime, at: At) -> None:
    now = now.replace(tzinfo=at("2026-11-24T09:14").tzinfo)
    visits = daily(now, run)
    assert newest_believed([now + timedelta(days=wrong), *visits], now) == now


@pytest.mark.parametrize("stamp", ["1970-01-01T00:02", "2000-01-01T00:02", "2098-05-05T10:00"])
def test_the_habit_of_a_person_is_told_without_a_stamp_that_cannot_be(
    stamp: str, greeting: Greet, now: datetime, at: At
) -> None:
    weekly = [now - timedelta(weeks=n) for n in range(5, 12)]
    newest = now - timedelta(hours=1)
    without = greeting(visits=tuple(weekly), newest_visit=newest).chips
    assert without == ("First visit in 5 weeks", "Usually Tuesdays, about 9")
    assert greeting(visits=(*weekly, at(stamp)), newest_visit=newest).chips == without


@pytest.mark.parametrize("stamp", ["1970-01-01T00:02", "2000-01-01T00:02"])
def test_a_stamp_from_before_any_kiosk_is_no_absence_of_decades(
    stamp: str, greeting: Greet, now: datetime, at: At
) -> None:
    assert earlier([at(stamp)], now) == []
    assert greeting(visits=(at(stamp),)).chips == ("Second visit",)


def test_right_after_midnight_when_the_clocks_are_put_back_no_clock_is_behind(
    facts: Callable[..., Facts],
) -> None:
    # In Newfoundland that was at one minute past midnight.
    zone = ZoneInfo("America/St_Johns")
    visit = datetime(2002, 10, 27, 0, 0, 40, tzinfo=zone)
    now = (visit.astimezone(UTC) + timedelta(minutes=5)).astimezone(zone)
    assert now.date() < visit.date()
    known = facts(visits=(visit.astimezone(UTC),))
    assert not known.clock_is_behind(now)
    assert known.clock_is_behind(now - timedelta(days=1))
