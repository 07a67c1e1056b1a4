"""Days in words, as somebody behind a counter would say them."""

from datetime import date

from kiosk.people.greeting.celebrations import Celebration
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.words import Words, within

A_WEEK = 7


def occasion_name(c: Celebration, words: Words) -> str:
    """What is celebrated: a label in its own words, years of marriage, or the plain occasion."""
    important = c.important
    if important.occasion is Occasion.ANNIVERSARY and c.years is not None and not important.label:
        return words.ngettext("Married {n} year", "Married {n} years", c.years).format(n=c.years)
    return occasion_words(important, words)


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


def occasion_of(who: str, c: Celebration, words: Words) -> str:
    """What somebody else celebrates: like "Alice’s birthday", or a label after the name."""
    if c.important.label:
        message = words.gettext("{name}: {what}")
    else:
        message = {
            Occasion.BIRTHDAY: words.gettext("{name}’s birthday"),
            Occasion.ANNIVERSARY: words.gettext("{name}’s anniversary"),
            Occasion.NAME_DAY: words.gettext("{name}’s name day"),
            Occasion.OTHER: words.gettext("{name}’s special day"),
        }[c.important.occasion]
    return message.format(name=within(who), what=within(c.important.label))


def weekdays(day: date, words: Words) -> str:
    """Like "Tuesdays", where something is usual on them."""
    seven = words.gettext("Mondays\nTuesdays\nWednesdays\nThursdays\nFridays\nSaturdays\nSundays")
    return _of_the_week(seven, day)


def last_weekday(day: date, words: Words) -> str:
    """Like "last Thursday"."""
    seven = words.gettext(
        "last Monday\nlast Tuesday\nlast Wednesday\nlast Thursday\nlast Friday\nlast Saturday\nlast Sunday"
    )
    return _of_the_week(seven, day)


def fell_on(what: str, on: date, today: date, words: Words) -> str:
    """Like "Birthday last Thursday": today, yesterday, a weekday within a week, else the date."""
    days = (today - on).days
    if days == 0:
        message = words.gettext("{what} today")
    elif days == 1:
        message = words.gettext("{what} yesterday")
    elif days <= A_WEEK:
        message = words.gettext("{what} {last_weekday}")
    else:
        message = words.gettext("{what} on {day}")
    return message.format(what=what, last_weekday=last_weekday(on, words), day=words.day(on))


def coming_on(what: str, on: date, today: date, words: Words) -> str:
    """Like "Birthday on Friday": tomorrow, a weekday, and the same weekday as today is the next one."""
    days = (on - today).days
    if days == 1:
        message = words.gettext("{what} tomorrow")
    elif days < A_WEEK:
        message = words.gettext("{what} {on_weekday}")
    else:
        message = words.gettext("{what} {next_weekday}")
    return message.format(what=what, on_weekday=_on_weekday(on, words), next_weekday=_next_weekday(on, words))


def _on_weekday(day: date, words: Words) -> str:
    seven = words.gettext(
        "on Monday\non Tuesday\non Wednesday\non Thursday\non Friday\non Saturday\non Sunday"
    )
    return _of_the_week(seven, day)


def _next_weekday(day: date, words: Words) -> str:
    seven = words.gettext(
        "next Monday\nnext Tuesday\nnext Wednesday\nnext Thursday\nnext Friday\nnext Saturday\nnext Sunday"
    )
    return _of_the_week(seven, day)


def _of_the_week(seven: str, day: date) -> str:
    """One of seven lines, Monday's first: a weekday bends with its phrase in more languages than not."""
    return seven.splitlines()[day.weekday()]
