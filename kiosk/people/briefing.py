"""The briefing: what a good shopkeeper goes through before opening."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Self, TypeAlias
from uuid import UUID

from kiosk.people.greeting import cues
from kiosk.people.greeting.celebrations import Celebration
from kiosk.people.greeting.chips import hour, span
from kiosk.people.greeting.cues import Cue
from kiosk.people.greeting.day_words import weekdays
from kiosk.people.greeting.moment import Moment
from kiosk.people.greeting.rhythm import Rhythm
from kiosk.people.greeting.visits import LONG_GONE, whole_months
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.notes import NoteKind
from kiosk.people.words import Words, side_by_side, within

Shared: TypeAlias = list[tuple[Customer, Celebration]]
"""One celebration as each of those sees it who celebrate it."""

_LAST_OF_THE_DAY = time.max
_A_YEAR = 12
"""Months."""


class Topic(StrEnum):
    """What is gone through, in this order."""

    CELEBRATING = "celebrating"
    TO_WISH = "to_wish"
    LIKELY = "likely"
    PUT_RIGHT = "put_right"
    ASK = "ask"
    THANK = "thank"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to have in mind about somebody, or about the two who share a date.

    `what` says it, `detail` adds to it and may be empty; `on` is the day it is about.
    """

    people: tuple[Customer, ...]
    what: str
    detail: str = ""
    on: date | None = None
    occasion: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What to have in mind at `at`: the items of every topic, the most pressing first.

    Those who celebrate do so today or in the next days; those still to wish did not long ago.
    """

    at: datetime
    items: Mapping[Topic, tuple[Item, ...]]

    @classmethod
    def empty(cls) -> Self:
        """About nobody."""
        return cls(datetime.min, dict.fromkeys(Topic, ()))

    def is_of_today(self, topic: Topic, item: Item) -> bool:
        """True for what is celebrated today."""
        return topic is Topic.CELEBRATING and item.on == self.at.date()


def brief(people: Iterable[Facts], now: datetime, words: Words) -> Briefing:
    """The briefing at `now`, an aware time in the shop's zone, about all these people.

    The dead, and those who prefer not to be greeted by name, are in none of it.
    """
    moments = [Moment(f, now) for f in people if f.customer.greet_by_name and not f.customer.deceased]
    by_name = sorted(moments, key=lambda m: (m.facts.customer.called_by, m.facts.customer.key))
    feasts, today = _feasts(by_name), now.date()
    passed = reversed([feast for feast in feasts if _day(feast) < today])
    items: dict[Topic, Iterable[Item]] = {
        Topic.CELEBRATING: (_celebrated(feast, today, words) for feast in feasts if _day(feast) >= today),
        Topic.TO_WISH: (_celebrated(feast, today, words) for feast in passed),
        Topic.LIKELY: _likely(by_name, words),
        Topic.PUT_RIGHT: _noted(by_name, NoteKind.MAKE_RIGHT, words),
        Topic.ASK: _noted(by_name, NoteKind.ASK_ABOUT, words),
        Topic.THANK: _thanking(by_name, words),
        Topic.AWAY: _away(by_name, words),
    }
    return Briefing(now, {topic: tuple(found) for topic, found in items.items()})


def names(item: Item, words: Words) -> str:
    """Like "Jack", or "Fred and Alice"."""
    first, *other = (within(customer.called_by) for customer in item.people)
    return words.gettext("{one} and {other}").format(one=first, other=other[0]) if other else first


def topics(briefing: Briefing, words: Words) -> list[tuple[Topic, str, tuple[Item, ...]]]:
    """Each topic that there is something to say about, with its title, in the order of reading."""
    titles = {
        Topic.CELEBRATING: words.gettext("Celebrating"),
        Topic.TO_WISH: words.gettext("Still to wish"),
        Topic.LIKELY: words.gettext("Likely today"),
        Topic.PUT_RIGHT: words.gettext("To put right"),
        Topic.ASK: words.gettext("To ask"),
        Topic.THANK: words.gettext("To thank"),
        Topic.AWAY: words.gettext("Away longer than usual"),
    }
    told = [(topic, titles[topic], briefing.items[topic]) for topic in Topic]
    return [(topic, title, items) for topic, title, items in told if items]


def _feasts(moments: list[Moment]) -> list[Shared]:
    """Every celebration near today with those who celebrate it: what two people share is told once."""
    shared: defaultdict[tuple[UUID, date], Shared] = defaultdict(list)
    for moment in moments:
        for c in (*(feast.celebration for feast in moment.feasts), *moment.coming):
            shared[c.important.id, c.on].append((moment.facts.customer, c))
    return sorted(shared.values(), key=_day)


def _day(feast: Shared) -> date:
    return feast[0][1].on


def _celebrated(feast: Shared, today: date, words: Words) -> Item:
    """In the words of the more reserved of the two."""
    customer, c = min(feast, key=lambda one: one[0].may_mention_age)
    cue = cues.upcoming(c, today, words) if c.on > today else cues.celebration(c, customer, today, words)
    detail = words.gettext("Wished already") if all(c.wished for _, c in feast) else ""
    return Item(tuple(customer for customer, _ in feast), cue.title, detail, c.on, cue.occasion)


def _likely(moments: list[Moment], words: Words) -> Iterator[Item]:
    """Those whose weekday it is and who were not here yet, by the hour at which they usually come."""
    expected = [(moment, habit) for moment in moments if (habit := _expected(moment)) is not None]
    for moment, habit in sorted(expected, key=lambda one: one[1].hour or _LAST_OF_THE_DAY):
        days = weekdays(habit.day, words)
        if habit.hour is None:
            what = words.gettext("{weekdays}").format(weekdays=days)
        else:
            about = hour(habit.hour, words)
            what = words.gettext("{weekdays}, about {hour}").format(weekdays=days, hour=about)
        missed = side_by_side(_absence(moment, words), _last_here(moment, words))
        detail = words.gettext("Tread gently") if moment.is_tender else missed
        yield Item((moment.facts.customer,), what, detail)


def _expected(moment: Moment) -> Rhythm | None:
    """The habit by which somebody comes today who was not here yet; None where nobody waits for them."""
    habit = moment.rhythm
    if habit is None or habit.day.weekday() != moment.today.weekday() or moment.was_here_today:
        return None
    return habit


def _away(moments: list[Moment], words: Words) -> Iterator[Item]:
    """Regulars who stay away, the last to go missing first; nobody is missed in a tender time.

    Of those who are likely to come today it is told there.
    """
    missed = [
        (since, moment)
        for moment in moments
        if (since := moment.away_since) is not None and moment.has_habit and not moment.is_tender
        if _expected(moment) is None
    ]
    for since, moment in sorted(missed, key=lambda one: one[0], reverse=True):
        if whole_months(since, moment.today) >= LONG_GONE:
            return
        yield Item((moment.facts.customer,), _absence(moment, words), _last_here(moment, words), since)


def _absence(moment: Moment, words: Words) -> str:
    if moment.away_since is None:
        return ""
    return words.gettext("{span} away").format(span=span(moment.away_since, moment.today, words))


def _last_here(moment: Moment, words: Words) -> str:
    """Nothing where it was a year ago: a day without its year would be taken for one of this year."""
    since = moment.away_since
    if since is None or whole_months(since, moment.today) >= _A_YEAR:
        return ""
    return words.gettext("Last here on {day}").format(day=words.day(since))


def _noted(moments: list[Moment], kind: NoteKind, words: Words) -> Iterator[Item]:
    """Open notes of one kind; the oldest first."""
    tell = {NoteKind.ASK_ABOUT: cues.ask, NoteKind.MAKE_RIGHT: cues.concern}[kind]
    told = [(note.written_at, m, note) for m in moments for note in m.notes(kind)]
    for _, moment, note in sorted(told, key=lambda one: one[0]):
        customer = moment.facts.customer
        yield _item(tell(note, customer, moment.now, words), customer)


def _thanking(moments: list[Moment], words: Words) -> Iterator[Item]:
    """What was brought and not thanked for; the oldest first."""
    brought = [(gesture.at, m, gesture) for m in moments for gesture in m.facts.gestures]
    for _, moment, gesture in sorted(brought, key=lambda one: one[0]):
        customer = moment.facts.customer
        cue = cues.thank(gesture, customer, moment.now, words)
        what = words.gettext("Brought {what}").format(what=within(gesture.what))
        yield Item((customer,), what, cue.detail, cue.on)


def _item(cue: Cue, *people: Customer) -> Item:
    return Item(people, cue.title, cue.detail, cue.on, cue.occasion)
