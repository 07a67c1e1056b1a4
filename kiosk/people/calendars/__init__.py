"""The calendars in which people keep their days."""

from functools import cache

from kiosk.people.calendars.values import Calendar, Day, LeapDay, Returning, Rules

__all__ = ["Calendar", "Day", "LeapDay", "Returning", "Rules", "rules_of"]


@cache
def rules_of(calendar: Calendar) -> Rules:
    """The rules of a calendar, loaded with the library behind them when they are first needed."""
    match calendar:
        case Calendar.GREGORIAN:
            from kiosk.people.calendars import gregorian

            return gregorian
        case Calendar.CHINESE:
            from kiosk.people.calendars import chinese

            return chinese
        case Calendar.HEBREW:
            from kiosk.people.calendars import hebrew

            return hebrew
        case Calendar.ISLAMIC:
            from kiosk.people.calendars import islamic

            return islamic
