"""The Chinese calendar against the sun and the moon, and its leap rules one by one."""

from datetime import date
from itertools import pairwise

import pytest

from kiosk.people.calendars import Calendar, chinese
from tests.people.calendars.astronomy import months
from tests.people.calendars.kept import Kept, on

OTHERWISE_THAN_THE_MOON = {
    # The court's astronomers erred by hours, and what they published was the calendar.
    (1856, 11): date(1856, 11, 28),
    (1861, 10): date(1861, 11, 3),
    (1869, 4): date(1869, 5, 12),
    (1880, 10): date(1880, 11, 3),
    (1887, 3): date(1887, 3, 25),
    (1906, 4): date(1906, 4, 24),
    # A new moon within seconds of midnight: how the Earth turns until then decides it.
    (2057, 9): date(2057, 9, 29),
}
"""The first days of the months that begin a day later than the new moon."""


def test_every_month_begins_with_the_new_moon_and_every_leap_month_has_no_principal_term() -> None:
    told = {
        (year, *month): chinese.months(year)[month].first
        for year in chinese.YEARS
        for month in chinese.months(year)
    }
    computed = {
        (month.year, month.number, month.leap): month.first
        for month in months(chinese.YEARS[0], chinese.YEARS[-1])
    }
    differing = {month[:2]: told[month] for month in told if told[month] != computed.get(month)}
    assert told.keys() == computed.keys()
    assert differing == OTHERWISE_THAN_THE_MOON
    assert all(
        (told[year, month, False] - computed[year, month, False]).days == 1 for year, month in differing
    )


def test_every_month_ends_where_the_next_begins() -> None:
    in_order = sorted(month for year in chinese.YEARS for month in chinese.months(year).values())
    assert [(b.first - a.first).days for a, b in pairwise(in_order)] == [
        month.days for month in in_order[:-1]
    ]


@pytest.mark.parametrize(
    ("year", "first"),
    [(1900, "1900-01-31"), (2026, "2026-02-17"), (2033, "2033-01-31"), (2034, "2034-02-19")],
)
def test_the_new_year_falls_on_the_days_of_the_almanac(year: int, first: str) -> None:
    assert on(Calendar.CHINESE, Kept(1, 1), year) == first


def test_the_16th_of_month_10_falls_on_24_november_2026() -> None:
    assert on(Calendar.CHINESE, Kept(10, 16), 2026) == "2026-11-24"


def test_a_leap_month_is_kept_where_there_is_one() -> None:
    assert on(Calendar.CHINESE, Kept(6, 5, leap_month=True), 2025) == "2025-07-29"


def test_a_leap_month_that_this_year_lacks_is_the_ordinary_month() -> None:
    assert on(Calendar.CHINESE, Kept(6, 5, leap_month=True), 2026) == on(Calendar.CHINESE, Kept(6, 5), 2026)


def test_the_leap_month_of_another_number_does_not_count() -> None:
    assert on(Calendar.CHINESE, Kept(5, 5, leap_month=True), 2025) == on(Calendar.CHINESE, Kept(5, 5), 2025)


def test_an_ordinary_month_is_kept_though_a_leap_month_follows() -> None:
    assert on(Calendar.CHINESE, Kept(6, 5), 2025) == "2025-06-29"


def test_day_30_of_a_short_month_is_kept_on_day_29() -> None:
    assert on(Calendar.CHINESE, Kept(12, 30), 2025) == "2026-02-16"
    assert on(Calendar.CHINESE, Kept(12, 30), 2026) == "2027-02-05"


def test_day_30_of_a_short_leap_month_is_kept_on_its_day_29() -> None:
    assert on(Calendar.CHINESE, Kept(6, 30, leap_month=True), 2025) == "2025-08-22"


def test_days_of_january_belong_to_the_year_that_began_the_spring_before() -> None:
    assert [chinese.year_on(date(2026, month, day)) for month, day in [(1, 1), (2, 16), (2, 17)]] == [
        2025,
        2025,
        2026,
    ]
