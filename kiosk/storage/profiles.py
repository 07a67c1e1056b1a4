"""Everything kept about one person, read at once."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from kiosk.people.known.notes import Note as NoteFact
from kiosk.people.known.relationships import from_the_other_side
from kiosk.people.profile import profile
from kiosk.people.profile.profile import (
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Profile,
    Relation,
)
from kiosk.storage import people
from kiosk.storage.merging.merging import merged_into
from kiosk.storage.models import (
    Card,
    Closing,
    Customer,
    Gesture,
    ImportantDate,
    Note,
    Relationship,
    Staff,
    Thanks,
    Visit,
)

_settler = aliased(Staff)


def profile_of(session: Session, customer_id: UUID, zone: tzinfo | None) -> Profile | None:
    """The profile, its times in `zone`; None where nobody has this id."""
    customer = people.customers(session, [customer_id]).get(customer_id)
    if customer is None:
        return None
    consent = select(Customer.consent_on, Staff.name).outerjoin(Staff, Staff.id == Customer.consent_by)
    consent_on, consent_by = session.execute(consent.where(Customer.id == customer_id)).one()
    count, latest = session.execute(
        select(func.count(), func.max(Visit.at)).where(Visit.customer_id == customer_id)
    ).one()
    return Profile(
        customer=customer,
        consent_on=consent_on,
        consent_by=consent_by or "",
        visit_count=count,
        last_visit=None if latest is None else latest.astimezone(zone).date(),
        important_dates=profile.by_month_and_day(_dates(session, customer_id)),
        notes=profile.newest_notes_first(_notes(session, customer_id, zone)),
        gestures=profile.newest_gestures_first(_gestures(session, customer_id, zone)),
        relations=tuple(sorted(_relations(session, customer_id), key=lambda r: (r.other.called_by, r.id))),
        cards=profile.in_use_first(_cards(session, customer_id)),
        merged=merged_into(session, customer_id, zone),
    )


def _dates(session: Session, customer_id: UUID) -> Iterator[KeptDate]:
    shared: dict[UUID, Other] = {}
    for mine, theirs in (
        (ImportantDate.customer_id, ImportantDate.shared_with_id),
        (ImportantDate.shared_with_id, ImportantDate.customer_id),
    ):
        others = select(ImportantDate.id, Customer.id, Customer.called_by).join(
            Customer, Customer.id == theirs
        )
        for id, other_id, called_by in session.execute(others.where(mine == customer_id)):
            shared[id] = Other(other_id, called_by)
    for important in people.important_dates(session, [customer_id])[customer_id]:
        yield KeptDate(important, shared.get(important.id))


def _notes(session: Session, customer_id: UUID, zone: tzinfo | None) -> Iterator[KeptNote]:
    notes = (
        select(
            Note.id,
            Note.kind,
            Note.text,
            Note.written_at,
            Note.show_until,
            Staff.name.label("author"),
            Closing.at.label("closed_at"),
            _settler.name.label("closed_by"),
            Customer.id.label("companion_id"),
            Customer.called_by,
        )
        .outerjoin(Staff, Staff.id == Note.author_id)
        .outerjoin(Closing, Closing.note_id == Note.id)
        .outerjoin(_settler, _settler.id == Closing.staff_id)
        .outerjoin(Customer, Customer.id == Note.not_in_front_of_id)
        .where(Note.customer_id == customer_id)
    )
    for row in session.execute(notes):
        companion = None if row.companion_id is None else Other(row.companion_id, row.called_by)
        closed_at = None if row.closed_at is None else row.closed_at.astimezone(zone)
        yield KeptNote(_note(row, zone), closed_at, row.closed_by or "", companion)


def _note(row: Any, zone: tzinfo | None) -> NoteFact:
    return NoteFact(
        id=row.id,
        kind=row.kind,
        text=row.text,
        written_at=row.written_at.astimezone(zone),
        author=row.author or "",
        show_until=row.show_until,
        not_in_front_of=row.companion_id,
    )


def _gestures(session: Session, customer_id: UUID, zone: tzinfo | None) -> Iterator[KeptGesture]:
    gestures = (
        select(
            Gesture.id,
            Gesture.direction,
            Gesture.what,
            Gesture.at,
            Staff.name.label("by"),
            Thanks.at.label("thanked_at"),
            _settler.name.label("thanked_by"),
        )
        .outerjoin(Staff, Staff.id == Gesture.staff_id)
        .outerjoin(Thanks, Thanks.gesture_id == Gesture.id)
        .outerjoin(_settler, _settler.id == Thanks.staff_id)
        .where(Gesture.customer_id == customer_id)
    )
    for row in session.execute(gestures):
        yield KeptGesture(
            id=row.id,
            direction=row.direction,
            what=row.what,
            at=row.at.astimezone(zone),
            by=row.by or "",
            thanked_at=None if row.thanked_at is None else row.thanked_at.astimezone(zone),
            thanked_by=row.thanked_by or "",
        )


def _relations(session: Session, customer_id: UUID) -> Iterator[Relation]:
    for mine, theirs in (
        (Relationship.customer_id, Relationship.other_id),
        (Relationship.other_id, Relationship.customer_id),
    ):
        told_by_them = mine is Relationship.other_id
        found = select(Relationship.id, Relationship.kind, Customer.id, Customer.called_by)
        for id, kind, other_id, called_by in session.execute(
            found.join(Customer, Customer.id == theirs).where(mine == customer_id)
        ):
            seen = from_the_other_side(kind) if told_by_them else kind
            yield Relation(id=id, other=Other(other_id, called_by), kind=seen)


def _cards(session: Session, customer_id: UUID) -> Iterator[KeptCard]:
    cards = select(Card.id, Card.number, Card.retired).where(Card.customer_id == customer_id)
    return (KeptCard(**row._mapping) for row in session.execute(cards))
