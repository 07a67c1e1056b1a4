"""The Hebrew calendar: months count from Nisan = 1, and a year begins with Tishri, month 7.

Adar is month 12, Adar I of a leap year too; Adar II is month 13. Day 30 of a month that has 29 days this
year is kept on the day after it, the first of the next month, as in `hebrew-birthday` of Reingold and
Dershowitz, Calendrical Calculations.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from pyluach.dates import HebrewDate
from pyluach.hebrewcal import Year

from kiosk.people.calendars.values import Returning, no_such_day, too_far_away

YEARS = range(5610, 5911)
"""About 1850 to 2150 of the Gregorian calendar."""

TISHRI, ADAR, ADAR_II = 7, 12, 13
_BEFORE_TISHRI = 3760
_ALWAYS_SHORT = (2, 4, 6, 10, ADAR_II)


def year_on(day: date) -> int:
    year = day.year + _BEFORE_TISHRI
    return year + 1 if year + 1 in YEARS and day >= _first(year + 1, TISHRI) else year


def falls(what: Returning, year: int) -> date | None:
    """Adar is kept in Adar II of a leap year, unless the date says Adar I."""
    if year not in YEARS or not _may_be(what):
        return None
    return _first(year, _month_in(year, what)) + timedelta(days=what.day - 1)


def kept_on(day: date) -> Collection[tuple[int, int]]:
    today = HebrewDate.from_pydate(day)
    months = (ADAR, ADAR_II) if today.month in (ADAR, ADAR_II) else (today.month,)
    kept = {(month, today.day) for month in months}
    month_before = (today.month - 2) % ADAR + 1
    return kept | {(month_before, 30)} if today.day == 1 else kept


def is_in_leap_month(what: Returning) -> bool:
    """Adar I, which Adar of a leap year is, too; no other Adar has a day 30."""
    began_in_leap_year = what.year in YEARS and _is_leap(what.year)
    return what.leap_month or (what.month == ADAR and (what.day == 30 or began_in_leap_year))


def why_impossible(what: Returning) -> str | None:
    if not _may_be(what):
        return no_such_day(what, "the Hebrew calendar")
    if what.leap_month and what.month != ADAR:
        return "only Adar I, month 12, is a leap month of the Hebrew calendar"
    if what.year is None:
        return None
    if what.year not in YEARS:
        return too_far_away(what.year, "Hebrew", 5786)
    if not _is_leap(what.year) and (what.month == ADAR_II or is_in_leap_month(what)):
        return f"{what.year} was a common year of the Hebrew calendar, with one Adar of 29 days, month 12"
    try:
        HebrewDate(what.year, what.month, what.day)
    except ValueError:
        return no_such_day(what, what.year)
    return None


def _may_be(what: Returning) -> bool:
    return 1 <= what.month <= ADAR_II and 1 <= what.day <= (29 if what.month in _ALWAYS_SHORT else 30)


def _month_in(year: int, what: Returning) -> int:
    if what.month < ADAR:
        return what.month
    if not _is_leap(year):
        return ADAR
    return ADAR if what.month == ADAR and is_in_leap_month(what) else ADAR_II


@cache
def _first(year: int, month: int) -> date:
    first: date = HebrewDate(year, month, 1).to_pydate()
    return first


@cache
def _is_leap(year: int) -> bool:
    return bool(Year(year).leap)
