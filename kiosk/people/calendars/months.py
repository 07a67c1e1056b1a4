"""Picking a day: which months a calendar has, and which days; always those that its rules allow."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from kiosk.people.calendars import Calendar, Day, Returning, rules_of

_MOST_MONTHS, _MOST_DAYS = 13, 31
_FIRST_HEBREW_MONTH = 7
_A_YEAR_OF_MONTHS = 12


class Month(NamedTuple):
    """A month by its number, of every year or of one."""

    number: int
    is_leap: bool = False
    year: int | None = None


def months(calendar: Calendar, year: int | None = None) -> Sequence[Month]:
    """The months of a calendar or of one year of it, in their order; a leap month follows the one it repeats.

    The Hebrew year begins with Tishri. A common year of it has Adar, a leap year Adar I and Adar II; for a
    year that is not known there are all three.
    """
    first = _FIRST_HEBREW_MONTH if calendar is Calendar.HEBREW else 1
    numbers = (*range(first, _MOST_MONTHS + 1), *range(1, first))
    both = (Month(number, is_leap, year) for number in numbers for is_leap in (False, True))
    return [month for month in both if days(calendar, month)]


def days(calendar: Calendar, month: Month) -> Sequence[int]:
    """The days that a month can have; none where the calendar has no such month, or not in that year."""
    rules = rules_of(calendar)
    all_days = (Day(month.number, day, month.year, month.is_leap) for day in range(1, _MOST_DAYS + 1))
    possible = [one for one in all_days if rules.why_impossible(one) is None]
    return [one.day for one in possible if rules.is_in_leap_month(one) == month.is_leap]


def month_of(what: Returning, calendar: Calendar) -> Month:
    """The month a date is in, as `months` has it."""
    return Month(what.month, rules_of(calendar).is_in_leap_month(what), what.year)


def coming_months(today: date) -> Sequence[Month]:
    """This month of the Gregorian calendar, and those after it for a year."""
    from_0 = (today.month - 1 + ahead for ahead in range(_A_YEAR_OF_MONTHS))
    return [Month(n % 12 + 1, year=today.year + n // 12) for n in from_0]


def coming_days(month: Month, today: date) -> Sequence[int]:
    """The days of one of the coming months, from today on."""
    assert month.year is not None
    is_this = (month.year, month.number) == (today.year, today.month)
    return range(today.day if is_this else 1, monthrange(month.year, month.number)[1] + 1)
