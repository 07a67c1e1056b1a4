"""Picking a day offers what its calendar has, by the names it has there."""

from datetime import date

import pytest
from pyluach.dates import HebrewDate

from kiosk.locale import speech
from kiosk.people.calendars import Calendar, LeapDay, hebrew
from kiosk.people.calendars.month_names import day_name, month_name
from kiosk.people.calendars.months import Month, coming_days, coming_months, days, month_of, months
from kiosk.people.changing.changes import KeepDate
from kiosk.people.changing.next_return import next_return
from kiosk.people.known.important_dates import Occasion

TODAY = date(2026, 11, 24)


def names(calendar: Calendar, year: int | None = None) -> list[str]:
    return [month_name(calendar, month, speech("en")) for month in months(calendar, year)]


def keep(day: int, month: int, calendar: Calendar = Calendar.GREGORIAN, **more: object) -> KeepDate:
    return KeepDate(occasion=Occasion.BIRTHDAY, day=day, month=month, calendar=calendar, **more)  # type: ignore[arg-type]


def test_the_months_of_the_gregorian_year_are_named_in_the_language_of_the_shop() -> None:
    assert names(Calendar.GREGORIAN)[:2] == ["January", "February"]
    assert month_name(Calendar.GREGORIAN, Month(11), speech("uk")) == "листопад"


def test_the_hebrew_year_begins_with_tishri_and_has_every_adar_there_may_be() -> None:
    months = names(Calendar.HEBREW)
    assert (months[0], months[-1], len(months)) == ("Tishri", "Elul", 14)
    assert [month for month in months if "Adar" in month] == ["Adar", "Adar I", "Adar II"]


def test_a_common_hebrew_year_has_one_adar_and_a_leap_year_two() -> None:
    assert [month for month in names(Calendar.HEBREW, 5786) if "Adar" in month] == ["Adar"]
    assert [month for month in names(Calendar.HEBREW, 5784) if "Adar" in month] == ["Adar I", "Adar II"]


@pytest.mark.parametrize(
    ("month", "in_leap_year"), [(Month(12), 13), (Month(12, is_leap=True), 12), (Month(13), 13)]
)
def test_every_adar_on_offer_is_kept_in_one_of_the_two_of_a_leap_year(
    month: Month, in_leap_year: int
) -> None:
    picked = keep(14, month.number, Calendar.HEBREW, leap_month=month.is_leap)
    assert hebrew.falls(picked, 5787) == HebrewDate(5787, in_leap_year, 14).to_pydate()
    assert hebrew.falls(picked, 5786) == HebrewDate(5786, 12, 14).to_pydate()


def test_adar_of_a_leap_year_is_read_as_adar_i_however_it_was_written() -> None:
    for written in (hebrew_day(14, 5784), hebrew_day(14, 5784, leap_month=True), hebrew_day(30)):
        assert month_of(written, Calendar.HEBREW) in months(Calendar.HEBREW, written.year)
        assert month_name(Calendar.HEBREW, month_of(written, Calendar.HEBREW), speech("en")) == "Adar I"
    assert month_of(hebrew_day(14), Calendar.HEBREW) == Month(12)
    assert month_of(hebrew_day(14, 5786), Calendar.HEBREW) == Month(12, year=5786)


def hebrew_day(day: int, year: int | None = None, leap_month: bool = False) -> KeepDate:
    return keep(day, 12, Calendar.HEBREW, year=year, leap_month=leap_month)


def test_the_islamic_year_has_twelve_months_by_name() -> None:
    assert names(Calendar.ISLAMIC)[8] == "Ramadan"
    assert len(names(Calendar.ISLAMIC)) == 12


def test_any_chinese_month_may_be_a_leap_month_until_the_year_is_known() -> None:
    assert len(months(Calendar.CHINESE)) == 24
    leap = [month for month in months(Calendar.CHINESE, 2023) if month.is_leap]
    assert leap == [Month(2, is_leap=True, year=2023)]
    assert month_name(Calendar.CHINESE, leap[0], speech("en")) == "Leap month 2"


@pytest.mark.parametrize(
    ("calendar", "month", "last"),
    [
        (Calendar.GREGORIAN, Month(2), 29),
        (Calendar.GREGORIAN, Month(2, year=2026), 28),
        (Calendar.GREGORIAN, Month(11), 30),
        (Calendar.CHINESE, Month(10), 30),
        (Calendar.HEBREW, Month(9), 30),
        (Calendar.HEBREW, Month(10), 29),
        (Calendar.HEBREW, Month(12), 29),
        (Calendar.HEBREW, Month(12, is_leap=True), 30),
        (Calendar.HEBREW, Month(13), 29),
        (Calendar.ISLAMIC, Month(6), 30),
    ],
)
def test_a_month_has_as_many_days_as_it_ever_has(calendar: Calendar, month: Month, last: int) -> None:
    assert list(days(calendar, month)) == list(range(1, last + 1))


@pytest.mark.parametrize(
    ("calendar", "month", "day", "name"),
    [
        (Calendar.GREGORIAN, Month(11), 19, "19 November"),
        (Calendar.CHINESE, Month(10), 16, "Month 10, day 16"),
        (Calendar.HEBREW, Month(12, is_leap=True), 3, "3 Adar I"),
        (Calendar.ISLAMIC, Month(6), 14, "14 Jumada II"),
    ],
)
def test_a_day_is_named_as_in_its_calendar(calendar: Calendar, month: Month, day: int, name: str) -> None:
    assert day_name(calendar, month, day, speech("en")) == name


@pytest.mark.parametrize(
    "date_today",
    [
        keep(24, 11),
        keep(16, 10, Calendar.CHINESE),
        keep(14, 9, Calendar.HEBREW),
        keep(14, 6, Calendar.ISLAMIC),
    ],
)
def test_a_day_that_is_today_falls_today_in_every_calendar(date_today: KeepDate) -> None:
    assert next_return(date_today, TODAY) == TODAY


def test_29_february_falls_next_where_they_celebrate() -> None:
    assert next_return(keep(29, 2), TODAY) == date(2027, 2, 28)
    assert next_return(keep(29, 2, leap_day=LeapDay.MARCH_1), TODAY) == date(2027, 3, 1)


def test_yesterday_returns_in_a_year() -> None:
    assert next_return(keep(23, 11), TODAY) == date(2027, 11, 23)


def test_the_coming_days_begin_today_and_go_on_for_a_year() -> None:
    first, *_, last = coming_months(TODAY)
    assert (first, last) == (Month(11, year=2026), Month(10, year=2027))
    assert list(coming_days(first, TODAY)) == list(range(24, 31))
    assert list(coming_days(Month(2, year=2028), TODAY)) == list(range(1, 30))
