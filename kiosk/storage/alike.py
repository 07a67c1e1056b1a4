"""Who may be one person: the same name, or its sound, and the same birthday; or the same card."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Row, and_, insert, or_, select
from sqlalchemy.orm import Session

from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.names import readings, sound
from kiosk.people.known.similar import SimilarPeople, initials
from kiosk.storage.models import NAME_WORD, Customer, DifferentPeople, ImportantDate, SameCard

_THEIRS = NAME_WORD.c.customer_id == Customer.id


def alike_ids(session: Session, name: str, day: int, month: int, most: int) -> list[UUID]:
    """The living with every word of this name, as written or as it sounds, and this birthday."""
    meant = [and_(*map(_has, words)) for words in readings(name)]
    if not meant:
        return []
    born_then = select(ImportantDate.customer_id).where(
        ImportantDate.occasion == Occasion.BIRTHDAY,
        ImportantDate.calendar == Calendar.GREGORIAN,
        ImportantDate.month == month,
        ImportantDate.day == day,
    )
    alike = select(Customer.id).where(Customer.id.in_(born_then), ~Customer.deceased, or_(*meant))
    return list(session.scalars(alike.order_by(Customer.id).limit(most)))


def likely_pairs(session: Session, most: int) -> list[tuple[UUID, UUID]]:
    """Two at a time of whom every word of the names sounds the same, and who have the same birthday.

    Not the dead, and nobody of whom staff have said that they are two. Years that are known are the same.
    """
    different, pairs = _different(session), list[tuple[UUID, UUID]]()
    for alike in _on_one_day_with_initials(session):
        similar = SimilarPeople[UUID]()
        for row in alike:
            pairs += [
                (other, row.id) for other in similar.find(row.name, row) if (other, row.id) not in different
            ]
            similar.add(row.name, row, row.id)
        if len(pairs) >= most:
            break
    return pairs[:most]


def with_the_same_card(session: Session, most: int) -> list[tuple[UUID, UUID]]:
    """Two at a time who were given one card, each at another counter; not those who are known to be two."""
    different = _different(session)
    asked = select(SameCard.customer_id, SameCard.other_id).order_by(SameCard.customer_id, SameCard.other_id)
    return [(one, other) for one, other in session.execute(asked) if (one, other) not in different][:most]


def _on_one_day_with_initials(session: Session) -> Iterator[Sequence[Row[Any]]]:
    """The living who have a birthday and the first letters of their names in common, two or more of them."""
    born = (
        select(Customer.id, Customer.name, ImportantDate.month, ImportantDate.day, ImportantDate.year)
        .join(ImportantDate, ImportantDate.customer_id == Customer.id)
        .where(
            ImportantDate.occasion == Occasion.BIRTHDAY,
            ImportantDate.calendar == Calendar.GREGORIAN,
            ~Customer.deceased,
        )
        .order_by(ImportantDate.month, ImportantDate.day, Customer.id)
    )
    for _, of_one_day in groupby(session.execute(born), key=lambda row: (row.month, row.day)):
        by_initials: defaultdict[tuple[str, ...], list[Any]] = defaultdict(list)
        for row in of_one_day:
            by_initials[initials(row.name)].append(row)
        yield from (some for some in by_initials.values() if len(some) > 1)


def keep_different(session: Session, one: UUID, other: UUID) -> None:
    """They are two people."""
    if (one, other) not in _different(session):
        session.execute(insert(DifferentPeople).values(customer_id=one, other_id=other))


def _different(session: Session) -> set[tuple[UUID, UUID]]:
    """Both ways round."""
    told = session.execute(select(DifferentPeople.customer_id, DifferentPeople.other_id)).all()
    return {pair for one, other in told for pair in ((one, other), (other, one))}


def _has(word: str) -> ColumnElement[bool]:
    same = NAME_WORD.c.word == word
    if heard := sound(word):
        same = or_(same, NAME_WORD.c.sound == heard)
    return select(NAME_WORD).where(_THEIRS, same).exists()
