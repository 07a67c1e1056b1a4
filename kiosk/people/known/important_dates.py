"""Days that matter to a person, and when they fall."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from kiosk.people.calendars import Calendar, LeapDay, rules_of
from kiosk.people.calendars.years import known_year


class Occasion(StrEnum):
    """What an important date is about."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    NAME_DAY = "name_day"
    OTHER = "other"


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

    @property
    def began(self) -> int | None:
        """The year in which it began, where that is known."""
        return known_year(self.year, self.calendar)


class Occurrence(NamedTuple):
    """One return of a date: the day, and the year of the date's own calendar in which it falls."""

    on: date
    year: int


def occurrences(important: ImportantDate, first: date, last: date) -> list[Occurrence]:
    """Every return of the date from `first` to `last`, both included; oldest first."""
    rules = rules_of(important.calendar)
    years = range(rules.year_on(first), rules.year_on(last) + 1)
    days = ((rules.falls(important, year), year) for year in years)
    return [Occurrence(on, year) for on, year in days if on is not None and first <= on <= last]
