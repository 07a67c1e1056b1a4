"""Placeholder years: what other programs write where the year is not known."""

from collections.abc import Mapping

from kiosk.people.calendars.values import Calendar

# 1604 and 1 of the Gregorian calendar, as they are, and as a program turned them into another calendar.
_STAND_FOR_NONE: Mapping[Calendar, frozenset[int]] = {
    Calendar.GREGORIAN: frozenset({1, 1604}),
    Calendar.CHINESE: frozenset({1, 1603, 1604}),
    Calendar.HEBREW: frozenset({1, 1604, 3761, 3762, 5364, 5365}),
    Calendar.ISLAMIC: frozenset({1, 1604, 1012, 1013}),
}


def known_year(year: int | None, calendar: Calendar) -> int | None:
    """The year as it was meant: None where it stands for none."""
    return None if year in _STAND_FOR_NONE[calendar] else year
