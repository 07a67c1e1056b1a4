"""The pauses after wrong PINs: they grow, they end, and no clock makes them longer."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.staff.pins import FREE_TRIES, LONGEST_PAUSE, pause, please_wait, time_to_wait

TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC))
MANY = st.integers(0, 10**9)


@pytest.mark.parametrize(
    ("wrong_tries", "seconds"),
    [
        (0, 0),
        (1, 0),
        (4, 0),
        (5, 30),
        (6, 60),
        (7, 120),
        (8, 240),
        (9, 480),
        (10, 900),
        (11, 900),
        (999, 900),
    ],
)
def test_five_may_be_wrong_and_then_the_pause_doubles_up_to_a_quarter_of_an_hour(
    wrong_tries: int, seconds: int
) -> None:
    assert pause(wrong_tries) == timedelta(seconds=seconds)


@given(fewer=MANY, more=MANY)
def test_more_wrong_tries_never_make_the_pause_shorter(fewer: int, more: int) -> None:
    assert pause(min(fewer, more)) <= pause(max(fewer, more)) <= LONGEST_PAUSE


@given(wrong_tries=MANY, last_try=TIMES, now=TIMES)
def test_whatever_the_clock_says_nobody_waits_longer_than_the_longest_pause(
    wrong_tries: int, last_try: datetime, now: datetime
) -> None:
    assert timedelta(0) <= time_to_wait(wrong_tries, last_try, now) <= LONGEST_PAUSE


@given(wrong_tries=st.integers(FREE_TRIES, 10**9), last_try=TIMES, seconds=st.integers(0, 3600))
def test_a_pause_runs_out_second_by_second_and_then_one_may_try(
    wrong_tries: int, last_try: datetime, seconds: int
) -> None:
    left = time_to_wait(wrong_tries, last_try, last_try + timedelta(seconds=seconds))
    assert left == max(pause(wrong_tries) - timedelta(seconds=seconds), timedelta(0))
    assert time_to_wait(wrong_tries, last_try, last_try + pause(wrong_tries)) == timedelta(0)


def test_a_clock_that_was_set_back_does_not_let_anybody_try_at_once(at: Callable[[str], datetime]) -> None:
    assert time_to_wait(5, at("2026-11-24T09:14"), at("2019-01-01T00:00")) == timedelta(seconds=30)


@pytest.mark.parametrize("day", ["2026-03-29T00:50", "2026-10-25T01:50"])
def test_a_pause_is_as_long_on_the_night_when_the_clocks_change(
    day: str, at: Callable[[str], datetime]
) -> None:
    last_try = at(day)
    now = (last_try.astimezone(UTC) + timedelta(minutes=12)).astimezone(last_try.tzinfo)
    assert time_to_wait(10, last_try, now) == timedelta(minutes=3)


@pytest.mark.parametrize(
    ("seconds", "ending"),
    [(0.1, "1 second."), (30, "30 seconds."), (90, "90 seconds."), (91, "2 minutes."), (900, "15 minutes.")],
)
def test_the_time_to_wait_is_told_in_the_unit_one_would_use(
    seconds: float, ending: str, words: Speech
) -> None:
    assert please_wait(timedelta(seconds=seconds), words) == f"Too many wrong tries. Please wait {ending}"
