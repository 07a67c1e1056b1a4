"""What is kept about somebody, in plain words for themselves.

It may be read with a companion standing beside them: a note that is not for a companion's ears is left out.
Others are in it only by the name one says. On the glass, where anybody may read along, only the ends of card
numbers are told.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import chain
from typing import NamedTuple

from kiosk.people.changing.changes import (
    Change,
    ChangeNames,
    DropDate,
    DropGesture,
    DropNote,
    KnownInAllShops,
    Unrelate,
)
from kiosk.people.greeting.day_words import occasion_words
from kiosk.people.known.customers import OPEN_ENDED, Customer
from kiosk.people.known.gestures import Direction
from kiosk.people.known.notes import NoteKind
from kiosk.people.profile.date_words import circumstances, day_words
from kiosk.people.profile.profile import (
    Aspect,
    Kept,
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Profile,
    Relation,
    masked,
)
from kiosk.people.profile.profile_words import consent_words, dated, relation_words
from kiosk.people.words import Words, side_by_side, within


class Line(NamedTuple):
    """One thing in a sentence, what it tells of, and the change that forgets it alone.

    Some of it cannot be changed, and some not be forgotten without the rest.
    """

    text: str
    kept: Kept | None = None
    forget: Change | None = None


class Part(NamedTuple):
    """Lines under a heading."""

    heading: str
    lines: tuple[Line, ...]


def title(customer: Customer, words: Words) -> str:
    """What stands above all of it, as above a letter."""
    return words.gettext("Dear {name}, this is what we remember").format(name=within(customer.called_by))


def own_page_parts(profile: Profile, words: Words, to_take_along: bool = False) -> tuple[Part, ...]:
    """Everything kept about this person, part by part; a part of which there is nothing is left out.

    What is `to_take_along` is for their eyes alone, and tells the whole numbers of their cards.
    """
    open_to_all = [kept for kept in profile.notes if kept.not_in_front_of is None]
    parts: list[tuple[str, Iterable[Line]]] = [
        (words.gettext("What we wrote down"), (_note(kept, words) for kept in open_to_all)),
        (words.gettext("Your days"), (_date(kept, words) for kept in profile.important_dates)),
        (words.gettext("Your people"), (_relation(one, words) for one in profile.relations)),
        (words.gettext("Between you and us"), (_gesture(one, words) for one in profile.gestures)),
        (words.gettext("How we greet you"), chain(_names(profile, words), _manner(profile, words))),
        (words.gettext("Your cards"), (_card(card, words, to_take_along) for card in profile.cards)),
        (words.gettext("Your visits"), _visits_and_consent(profile, words)),
    ]
    told = (Part(heading, tuple(lines)) for heading, lines in parts)
    return tuple(part for part in told if part.lines)


def as_text(profile: Profile, words: Words) -> str:
    """All of it to take along, as lines of text with an empty one above each heading."""
    parts = own_page_parts(profile, words, to_take_along=True)
    written = ("\n".join([part.heading, *(line.text for line in part.lines)]) for part in parts)
    return "\n\n".join([title(profile.customer, words), *written])


def _names(profile: Profile, words: Words) -> Iterator[Line]:
    customer = profile.customer
    yield Line(words.gettext("Your name: {name}").format(name=within(customer.name)), Aspect.NAMES)
    if customer.called_by != customer.name:
        called = words.gettext("We call you {name}").format(name=within(customer.called_by))
        yield Line(called, Aspect.NAMES)
    if customer.pronunciation:
        said = words.gettext("Pronounced “{sound}”").format(sound=within(customer.pronunciation))
        yield Line(said, Aspect.NAMES, ChangeNames(customer.name, customer.called_by))
    for one in profile.merged:
        known = words.gettext("We knew you as {name} until {day}").format(
            name=side_by_side(within(one.name), "" if one.called_by in one.name else within(one.called_by)),
            day=words.day_and_year(one.at.date()),
        )
        yield Line(known)


def _visits_and_consent(profile: Profile, words: Words) -> Iterator[Line]:
    customer = profile.customer
    if customer.since is not None:
        yield Line(dated(words.gettext("With us since {day}"), customer.since, words.day_and_year))
    if profile.last_visit is not None:
        yield Line(_visits(profile.visit_count, profile.last_visit, words))
    yield Line(_consent(profile, words))
    if customer.known_in_all_shops:
        yield Line(words.gettext("All our shops may greet you"), forget=KnownInAllShops(False))


def _visits(count: int, last: date, words: Words) -> str:
    here = words.ngettext("You were here {n} time, on {day}", "You were here {n} times, last on {day}", count)
    return here.format(n=count, day=words.day_and_year(last))


def _consent(profile: Profile, words: Words) -> str:
    return consent_words(
        profile,
        yes=words.gettext("You are happy for us to remember you, told on {day}"),
        not_asked=words.gettext("We have not written down that you are happy for us to remember you"),
        words=words,
    )


def _manner(profile: Profile, words: Words) -> Iterator[Line]:
    return (Line(text, Aspect.MANNER) for text in _manners(profile.customer, words))


def _manners(customer: Customer, words: Words) -> Iterator[str]:
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
        quietly = words.gettext("We welcome you quietly until {day}")
        yield dated(quietly, customer.tread_gently_until, words.day_and_year)
    if customer.deceased:
        yield words.gettext("We were told of your death")


def _date(kept: KeptDate, words: Words) -> Line:
    important = kept.important
    told = words.gettext("{what}: {day}")
    wished = words.gettext("wished on {day}")
    text = side_by_side(
        told.format(what=occasion_words(important, words), day=day_words(important, words)),
        *circumstances(kept, words),
        *(dated(wished, on, words.day_and_year) for on in sorted(important.wished)),
    )
    return Line(text, kept, DropDate(important.id))


def _note(kept: KeptNote, words: Words) -> Line:
    note = kept.note
    kind = {
        NoteKind.REMEMBER: "",
        NoteKind.ASK_ABOUT: words.gettext("to ask you about"),
        NoteKind.ALWAYS_SHOW: words.gettext("not to be forgotten"),
        NoteKind.MAKE_RIGHT: words.gettext("to put right"),
    }[note.kind]
    text = side_by_side(
        within(note.text),
        kind,
        words.day_and_year(note.written_at.date()),
        within(note.author),
        dated(words.gettext("shown until {day}"), note.show_until, words.day_and_year),
        dated(words.gettext("done on {day}"), _day_of(kept.closed_at), words.day_and_year),
        within(kept.closed_by),
    )
    return Line(text, kept, DropNote(note.id))


def _gesture(gesture: KeptGesture, words: Words) -> Line:
    whose = {
        Direction.RECEIVED: words.gettext("from you"),
        Direction.GIVEN: words.gettext("from us"),
    }
    text = side_by_side(
        within(gesture.what),
        whose[gesture.direction],
        words.day_and_year(gesture.at.date()),
        within(gesture.by),
        dated(words.gettext("thanked on {day}"), _day_of(gesture.thanked_at), words.day_and_year),
        within(gesture.thanked_by),
    )
    return Line(text, gesture, DropGesture(gesture.id))


def _relation(relation: Relation, words: Words) -> Line:
    text = side_by_side(within(relation.other.called_by), relation_words(relation, words))
    return Line(text, relation, Unrelate(relation.id))


def _card(card: KeptCard, words: Words, in_full: bool) -> Line:
    number = card.number if in_full else masked(card.number)
    retired = "" if card.retired is None else words.gettext("not in use any more")
    return Line(side_by_side(number, retired), card)


def _day_of(at: datetime | None) -> date | None:
    return None if at is None else at.date()
