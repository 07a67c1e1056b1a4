"""What is kept about somebody, in plain words for themselves.

It may be read with a companion standing beside them: a note that is not for a companion's ears is left out.
Others are in it only by the name one says.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import NamedTuple

from kiosk.people.calendars import LeapDay
from kiosk.people.known.customers import OPEN_ENDED
from kiosk.people.known.gestures import Direction
from kiosk.people.known.notes import NoteKind
from kiosk.people.remembered.portrait import (
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Portrait,
    Relation,
)
from kiosk.people.remembered.portrait_words import day_words, occasion_words, relation_words
from kiosk.people.words import Words, side_by_side, within

_LEAP_DAY = (2, 29)


class Part(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: tuple[str, ...]


def title(words: Words) -> str:
    """What stands above all of it."""
    return words.gettext("What we remember about you")


def own_words(portrait: Portrait, words: Words) -> tuple[Part, ...]:
    """Everything kept about this person, part by part; a part of which there is nothing is left out."""
    open_to_all = [kept for kept in portrait.notes if kept.not_in_front_of is None]
    parts: list[tuple[str, Iterable[str]]] = [
        (words.gettext("You"), _about(portrait, words)),
        (words.gettext("Your days"), (_date(kept, words) for kept in portrait.important_dates)),
        (words.gettext("What we wrote down"), (_note(kept, words) for kept in open_to_all)),
        (words.gettext("Between you and us"), (_gesture(one, words) for one in portrait.gestures)),
        (words.gettext("Your people"), (_relation(one, words) for one in portrait.relations)),
        (words.gettext("Your cards"), (_card(card, words) for card in portrait.cards)),
    ]
    told = (Part(heading, tuple(lines)) for heading, lines in parts)
    return tuple(part for part in told if part.lines)


def as_text(portrait: Portrait, words: Words) -> str:
    """The same as lines of text, with an empty one above each heading."""
    parts = own_words(portrait, words)
    return "\n\n".join([title(words), *("\n".join([part.heading, *part.lines]) for part in parts)])


def _about(portrait: Portrait, words: Words) -> Iterator[str]:
    customer = portrait.customer
    yield words.gettext("Your name: {name}").format(name=within(customer.name))
    if customer.called_by != customer.name:
        yield words.gettext("We call you {name}").format(name=within(customer.called_by))
    if customer.pronunciation:
        yield words.gettext("It is said like “{sound}”").format(sound=within(customer.pronunciation))
    yield from filter(None, [_dated(words.gettext("With us since {day}"), customer.since, words)])
    if portrait.last_visit is not None:
        yield _visits(portrait.visit_count, portrait.last_visit, words)
    yield _consent(portrait, words)
    yield from _manner(portrait, words)


def _visits(count: int, last: date, words: Words) -> str:
    here = words.ngettext("You were here {n} time, on {day}", "You were here {n} times, last on {day}", count)
    return here.format(n=count, day=words.day_and_year(last))


def _consent(portrait: Portrait, words: Words) -> str:
    if portrait.consent_on is None:
        return words.gettext("We have not written down that you are happy for us to remember you")
    happy = words.gettext("You are happy for us to remember you, told on {day}")
    return side_by_side(_dated(happy, portrait.consent_on, words), within(portrait.consent_by))


def _manner(portrait: Portrait, words: Words) -> Iterator[str]:
    customer = portrait.customer
    if customer.greet_by_name:
        yield words.gettext("We greet you by name")
    else:
        yield words.gettext("We do not greet you by name, as you prefer")
    if customer.may_mention_age:
        yield words.gettext("We may mention your age")
    else:
        yield words.gettext("We do not mention your age")
    if customer.tread_gently_until == OPEN_ENDED:
        yield words.gettext("We welcome you quietly for the time being")
    elif customer.tread_gently_until is not None:
        yield _dated(words.gettext("We welcome you quietly until {day}"), customer.tread_gently_until, words)
    if customer.deceased:
        yield words.gettext("We were told of your death")


def _date(kept: KeptDate, words: Words) -> str:
    important = kept.important
    told = words.gettext("{what}: {day}").format(
        what=occasion_words(important, words), day=day_words(important, words)
    )
    is_moved = (important.month, important.day) == _LEAP_DAY and important.leap_day is LeapDay.MARCH_1
    wished = words.gettext("wished on {day}")
    return side_by_side(
        told,
        "" if kept.shared_with is None else _with(kept.shared_with, words),
        words.gettext("in other years on 1 March") if is_moved else "",
        *(_dated(wished, on, words) for on in sorted(important.wished)),
    )


def _with(other: Other, words: Words) -> str:
    return words.gettext("with {name}").format(name=within(other.called_by))


def _note(kept: KeptNote, words: Words) -> str:
    note = kept.note
    kind = {
        NoteKind.REMEMBER: "",
        NoteKind.ASK_ABOUT: words.gettext("to ask you about"),
        NoteKind.ALWAYS_SHOW: words.gettext("not to be forgotten"),
        NoteKind.MAKE_RIGHT: words.gettext("to put right"),
    }[note.kind]
    return side_by_side(
        within(note.text),
        kind,
        words.day_and_year(note.written_at.date()),
        within(note.author),
        _dated(words.gettext("shown until {day}"), note.show_until, words),
        _dated(words.gettext("done on {day}"), _day_of(kept.closed_at), words),
        within(kept.closed_by),
    )


def _gesture(gesture: KeptGesture, words: Words) -> str:
    whose = {
        Direction.RECEIVED: words.gettext("from you"),
        Direction.GIVEN: words.gettext("from us"),
    }
    return side_by_side(
        within(gesture.what),
        whose[gesture.direction],
        words.day_and_year(gesture.at.date()),
        within(gesture.by),
        _dated(words.gettext("thanked on {day}"), _day_of(gesture.thanked_at), words),
        within(gesture.thanked_by),
    )


def _relation(relation: Relation, words: Words) -> str:
    return side_by_side(within(relation.other.called_by), relation_words(relation, words))


def _card(card: KeptCard, words: Words) -> str:
    return side_by_side(card.number, "" if card.retired is None else words.gettext("not in use any more"))


def _day_of(at: datetime | None) -> date | None:
    return None if at is None else at.date()


def _dated(message: str, day: date | None, words: Words) -> str:
    """The message about a day; empty where there is none."""
    return "" if day is None else message.format(day=words.day_and_year(day))
