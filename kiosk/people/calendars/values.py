"""What every calendar is asked, and about what."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol


class Calendar(StrEnum):
    """The calendar in which a date returns every year."""

    GREGORIAN = "gregorian"
    CHINESE = "chinese"
    HEBREW = "hebrew"
    ISLAMIC = "islamic"


class LeapDay(StrEnum):
    """Where somebody born on 29 February celebrates in a common year."""

    FEBRUARY_28 = "02-28"
    MARCH_1 = "03-01"


class Returning(Protocol):
    """A month and day of some calendar, and the year of that calendar in which it began, or None."""

    @property
    def month(self) -> int: ...
    @property
    def day(self) -> int: ...
    @property
    def year(self) -> int | None: ...
    @property
    def leap_month(self) -> bool: ...
    @property
    def leap_day(self) -> LeapDay: ...


class Day(NamedTuple):
    """The same by itself, to ask a calendar about."""

    month: int
    day: int
    year: int | None = None
    leap_month: bool = False
    leap_day: LeapDay = LeapDay.FEBRUARY_28


class Rules(Protocol):
    """When dates return in one calendar."""

    def year_on(self, day: date) -> int:
        """The calendar's year on this day."""

    def falls(self, what: Returning, year: int) -> date | None:
        """The day on which a date is kept in a year of the calendar.

        None outside of the years that the calendar knows, and for what can be no date of it.
        """

    def kept_on(self, day: date) -> Collection[tuple[int, int]]:
        """The months and days that may be kept on this day: all that are, and perhaps a few more."""

    def is_in_leap_month(self, what: Returning) -> bool:
        """Tell whether a date began in a leap month, even where it does not say so."""

    def why_impossible(self, what: Returning) -> str | None:
        """What is wrong with a date, as a sentence without its full stop; None where nothing is."""


_ORDINAL_0 = 1721425
"""The Julian day number of the day before 1 January of the year 1."""


def from_julian_day(number: float) -> date:
    """The day with this Julian day number."""
    return date.fromordinal(round(number) - _ORDINAL_0)


def no_such_day(what: Returning, of: int | str) -> str:
    """The sentence about a day that its month does not have; `of` is the year, or the whole calendar."""
    month = "leap month" if what.leap_month else "month"
    return f"there is no day {what.day} in {month} {what.month} of {of}"


def too_far_away(year: int, calendar: str, in_2026: int) -> str:
    """The sentence about a year nobody can mean; `in_2026` is the year that the calendar counted then."""
    return f"the year {year} is too far away in the {calendar} calendar, where 2026 is {in_2026}"
