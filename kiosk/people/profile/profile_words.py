"""What every page about somebody says, whoever reads it: days, consent, and what people are to each other."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.profile import Profile, Relation
from kiosk.people.words import Words, side_by_side, within

SayDay = Callable[[date], str]


class Told(NamedTuple):
    """One item in words."""

    title: str
    detail: str = ""


def as_of(today: date, words: Words) -> SayDay:
    """Says a day, with its year where that is another one than today's."""
    return lambda day: words.day(day) if day.year == today.year else words.day_and_year(day)


def dated(message: str, day: date | None, say: SayDay) -> str:
    """The message about a day; empty where there is none."""
    return "" if day is None else message.format(day=say(day))


def consent_words(profile: Profile, yes: str, not_asked: str, words: Words) -> str:
    """One of two messages about being remembered: `yes` with its day, and with who asked, if it is known."""
    if profile.consent_on is None:
        return not_asked
    return side_by_side(dated(yes, profile.consent_on, words.day_and_year), within(profile.consent_by))


def relation_words(relation: Relation, words: Words) -> str:
    """What the other is to this person."""
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
