"""Whether a calendar has a day, told to whoever stands before the glass."""

from datetime import date

from kiosk.people.calendars import Calendar, Day, Returning, rules_of
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words

_YEARS = range(1, 10_000)


def refuse_impossible(what: Returning, calendar: Calendar, today: date, words: Words) -> None:
    """Raise RefusedText where the calendar has no such month and day, or not in that year."""
    rules = rules_of(calendar)
    day = Day(what.month, what.day, leap_day=what.leap_day)
    if rules.why_impossible(day) is not None:
        raise RefusedText(words.gettext("There is no such day in that month."))
    day = day._replace(leap_month=what.leap_month)
    if rules.why_impossible(day) is not None:
        raise RefusedText(words.gettext("There is no such leap month in that calendar."))
    if what.year is None:
        return
    if what.year not in _YEARS or rules.falls(day, what.year) is None:
        too_far = words.gettext("That year is too far away: by that calendar this is the year {year}.")
        raise RefusedText(too_far.format(year=rules.year_on(today)))
    if rules.why_impossible(day._replace(year=what.year)) is not None:
        missing = words.gettext("There is no such day in the year {year}.")
        raise RefusedText(missing.format(year=what.year))
