"""Chips: small facts under the name."""

from collections.abc import Iterator
from datetime import date, datetime

from kiosk.people import visits
from kiosk.people.facts import Facts
from kiosk.people.rhythm import Rhythm, rhythm
from kiosk.people.words import Words

_DAYS_UNTIL_WEEKS = 14
_DAYS_UNTIL_MONTHS = 63


def chips(facts: Facts, now: datetime, words: Words) -> Iterator[str]:
    """The chips of one customer at `now`, in the order in which they are shown."""
    number, today = visit_number(facts, now), now.date()
    known_since = known_since_year(facts, today)
    if number == 1 and known_since is None:
        yield words.gettext("First visit with us")
    if number == 2:
        yield words.gettext("Second visit")
    since = away_since(facts, now)
    if since is not None:
        yield words.gettext("First visit in {span}").format(span=span(since, today, words))
    habit = None if facts.clock_is_behind(now) else rhythm(visits.earlier(facts.visits, now), now)
    if habit is not None:
        yield _usually(habit, words)
    if known_since is not None:
        yield words.gettext("With us since {year}").format(year=known_since)
    if number in visits.MILESTONES:
        yield words.gettext("{nth} visit").format(nth=words.ordinal(number))


def _usually(habit: Rhythm, words: Words) -> str:
    weekday = words.weekday(habit.day)
    if habit.hour is None:
        return words.gettext("Usually {weekday}s").format(weekday=weekday)
    on_the_hour = habit.hour.minute == 0 and habit.hour.hour > 0
    hour = str(habit.hour.hour) if on_the_hour else f"{habit.hour.hour}:{habit.hour.minute:02}"
    return words.gettext("Usually {weekday}s, about {hour}").format(weekday=weekday, hour=hour)


def known_since_year(facts: Facts, today: date) -> int | None:
    """The earlier year since which they are with the shop, whatever visits were written down."""
    since = facts.customer.since
    return since.year if since is not None and since.year < today.year else None


def visit_number(facts: Facts, now: datetime) -> int:
    """The number of the visit at `now`: 1 for the first."""
    return facts.visit_count + (not visits.under_way(facts.visits, now))


def away_since(facts: Facts, now: datetime) -> date | None:
    """The day of the last visit, where that is long ago by their own habit and the clock can be believed."""
    if facts.clock_is_behind(now):
        return None
    days = [at.astimezone(now.tzinfo).date() for at in visits.earlier(facts.visits, now)]
    return days[0] if visits.days_away(days, now.date()) is not None else None


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
