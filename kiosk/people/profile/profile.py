"""Everything kept about one person; all times are aware and in the shop's zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.mergers import Merged
from kiosk.people.known.notes import Note
from kiosk.people.known.relationships import RelationshipKind

_SHOWN_OF_A_NUMBER = 4


class Other(NamedTuple):
    """Another customer, by the name one says."""

    id: UUID
    called_by: str


@dataclass(frozen=True, slots=True)
class KeptDate:
    """An important date, and with whom it is shared, whoever's side it was told from."""

    important: ImportantDate
    shared_with: Other | None = None


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note, open or closed. `not_in_front_of` is the companion who is not to see it."""

    note: Note
    closed_at: datetime | None = None
    closed_by: str = ""
    not_in_front_of: Other | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptGesture:
    """Something they brought us, or we gave them."""

    id: UUID
    direction: Direction
    what: str
    at: datetime
    by: str = ""
    thanked_at: datetime | None = None
    thanked_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """`kind` is what the other is to this person; None where there is no word: for one cared for."""

    id: UUID
    other: Other
    kind: RelationshipKind | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCard:
    """A card, by its whole number; `retired` is None while it is in use."""

    id: UUID
    number: str
    retired: str | None = None


class Aspect(StrEnum):
    """What there is one of for everybody."""

    NAMES = "names"
    MANNER = "manner"


Kept = KeptDate | KeptNote | KeptGesture | Relation | KeptCard | Aspect
"""One thing that is kept, and can be changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Everything kept about one person: notes and gestures newest first, cards in use before the others.

    `consent_on` is None where nobody has asked; `consent_by` is the name of who did, if that is known.
    `merged` is who was found to be the same person, the newest first.
    """

    customer: Customer
    consent_on: date | None = None
    consent_by: str = ""
    visit_count: int = 0
    last_visit: date | None = None
    important_dates: tuple[KeptDate, ...] = ()
    notes: tuple[KeptNote, ...] = ()
    gestures: tuple[KeptGesture, ...] = ()
    relations: tuple[Relation, ...] = ()
    cards: tuple[KeptCard, ...] = ()
    merged: tuple[Merged, ...] = ()


def masked(number: str) -> str:
    """The number of a card as others may see it: like "… 0018"."""
    return f"… {number[-_SHOWN_OF_A_NUMBER:]}"


def by_month_and_day(dates: Iterable[KeptDate]) -> tuple[KeptDate, ...]:
    """Through the year, whatever the calendar."""
    return tuple(
        sorted(dates, key=lambda kept: (kept.important.month, kept.important.day, kept.important.id))
    )


def newest_notes_first(notes: Iterable[KeptNote]) -> tuple[KeptNote, ...]:
    """By when they were written."""
    return tuple(sorted(notes, key=lambda kept: (kept.note.written_at, kept.note.id), reverse=True))


def newest_gestures_first(gestures: Iterable[KeptGesture]) -> tuple[KeptGesture, ...]:
    """By when it was."""
    return tuple(sorted(gestures, key=lambda gesture: (gesture.at, gesture.id), reverse=True))


def in_use_first(cards: Iterable[KeptCard]) -> tuple[KeptCard, ...]:
    """Those that still open the door, then those that were retired."""
    return tuple(sorted(cards, key=lambda card: (card.retired is not None, card.number)))
