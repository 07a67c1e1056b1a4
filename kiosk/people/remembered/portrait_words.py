"""What stands in a portrait, in a few words each."""

from datetime import date

from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.remembered.portrait import Relation
from kiosk.people.words import Words, within

_A_LEAP_YEAR = 2000


def occasion_words(important: ImportantDate, words: Words) -> str:
    """What the day is about: its label, or the plain occasion."""
    if important.label:
        return within(important.label)
    return {
        Occasion.BIRTHDAY: words.gettext("Birthday"),
        Occasion.ANNIVERSARY: words.gettext("Anniversary"),
        Occasion.NAME_DAY: words.gettext("Name day"),
        Occasion.OTHER: words.gettext("A special day"),
    }[important.occasion]


def day_words(important: ImportantDate, words: Words) -> str:
    """Like "19 November 1985", or "day 14 of month 9 of 5745, Hebrew calendar"."""
    if important.calendar is Calendar.GREGORIAN:
        if important.year is None:
            return words.day(date(_A_LEAP_YEAR, important.month, important.day))
        return words.day_and_year(date(important.year, important.month, important.day))
    if important.leap_month and important.year is not None:
        message = words.gettext("day {day} of leap month {month} of {year}, {calendar}")
    elif important.leap_month:
        message = words.gettext("day {day} of leap month {month}, {calendar}")
    elif important.year is not None:
        message = words.gettext("day {day} of month {month} of {year}, {calendar}")
    else:
        message = words.gettext("day {day} of month {month}, {calendar}")
    return message.format(
        day=important.day,
        month=important.month,
        year=important.year,
        calendar=calendar_words(important.calendar, words),
    )


def calendar_words(calendar: Calendar, words: Words) -> str:
    """The name of a calendar."""
    return {
        Calendar.GREGORIAN: words.gettext("Gregorian calendar"),
        Calendar.CHINESE: words.gettext("Chinese calendar"),
        Calendar.HEBREW: words.gettext("Hebrew calendar"),
        Calendar.ISLAMIC: words.gettext("Islamic calendar"),
    }[calendar]


def relation_words(relation: Relation, words: Words) -> str:
    """What the other is to this person; where there is no word for it, what this person is to the other."""
    if relation.kind is None:
        return words.gettext("cared for")
    return kind_words(relation.kind, words)


def kind_words(kind: RelationshipKind, words: Words) -> str:
    """What somebody is to somebody."""
    return {
        RelationshipKind.PARTNER: words.gettext("partner"),
        RelationshipKind.CHILD: words.gettext("child"),
        RelationshipKind.PARENT: words.gettext("parent"),
        RelationshipKind.SIBLING: words.gettext("sibling"),
        RelationshipKind.FRIEND: words.gettext("friend"),
        RelationshipKind.COLLEAGUE: words.gettext("colleague"),
        RelationshipKind.CARER: words.gettext("carer"),
    }[kind]
