"""Recording that somebody came, and with whom."""

from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import delete, exists, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.greeting.visits import SAME_VISIT
from kiosk.storage.models import Base, Visit, VisitCompanion

_RECORD = insert(Base.metadata.tables["visit"])
_LONGEST_WAIT = timedelta(seconds=10)
"""So long another counter may have kept this one waiting, and have recorded the visit meanwhile."""


def record_visit(
    session: Session, customer_id: UUID, at: datetime, counter: str, by: UUID | None = None
) -> UUID:
    """Keep a visit, to the second, unless one is under way: returns the id of that, or of the new one.

    `at` is an aware time, `by` one of the staff. Looking and recording are one write transaction: no other
    counter can record the same visit in between.
    """
    return _visit_under_way(session, customer_id, at) or _begin_visit(session, customer_id, at, counter, by)


def record_company(
    session: Session, one: UUID, other: UUID, at: datetime, counter: str, by: UUID | None = None
) -> set[UUID]:
    """Keep that two came together: each has a visit of their own, with the other.

    Returns the ids of the visits that began with that.
    """
    begun = set()
    for who, with_whom in [(one, other), (other, one)]:
        visit_id = _visit_under_way(session, who, at)
        if visit_id is None:
            visit_id = _begin_visit(session, who, at, counter, by)
            begun.add(visit_id)
        if session.get(VisitCompanion, (visit_id, with_whom)) is None:
            session.add(VisitCompanion(visit_id=visit_id, customer_id=with_whom))
    return begun


def take_company_back(
    session: Session, one: UUID, other: UUID, at: datetime, begun: Collection[UUID]
) -> None:
    """Remove what `record_company` has kept of the visits under way at `at`, and of those it has `begun`.

    The visit of `one` stays: they are here.
    """
    for who, with_whom in [(one, other), (other, one)]:
        visit_id = _visit_under_way(session, who, at)
        of_both = VisitCompanion.visit_id == visit_id, VisitCompanion.customer_id == with_whom
        session.execute(delete(VisitCompanion).where(*of_both))
    with_somebody_else = exists().where(VisitCompanion.visit_id == Visit.id)
    began_now = Visit.id.in_(begun), Visit.customer_id == other
    session.execute(delete(Visit).where(*began_now, ~with_somebody_else))


def _begin_visit(session: Session, customer_id: UUID, at: datetime, counter: str, by: UUID | None) -> UUID:
    id, at = uuid7(), at.replace(microsecond=0)
    visit = {"id": id, "customer_id": customer_id, "at": at, "counter": counter, "staff_id": by}
    session.execute(_RECORD, visit)
    return id


def _visit_under_way(session: Session, customer_id: UUID, at: datetime) -> UUID | None:
    # Half an hour of time that passes: by the clock on the wall it is another one when that is changed.
    at = at.astimezone(UTC)
    theirs = select(Visit.id).where(Visit.customer_id == customer_id)
    under_way = theirs.where(Visit.at.between(at - SAME_VISIT, at + _LONGEST_WAIT)).order_by(Visit.at.desc())
    return session.scalar(under_way.limit(1))
