"""Important dates that are written, changed and dropped at the counter."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, or_, select, update
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.changing.changes import KeepDate
from kiosk.people.known.important_dates import Occasion
from kiosk.people.texts import RefusedText
from kiosk.people.words import to_translate
from kiosk.storage.cascade import delete_cascading
from kiosk.storage.models import Base, ImportantDate, Wish
from kiosk.storage.records import Record
from kiosk.storage.refusing import KEPT_ALREADY, TAKEN_AWAY
from kiosk.storage.sameness import which_date

_ANOTHER_BIRTHDAY = to_translate("Another birthday of theirs is kept in this calendar already.")


def keep_date(session: Session, customer_id: UUID, keep: KeepDate) -> None:
    """Keep it as the date of the customer and of the one it is shared with. Raises RefusedText."""
    people = {customer_id} if keep.shared_with is None else {customer_id, keep.shared_with}
    before = None if keep.id is None else _their_date(session, customer_id, keep.id)
    owner = before["customer_id"] if before and before["customer_id"] in people else customer_id
    kept: Record = {
        "customer_id": owner,
        "shared_with_id": next(iter(people - {owner}), None),
        "occasion": keep.occasion,
        "label": keep.label,
        "month": keep.month,
        "day": keep.day,
        "year": keep.year,
        "calendar": keep.calendar,
        "leap_day": keep.leap_day,
        "leap_month": keep.leap_month,
    }
    _refuse_another(kept, [one for one in dates_of(session, people) if one["id"] != keep.id])
    if before is None:
        session.execute(insert(ImportantDate).values(id=uuid7(), **kept))
        return
    session.execute(update(ImportantDate).where(ImportantDate.id == keep.id).values(kept))
    left = {before["customer_id"], before["shared_with_id"]} - people
    session.execute(delete(Wish).where(Wish.important_date_id == keep.id, Wish.customer_id.in_(left)))


def drop_date(session: Session, customer_id: UUID, id: UUID) -> None:
    """Drop it for all who share it, with the wishes. Raises RefusedText."""
    _their_date(session, customer_id, id)
    delete_cascading(session, ImportantDate, id)


def dates_of(session: Session, people: Collection[UUID]) -> list[Record]:
    """All dates of any of these people, as records."""
    theirs = or_(ImportantDate.customer_id.in_(people), ImportantDate.shared_with_id.in_(people))
    columns = Base.metadata.tables["important_date"].columns
    return [dict(row._mapping) for row in session.execute(select(*columns).where(theirs))]


def _their_date(session: Session, customer_id: UUID, id: UUID) -> Record:
    found = next((one for one in dates_of(session, [customer_id]) if one["id"] == id), None)
    if found is None:
        raise RefusedText(TAKEN_AWAY)
    return found


def _refuse_another(kept: Record, others: Collection[Record]) -> None:
    is_birthday = kept["occasion"] is Occasion.BIRTHDAY
    if is_birthday and any(_day_of_birth(one) == _day_of_birth(kept) for one in others):
        raise RefusedText(_ANOTHER_BIRTHDAY)
    if any(which_date(one) == which_date(kept) for one in others):
        raise RefusedText(KEPT_ALREADY)


def _day_of_birth(record: Record) -> tuple[Any, Any]:
    return record["occasion"], record["calendar"]
