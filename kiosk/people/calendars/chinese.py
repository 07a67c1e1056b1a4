"""The Chinese lunar calendar: a year is called by the Gregorian year in which it begins."""

from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from lunar_python import LunarYear

from kiosk.people.calendars.values import Returning, from_julian_day, no_such_day

YEARS = range(1850, 2151)
"""Those whose every month is compared with the moon and the sun by the tests."""

_MONTHS, _DAYS = range(1, 13), range(1, 31)


class Month(NamedTuple):
    """The first day of a month, and how many days it has."""

    first: date
    days: int


@cache
def months(year: int) -> Mapping[tuple[int, bool], Month]:
    """The months of a year by their number and whether they are leap months; `year` is one of YEARS.

    The library takes 4 ms for a year.
    """
    return {
        (abs(month.getMonth()), month.isLeap()): Month(
            from_julian_day(month.getFirstJulianDay()), month.getDayCount()
        )
        for month in LunarYear.fromYear(year).getMonthsInYear()
    }


def year_on(day: date) -> int:
    return day.year - 1 if day.year in YEARS and day < months(day.year)[1, False].first else day.year


def falls(what: Returning, year: int) -> date | None:
    """A leap month that this year lacks is the ordinary one; day 30 of a short month is day 29."""
    if year not in YEARS or not _may_be(what):
        return None
    of_year = months(year)
    month = of_year.get((what.month, what.leap_month), of_year[what.month, False])
    return month.first + timedelta(days=min(what.day, month.days) - 1)


def kept_on(day: date) -> Collection[tuple[int, int]]:
    year = year_on(day)
    for (number, _), month in months(year).items() if year in YEARS else ():
        day_of_month = (day - month.first).days + 1
        if 1 <= day_of_month <= month.days:
            last = _DAYS[-1] if day_of_month == month.days else day_of_month
            return {(number, n) for n in range(day_of_month, last + 1)}
    return ()


def is_in_leap_month(what: Returning) -> bool:
    return what.leap_month


def why_impossible(what: Returning) -> str | None:
    if not _may_be(what):
        return no_such_day(what, "the Chinese calendar")
    if what.year is None:
        return None
    if what.year not in YEARS:
        return f"the year {what.year} is too far away; give the Gregorian year in which the Chinese one began"
    month = months(what.year).get((what.month, what.leap_month))
    if month is None:
        return f"the Chinese year {what.year} had no leap month {what.month}"
    return no_such_day(what, f"the Chinese year {what.year}") if what.day > month.days else None


def _may_be(what: Returning) -> bool:
    return what.month in _MONTHS and what.day in _DAYS
