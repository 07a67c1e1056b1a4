"""Chips: small facts under the name."""

from collections.abc import Iterator
from datetime import date, time

from kiosk.people.greeting import visits
from kiosk.people.greeting.day_words import weekdays
from kiosk.people.greeting.moment import Moment
from kiosk.people.greeting.rhythm import Rhythm
from kiosk.people.words import Words, within

_DAYS_UNTIL_WEEKS = 14
_DAYS_UNTIL_MONTHS = 63
_NOON = 12


def chips(moment: Moment, words: Words) -> Iterator[str]:
    """The chips of one customer, in the order in which they are shown."""
    number = moment.visit_number
    if number == 1 and moment.known_since is None:
        yield words.gettext("First visit with us")
    if number == 2:
        yield words.gettext("Second visit")
    if moment.away_since is not None:
        away = span(moment.away_since, moment.today, words)
        yield words.gettext("First visit in {span}").format(span=away)
    if moment.rhythm is not None:
        yield _usually(moment.rhythm, words)
    if moment.known_since is not None:
        yield words.gettext("With us since {year}").format(year=moment.known_since)
    if number in visits.MILESTONES:
        yield words.gettext("{nth} visit").format(nth=words.ordinal(number))
    greeter = moment.facts.last_greeted_by
    if greeter is not None and greeter.id != moment.facts.by:
        yield words.gettext("Last greeted by {name}").format(name=within(greeter.name))


def _usually(habit: Rhythm, words: Words) -> str:
    days = weekdays(habit.day, words)
    if habit.hour is None:
        return words.gettext("Usually {weekdays}").format(weekdays=days)
    about = hour(habit.hour, words)
    return words.gettext("Usually {weekdays}, about {hour}").format(weekdays=days, hour=about)


def hour(about: time, words: Words) -> str:
    """An hour as one says it: 9, or 9:30, or 4 pm."""
    on_the_hour = about.minute == 0 and about.hour > 0
    if about.hour > _NOON:
        return words.afternoon(about)
    message = words.gettext("{hour}") if on_the_hour else words.gettext("{hour}:{minute}")
    return message.format(hour=about.hour, minute=f"{about.minute:02}")


def span(since: date, today: date, words: Words) -> str:
    """A stretch of time as one says it: days, weeks, months or years, rounded down."""
    days, months = (today - since).days, visits.whole_months(since, today)
    if days < _DAYS_UNTIL_WEEKS:
        return words.ngettext("{n} day", "{n} days", days).format(n=days)
    if days < _DAYS_UNTIL_MONTHS:
        return words.ngettext("{n} week", "{n} weeks", days // 7).format(n=days // 7)
    if months < 12:
        return words.ngettext("{n} month", "{n} months", months).format(n=months)
    return words.ngettext("{n} year", "{n} years", months // 12).format(n=months // 12)
