"""Dates as people keep them, for the tests."""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.people.calendars import Calendar, LeapDay, rules_of


@dataclass(frozen=True)
class Kept:
    """A month and day of a calendar."""

    month: int
    day: int
    year: int | None = None
    leap_month: bool = False
    leap_day: LeapDay = LeapDay.FEBRUARY_28


def first_of(calendar: Calendar, year: int, month: int, leap_month: bool = False) -> date:
    """The first day of a month of the calendar."""
    first = rules_of(calendar).falls(Kept(month, 1, year, leap_month), year)
    assert first is not None
    return first


def length_of(calendar: Calendar, year: int, month: int, leap_month: bool = False) -> int:
    """How many days a month has: as many as the calendar takes for possible."""
    possible = (
        day
        for day in (30, 29, 28)
        if rules_of(calendar).why_impossible(Kept(month, day, year, leap_month)) is None
    )
    return next(possible)


def on(calendar: Calendar, kept: Kept, year: int) -> str:
    """The day on which a date is kept in a year of the calendar, in ISO format."""
    return f"{rules_of(calendar).falls(kept, year)}"


def days(first: date, last: date) -> list[date]:
    """Every day from `first` to `last`, both included."""
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]
