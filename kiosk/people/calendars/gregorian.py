"""The Gregorian calendar; 29 February is kept on another day in common years."""

from calendar import isleap
from collections.abc import Collection
from datetime import date

from kiosk.people.calendars.values import LeapDay, Returning

_LEAP_DAY = (2, 29)


def year_on(day: date) -> int:
    return day.year


def falls(what: Returning, year: int) -> date | None:
    try:
        return kept_in(year, what.month, what.day, what.leap_day)
    except ValueError:
        return None


def kept_in(year: int, month: int, day: int, leap_day: LeapDay) -> date:
    """The day of `year` on which a month and day is kept. Raises ValueError for what is no date."""
    if (month, day) == _LEAP_DAY and not isleap(year):
        return date.fromisoformat(f"{year:04}-{leap_day}")
    return date(year, month, day)


def kept_on(day: date) -> Collection[tuple[int, int]]:
    kept = {(day.month, day.day)}
    return kept | {_LEAP_DAY} if not isleap(day.year) and f"{day:%m-%d}" in set(LeapDay) else kept


def is_in_leap_month(what: Returning) -> bool:
    return what.leap_month


def why_impossible(what: Returning) -> str | None:
    if what.leap_month:
        return "only the Chinese and the Hebrew calendar have leap months"
    try:
        # A year that is not known may have been a leap year.
        date(what.year or 2000, what.month, what.day)
    except ValueError:
        in_year = "" if what.year is None else f" of {what.year}"
        return f"there is no day {what.day} in month {what.month}{in_year}"
    return None
