"""What the page about somebody says for whoever is at the counter: a title for each item, and its detail."""

from datetime import date, datetime
from typing import NamedTuple

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.calendars.month_names import day_name
from kiosk.people.calendars.months import Month
from kiosk.people.greeting.celebrations import near
from kiosk.people.known.customers import OPEN_ENDED
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import NoteKind, shown
from kiosk.people.remembered.portrait import (
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Portrait,
    Relation,
    masked,
)
from kiosk.people.remembered.portrait_words import calendar_words, occasion_words, relation_words
from kiosk.people.words import Words, side_by_side, within

_LEAP_DAY = (2, 29)


class Told(NamedTuple):
    """One item in words."""

    title: str
    detail: str = ""


def subline(portrait: Portrait, words: Words) -> str:
    """Under the name: like "Jack Okafor · say “oh-KAH-for” · with us since March 2021 · 214 visits"."""
    customer = portrait.customer
    said = words.gettext("say “{how}”").format(how=within(customer.pronunciation))
    since = words.gettext("with us since {month}")
    visits = words.ngettext("{n} visit", "{n} visits", portrait.visit_count)
    return side_by_side(
        "" if customer.name == customer.called_by else within(customer.name),
        said if customer.pronunciation else "",
        "" if customer.since is None else since.format(month=words.month_and_year(customer.since)),
        visits.format(n=portrait.visit_count) if portrait.visit_count else "",
    )


def date_told(kept: KeptDate, today: date, words: Words) -> Told:
    """Like "19 November", and "Birthday · born 1985 · not wished yet"."""
    important = kept.important
    return Told(
        day_name(important.calendar, Month(important.month, important.leap_month), important.day, words),
        side_by_side(
            *_occasion(kept, words),
            "" if important.calendar is Calendar.GREGORIAN else calendar_words(important.calendar, words),
            words.gettext("in other years on 1 March") if _falls_on_march_1(important) else "",
            words.gettext("not celebrated any more") if important.shared_with_deceased else "",
            _wished(important, today, words),
        ),
    )


def note_told(kept: KeptNote, now: datetime, words: Words) -> Told:
    """Like "Ask about Hawaii", and "Until asked · Mia, 4 November"; of a closed one who closed it, too."""
    note, today = kept.note, now.date()
    title = words.gettext("Ask about {what}") if note.kind is NoteKind.ASK_ABOUT else "{what}"
    is_over = kept.closed_at is None and not shown([note], now)
    hidden = "" if kept.not_in_front_of is None else within(kept.not_in_front_of.called_by)
    return Told(
        title.format(what=within(note.text)),
        side_by_side(
            _kind(note.kind, words) if kept.closed_at is None else "",
            words.gettext("Not in front of {name}").format(name=hidden) if hidden else "",
            _until(note.show_until, today, words) if kept.closed_at is None and not is_over else "",
            words.gettext("Not shown any more") if is_over else "",
            _by(note.author, note.written_at.date(), today, words),
            _closed(kept, today, words),
        ),
    )


def gesture_told(gesture: KeptGesture, called_by: str, today: date, words: Words) -> Told:
    """Like "Chocolate macadamia nuts", and "From Jack, 17 October · not thanked yet"."""
    us = words.gettext("From us, {day}")
    them = words.gettext("From {name}, {day}")
    whose = us if gesture.direction is Direction.GIVEN else them
    from_whom = whose.format(name=within(called_by), day=_day(gesture.at.date(), today, words))
    return Told(
        _sentence(within(gesture.what)), side_by_side(from_whom, _thanked(gesture, words), within(gesture.by))
    )


def relation_told(relation: Relation, words: Words) -> Told:
    """Like "Alice", and "Partner"."""
    return Told(within(relation.other.called_by), _sentence(relation_words(relation, words)))


def card_told(card: KeptCard, words: Words) -> Told:
    """The end of its number, and whether it is in use."""
    in_use = words.gettext("In use") if card.retired is None else words.gettext("Not in use any more")
    return Told(masked(card.number), in_use)


