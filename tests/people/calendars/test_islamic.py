"""The Islamic calendar against the moon over Mecca and the arithmetic rule, and its rules one by one."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import islamic as arithmetic

from kiosk.people.calendars import Calendar, islamic
from tests.people.calendars.kept import Kept, first_of, length_of, on
from tests.people.calendars.mecca import month_starts

DAY = timedelta(days=1)
BY_THE_MOON = range(1423, 1501)
MOVED_BY_UMM_AL_QURA = {(1446, 6): date(2024, 12, 2), (1485, 10): date(2063, 1, 30)}
"""A day earlier than the rule, since 2024, as the makers of the calendar publish it."""
ODD_LENGTHS = {
    # Where the arithmetic calendar gives way to Umm al-Qura.
    (1342, 12): 28,
    # As the newspaper printed them, in years when the moon was still looked for.
    (1343, 9): 28,
    (1345, 5): 31,
    (1345, 8): 28,
    (1348, 11): 31,
    (1348, 12): 28,
    (1349, 10): 28,
    (1349, 11): 31,
    (1364, 8): 28,
}


def months(years: range) -> list[tuple[int, int]]:
    return [(year, month) for year in years for month in range(1, 13)]


def test_since_1423_every_month_begins_with_the_moon_over_mecca() -> None:
    starts = month_starts(2002, 2077)
    told = {month: first_of(Calendar.ISLAMIC, *month) for month in months(BY_THE_MOON)}
    assert {month: first for month, first in told.items() if first not in starts} == MOVED_BY_UMM_AL_QURA
    assert all(first + DAY in starts for first in MOVED_BY_UMM_AL_QURA.values())


@pytest.mark.parametrize(
    ("printed", "year", "month", "day"), [("1924-12-12", 1343, 5, 15), ("1926-01-22", 1344, 7, 8)]
)
def test_the_days_are_those_that_the_newspaper_of_mecca_printed(
    printed: str, year: int, month: int, day: int
) -> None:
    assert on(Calendar.ISLAMIC, Kept(month, day), year) == printed


def test_outside_of_umm_al_qura_every_month_begins_where_the_arithmetic_calendar_says() -> None:
    for month in months(islamic.YEARS):
        if month[0] not in islamic.UMM_AL_QURA:
            assert first_of(Calendar.ISLAMIC, *month) == date(*arithmetic.to_gregorian(*month, 1))


def test_umm_al_qura_is_never_further_than_two_days_from_the_arithmetic_calendar() -> None:
    for month in months(islamic.UMM_AL_QURA):
        away = first_of(Calendar.ISLAMIC, *month) - date(*arithmetic.to_gregorian(*month, 1))
        assert abs(away) <= 2 * DAY


def test_every_month_has_29_or_30_days_but_for_a_few_long_ago() -> None:
    starts = [(month, first_of(Calendar.ISLAMIC, *month)) for month in months(islamic.YEARS)]
    lengths = {month: (following - first).days for (month, first), (_, following) in pairwise(starts)}
    assert {month: days for month, days in lengths.items() if days not in (29, 30)} == ODD_LENGTHS
    assert all(length_of(Calendar.ISLAMIC, *month) == min(days, 30) for month, days in lengths.items())


def test_the_year_begins_with_1_muharram() -> None:
    for year in islamic.YEARS:
        new_year = first_of(Calendar.ISLAMIC, year, 1)
        assert [islamic.year_on(day) for day in (new_year - DAY, new_year)] == [year - 1, year]


def test_14_jumada_ii_falls_on_24_november_2026() -> None:
    assert on(Calendar.ISLAMIC, Kept(6, 14), 1448) == "2026-11-24"


@pytest.mark.parametrize(("year", "length"), [(1447, 29), (1448, 30)])
def test_day_30_of_a_short_month_is_kept_on_day_29(year: int, length: int) -> None:
    month = next(m for m in range(1, 13) if length_of(Calendar.ISLAMIC, year, m) == length)
    assert on(Calendar.ISLAMIC, Kept(month, 30), year) == on(Calendar.ISLAMIC, Kept(month, length), year)
