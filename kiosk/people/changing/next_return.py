"""When a date that is being written down falls next."""

from datetime import date, timedelta
from uuid import UUID

from kiosk.people.changing.changes import KeepDate
from kiosk.people.known.important_dates import ImportantDate, occurrences

_WITHIN = timedelta(days=400)
"""No date stays away for longer: the longest year of any calendar has 385 days."""

_NOBODY = UUID(int=0)


def next_return(keep: KeepDate, today: date) -> date | None:
    """The day on which a date falls next, today included; None beyond the years its calendar knows."""
    important = ImportantDate(
        id=keep.id or _NOBODY,
        occasion=keep.occasion,
        month=keep.month,
        day=keep.day,
        year=keep.year,
        calendar=keep.calendar,
        leap_day=keep.leap_day,
        leap_month=keep.leap_month,
    )
    return next((found.on for found in occurrences(important, today, today + _WITHIN)), None)
