"""Issuing the numbers of cards: each is given out once."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert, select, union_all
from sqlalchemy.orm import Session

from kiosk.storage.models import Card, IssuedCard, Staff
from kiosk.storage.records import parts


def taken(session: Session, numbers: Collection[str]) -> set[str]:
    """Those of these numbers that somebody has, that a badge has, or that were issued before."""
    found: set[str] = set()
    for some in parts(list(numbers)):
        cards = select(Card.number).where(Card.number.in_(some))
        badges = select(Staff.badge).where(Staff.badge.in_(some))
        issued = select(IssuedCard.number).where(IssuedCard.number.in_(some))
        found.update(session.scalars(union_all(cards, badges, issued)))
    return found


def issue(
    session: Session, numbers: Sequence[str], symbology: str | None, at: datetime, by: UUID | None = None
) -> None:
    """Keep that they are given out; `at` is an aware time, `by` one of the staff."""
    rows = [{"number": one, "symbology": symbology, "at": at, "staff_id": by} for one in numbers]
    session.execute(insert(IssuedCard), rows)


def still_nobodys(session: Session) -> list[str]:
    """The numbers that were issued and that nobody has yet, in their order."""
    free = select(IssuedCard.number).where(~select(Card.id).where(Card.number == IssuedCard.number).exists())
    return list(session.scalars(free.order_by(IssuedCard.number)))


def card_in_use(
    session: Session, customer_id: UUID, card_id: UUID | None = None
) -> tuple[str, str | None] | None:
    """A card by which somebody is greeted, if there is one: its number and its kind of code.

    It is the one with this `card_id` if that is in use, else the newest.
    """
    in_use = select(Card.number, Card.symbology).where(
        Card.customer_id == customer_id, Card.retired.is_(None)
    )
    row = session.execute(in_use.order_by((Card.id == card_id).desc(), Card.id.desc()).limit(1)).one_or_none()
    return None if row is None else (row.number, row.symbology)


def forget_issued(session: Session, customer_id: UUID) -> None:
    """Somebody is forgotten: their numbers stand nowhere any more."""
    theirs = select(Card.number).where(Card.customer_id == customer_id)
    session.execute(delete(IssuedCard).where(IssuedCard.number.in_(theirs)))
