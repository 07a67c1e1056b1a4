"""Rows into the values of `kiosk.people`: what is asked about one person at the counter."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from kiosk.people.customers import Companion, Customer
from kiosk.people.facts import Facts
from kiosk.people.important_dates import ImportantDate
from kiosk.people.notes import Note
from kiosk.storage import models as rows

NEWEST_VISITS = 200


def find_card(session: Session, numbers: Sequence[str]) -> rows.Card | None:
    """The card under any of these spellings of its number, the first of them before the others."""
    found = session.scalars(select(rows.Card).where(rows.Card.number.in_(numbers)))
    return min(found, key=lambda card: numbers.index(card.number), default=None)


def facts_about(session: Session, customer_id: UUID, present: frozenset[UUID] = frozenset()) -> Facts:
    """Everything the greeting needs to know about one customer."""
    row = session.get_one(rows.Customer, customer_id)
    return Facts(
        customer=_customer(row),
        important_dates=_important_dates(session, customer_id),
        notes=_notes(session, customer_id),
        visits=_newest_visits(session, customer_id),
        visit_count=_count_visits(session, customer_id),
        newest_visit=session.scalar(select(func.max(rows.Visit.at))),
        companions=_companions(session, customer_id),
        present=present,
    )


def customer_ids(session: Session, keys: Iterable[str]) -> dict[str, UUID]:
    """The ids behind the keys of a shop file; a key nobody has is left out."""
    found = session.execute(
        select(rows.Customer.key, rows.Customer.id).where(rows.Customer.key.in_(list(keys)))
    )
    return dict(found.all())


def _customer(row: rows.Customer) -> Customer:
    return Customer(
        id=row.id,
        key=row.key,
        name=row.name,
        called_by=row.called_by,
        pronunciation=row.pronunciation,
        may_mention_age=row.may_mention_age,
        greet_by_name=row.greet_by_name,
        since=row.since,
        tread_gently_until=row.tread_gently_until,
        deceased=row.deceased,
    )


def _important_dates(session: Session, customer_id: UUID) -> tuple[ImportantDate, ...]:
    both = (rows.ImportantDate.customer_id, rows.ImportantDate.shared_with_id)
    one_has_died = select(rows.Customer.id).where(rows.Customer.id.in_(both), rows.Customer.deceased).exists()
    question = select(rows.ImportantDate, one_has_died).where(or_(*(side == customer_id for side in both)))
    wished = _wished(session, customer_id)
    return tuple(
        ImportantDate(
            id=row.id,
            occasion=row.occasion,
            month=row.month,
            day=row.day,
            year=row.year,
            label=row.label,
            calendar=row.calendar,
            leap_day=row.leap_day,
            leap_month=row.leap_month,
            wished=frozenset(wished[row.id]),
            shared_with_deceased=shared_with_deceased,
        )
        for row, shared_with_deceased in session.execute(question)
    )


def _wished(session: Session, customer_id: UUID) -> defaultdict[UUID, set[date]]:
    wishes = select(rows.Wish.important_date_id, rows.Wish.occurrence).where(
        rows.Wish.customer_id == customer_id
    )
    found: defaultdict[UUID, set[date]] = defaultdict(set)
    for important_date_id, occurrence in session.execute(wishes):
        found[important_date_id].add(occurrence)
    return found


def _notes(session: Session, customer_id: UUID) -> tuple[Note, ...]:
    """The notes nobody has closed, each with its author's name."""
    question = (
        select(rows.Note, rows.Staff.name)
        .outerjoin(rows.Staff, rows.Staff.id == rows.Note.author_id)
        .outerjoin(rows.Closing, rows.Closing.note_id == rows.Note.id)
        .where(rows.Note.customer_id == customer_id, rows.Closing.id.is_(None))
    )
    return tuple(
        Note(
            id=row.id,
            kind=row.kind,
            text=row.text,
            written_at=row.written_at,
            author=author or "",
            show_until=row.show_until,
            not_in_front_of=row.not_in_front_of_id,
        )
        for row, author in session.execute(question)
    )


def _newest_visits(session: Session, customer_id: UUID) -> tuple[datetime, ...]:
    newest = select(rows.Visit.at).where(rows.Visit.customer_id == customer_id)
    return tuple(session.scalars(newest.order_by(rows.Visit.at.desc()).limit(NEWEST_VISITS)))


def _count_visits(session: Session, customer_id: UUID) -> int:
    count = select(func.count()).select_from(rows.Visit).where(rows.Visit.customer_id == customer_id)
    return session.scalar(count) or 0


def _companions(session: Session, customer_id: UUID) -> tuple[Companion, ...]:
    """Those close to a customer who may come along: read from both sides, in the order of their names."""
    near = (
        select(rows.Relationship.other_id)
        .where(rows.Relationship.customer_id == customer_id)
        .union(select(rows.Relationship.customer_id).where(rows.Relationship.other_id == customer_id))
    )
    found = session.execute(
        select(rows.Customer.key, rows.Customer.called_by)
        .where(rows.Customer.id.in_(near), rows.Customer.deceased.is_(False))
        .where(rows.Customer.greet_by_name.is_(True))
        .order_by(rows.Customer.called_by, rows.Customer.key)
    )
    return tuple(Companion(key, called_by) for key, called_by in found)
