"""Days that matter to a person, and when they fall."""

from calendar import isleap
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Occasion(StrEnum):
    """What an important date is about."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    NAME_DAY = "name_day"
    OTHER = "other"


class Calendar(StrEnum):
    """The calendar in which the date returns every year."""

    GREGORIAN = "gregorian"
    CHINESE = "chinese"
    HEBREW = "hebrew"
    ISLAMIC = "islamic"


class LeapDay(StrEnum):
    """Where somebody born on 29 February celebrates in a common year."""

    FEBRUARY_28 = "02-28"
    MARCH_1 = "03-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportantDate:
    """A day and month that returns; `wished` holds the occurrences already congratulated.

    A date shared with somebody who has died is kept, and no longer celebrated.
    """

    id: UUID
    occasion: Occasion
    month: int
    day: int
    year: int | None = None
    label: str = ""
    calendar: Calendar = Calendar.GREGORIAN
    leap_day: LeapDay = LeapDay.FEBRUARY_28
    leap_month: bool = False
    wished: frozenset[date] = frozenset()
    shared_with_deceased: bool = False


def occurrences(important: ImportantDate, first: date, last: date) -> list[date]:
    """Every day from `first` to `last`, both included, on which the date falls; oldest first.

    A calendar without rules here has no occurrences: nothing is celebrated on a guessed day.
    """
    in_year = _CALENDARS.get(important.calendar)
    return [] if in_year is None else [on for on in in_year(important, first, last) if first <= on <= last]


def _gregorian(important: ImportantDate, first: date, last: date) -> Iterator[date]:
    for year in range(first.year, last.year + 1):
        yield gregorian_in(year, important.month, important.day, important.leap_day)


def gregorian_in(year: int, month: int, day: int, leap_day: LeapDay) -> date:
    """The day of `year` on which a Gregorian month and day is kept; 29 February follows the choice."""
    if (month, day) == (2, 29) and not isleap(year):
        return date.fromisoformat(f"{year:04}-{leap_day}")
    return date(year, month, day)


_CALENDARS: Mapping[Calendar, Callable[[ImportantDate, date, date], Iterator[date]]] = {
    Calendar.GREGORIAN: _gregorian,
}
