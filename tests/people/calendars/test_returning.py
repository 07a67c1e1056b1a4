"""What holds for every date, in every calendar and every year."""

import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from convertdate import hebrew as truth
from hypothesis import given
from hypothesis import strategies as st

from kiosk.people.calendars import Calendar, LeapDay, chinese, rules_of
from kiosk.people.known.important_dates import ImportantDate, occurrences
from tests.people.calendars.kept import days

pytestmark = pytest.mark.filterwarnings("ignore:month_days is deprecated")

DateOf = Callable[..., ImportantDate]
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
A_YEAR = {Calendar.GREGORIAN: 2026, Calendar.CHINESE: 2026, Calendar.HEBREW: 5787, Calendar.ISLAMIC: 1448}


@st.composite
def possible(draw: st.DrawFn, date_of: DateOf) -> ImportantDate:
    """A date that its calendar has."""
    calendar = draw(st.sampled_from(Calendar))
    year = draw(st.none() | st.integers(A_YEAR[calendar] - 100, A_YEAR[calendar]))
    return date_of(
        f"{draw(st.integers(1, 13))}-{draw(st.integers(1, 31))}",
        calendar=calendar,
        year=year,
        leap_month=draw(st.booleans()),
        leap_day=draw(st.sampled_from(LeapDay)),
    )


def is_possible(important: ImportantDate) -> bool:
    return rules_of(important.calendar).why_impossible(important) is None


@pytest.fixture(scope="session")
def dates(date_of: DateOf) -> st.SearchStrategy[ImportantDate]:
    return possible(date_of).filter(is_possible)


@given(data=st.data(), first=DAYS, length=st.integers(0, 900))
def test_occurrences_are_complete_and_in_order(
    data: st.DataObject, first: date, length: int, dates: st.SearchStrategy[ImportantDate]
) -> None:
    important, last = data.draw(dates), first + timedelta(days=length)
    rules = rules_of(important.calendar)
    found = occurrences(important, first, last)
    years = range(rules.year_on(first) - 2, rules.year_on(last) + 3)
    every = [(rules.falls(important, year), year) for year in years]
    assert found == sorted((on, year) for on, year in every if on is not None and first <= on <= last)
    assert all(a.on < b.on and a.year + 1 == b.year for a, b in pairwise(found))


@given(data=st.data(), day=DAYS)
def test_every_date_falls_once_in_every_year_of_its_calendar_and_within_it(
    data: st.DataObject, day: date, dates: st.SearchStrategy[ImportantDate]
) -> None:
    important = data.draw(dates)
    rules = rules_of(important.calendar)
    year = rules.year_on(day)
    on = rules.falls(important, year)
    assert on is not None
    assert rules.year_on(on) == year


@given(data=st.data(), day=DAYS)
def test_a_day_knows_every_date_that_may_be_kept_on_it(
    data: st.DataObject, day: date, dates: st.SearchStrategy[ImportantDate]
) -> None:
    important = data.draw(dates)
    rules = rules_of(important.calendar)
    on = rules.falls(important, rules.year_on(day))
    assert on is not None
    assert (important.month, important.day) in rules.kept_on(on)


@pytest.mark.parametrize("calendar", Calendar)
def test_a_day_knows_few_other_dates(calendar: Calendar) -> None:
    kept = [rules_of(calendar).kept_on(day) for day in days(date(2025, 1, 1), date(2027, 12, 31))]
    assert all(1 <= len(of_day) <= 3 for of_day in kept)


@given(day=DAYS)
def test_a_hebrew_day_that_is_read_back_is_the_month_and_day_that_was_asked_for(
    day: date, date_of: DateOf
) -> None:
    year, month, of_month = truth.from_gregorian(day.year, day.month, day.day)
    born = date_of(f"{month}-{of_month}", calendar=Calendar.HEBREW, year=year)
    assert is_possible(born)
    assert occurrences(born, day, day) == [(day, year)]


@given(day=DAYS)
def test_a_chinese_day_that_is_read_back_is_the_month_and_day_that_was_asked_for(
    day: date, date_of: DateOf
) -> None:
    year = chinese.year_on(day)
    (number, leap), month = max(
        (item for item in chinese.months(year).items() if item[1].first <= day), key=lambda item: item[1]
    )
    of_month = (day - month.first).days + 1
    born = date_of(f"{number}-{of_month}", calendar=Calendar.CHINESE, year=year, leap_month=leap)
    assert is_possible(born)
    assert occurrences(born, day, day) == [(day, year)]


def test_an_islamic_date_may_fall_twice_in_a_gregorian_year(date_of: DateOf) -> None:
    new_year = date_of("01-01", calendar=Calendar.ISLAMIC)
    found = occurrences(new_year, date(2008, 1, 1), date(2008, 12, 31))
    assert [(f"{on}", year) for on, year in found] == [("2008-01-10", 1429), ("2008-12-29", 1430)]


def test_a_chinese_date_may_fall_twice_in_a_gregorian_year_and_not_at_all_in_the_next(
    date_of: DateOf,
) -> None:
    late = date_of("12-01", calendar=Calendar.CHINESE)
    by_year = [len(occurrences(late, date(y, 1, 1), date(y, 12, 31))) for y in range(1990, 2040)]
    assert set(by_year) == {0, 1, 2}


@pytest.mark.parametrize("calendar", [c for c in Calendar if c is not Calendar.GREGORIAN])
@pytest.mark.parametrize("day", [date.min + timedelta(days=40), date(1800, 1, 1), date.max])
def test_nothing_falls_in_the_years_that_a_calendar_does_not_know(
    calendar: Calendar, day: date, date_of: DateOf
) -> None:
    assert occurrences(date_of("01-01", calendar=calendar), day - timedelta(days=38), day) == []


def test_the_libraries_of_the_calendars_are_loaded_only_when_they_are_needed() -> None:
    libraries = {"lunar_python", "pyluach", "hijridate"}
    loaded = f"import sys, kiosk.people.greeting.greetings; print({{*sys.modules}} & {libraries})"
    found = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"