def names_told(portrait: Portrait, words: Words) -> Told:
    """Like "Jack Okafor", and "Called Jack · say “oh-KAH-for”"."""
    customer = portrait.customer
    called = words.gettext("Called {name}").format(name=within(customer.called_by))
    said = words.gettext("say “{how}”").format(how=within(customer.pronunciation))
    return Told(within(customer.name), side_by_side(called, said if customer.pronunciation else ""))


def manner_told(portrait: Portrait, today: date, words: Words) -> Told:
    """Like "By name, age unspoken", and "Happy for us to remember: yes, 1 March 2021"."""
    return Told(
        _manner(portrait, words), side_by_side(_gently(portrait, today, words), _consent(portrait, words))
    )


def _occasion(kept: KeptDate, words: Words) -> list[str]:
    """What it is about, with whom, and since when."""
    important, other = kept.important, kept.shared_with
    name = "" if other is None else within(other.called_by)
    what, since = occasion_words(important, words), words.gettext("since {year}")
    if important.occasion is Occasion.BIRTHDAY:
        since = words.gettext("born {year}")
    if important.occasion is Occasion.ANNIVERSARY and name and not important.label:
        what, name = words.gettext("Married to {name}").format(name=name), ""
    return [
        what,
        words.gettext("with {name}").format(name=name) if name else "",
        "" if important.year is None else since.format(year=important.year),
    ]


def _falls_on_march_1(important: ImportantDate) -> bool:
    return (important.month, important.day) == _LEAP_DAY and important.leap_day is LeapDay.MARCH_1


def _wished(important: ImportantDate, today: date, words: Words) -> str:
    """Whether they were congratulated, as long as that is worth a word."""
    passed = [celebration for celebration in near([important], today) if celebration.on <= today]
    if not passed:
        return ""
    return words.gettext("wished") if passed[-1].wished else words.gettext("not wished yet")


def _kind(kind: NoteKind, words: Words) -> str:
    return {
        NoteKind.REMEMBER: "",
        NoteKind.ASK_ABOUT: words.gettext("Until asked"),
        NoteKind.ALWAYS_SHOW: words.gettext("Always shown"),
        NoteKind.MAKE_RIGHT: words.gettext("Until put right"),
    }[kind]


def _until(day: date | None, today: date, words: Words) -> str:
    return "" if day is None else words.gettext("Until {day}").format(day=_day(day, today, words))


def _closed(kept: KeptNote, today: date, words: Words) -> str:
    if kept.closed_at is None:
        return ""
    message = words.gettext("done by {name}, {day}") if kept.closed_by else words.gettext("done, {day}")
    return message.format(name=within(kept.closed_by), day=_day(kept.closed_at.date(), today, words))


def _by(name: str, day: date, today: date, words: Words) -> str:
    """Like "Mia, 4 January"."""
    said = _day(day, today, words)
    return words.gettext("{name}, {day}").format(name=within(name), day=said) if name else said


def _thanked(gesture: KeptGesture, words: Words) -> str:
    if gesture.direction is Direction.GIVEN:
        return ""
    return words.gettext("not thanked yet") if gesture.thanked_at is None else words.gettext("thanked")


def _manner(portrait: Portrait, words: Words) -> str:
    customer = portrait.customer
    if customer.deceased:
        return words.gettext("Has died")
    if not customer.greet_by_name:
        return words.gettext("Not by name")
    if customer.may_mention_age:
        return words.gettext("By name, age may be mentioned")
    return words.gettext("By name, age unspoken")


def _gently(portrait: Portrait, today: date, words: Words) -> str:
    until = portrait.customer.tread_gently_until
    if until is None or until < today:
        return ""
    if until == OPEN_ENDED:
        return words.gettext("Tread gently")
    return words.gettext("Tread gently until {day}").format(day=_day(until, today, words))


def _consent(portrait: Portrait, words: Words) -> str:
    if portrait.consent_on is None:
        return words.gettext("Happy for us to remember: not asked yet")
    said = words.gettext("Happy for us to remember: yes, {day}")
    day = words.day_and_year(portrait.consent_on)
    return side_by_side(said.format(day=day), within(portrait.consent_by))


def _day(day: date, today: date, words: Words) -> str:
    """The day, with its year where that is another one."""
    return words.day(day) if day.year == today.year else words.day_and_year(day)


def _sentence(text: str) -> str:
    """The text as something begins."""
    return text[:1].upper() + text[1:]
