"""Recording that somebody came, and with whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.greeting.visits import SAME_VISIT
from kiosk.storage.models import Base, Visit, VisitCompanion

_RECORD = insert(Base.metadata.tables["visit"])


def record_visit(
    session: Session, customer_id: UUID, at: datetime, counter: str, by: UUID | None = None
) -> UUID:
    """Keep a visit, to the second; `at` is an aware time, `by` one of the staff. Returns its id."""
    id, at = uuid7(), at.replace(microsecond=0)
    visit = {"id": id, "customer_id": customer_id, "at": at, "counter": counter, "staff_id": by}
    session.execute(_RECORD, visit)
    return id


def record_company(
    session: Session, one: UUID, other: UUID, at: datetime, counter: str, by: UUID | None = None
) -> None:
    """Keep that two came together: each has a visit of their own, with the other."""
    for who, with_whom in [(one, other), (other, one)]:
        visit_id = _visit_under_way(session, who, at) or record_visit(session, who, at, counter, by)
        if session.get(VisitCompanion, (visit_id, with_whom)) is None:
            session.add(VisitCompanion(visit_id=visit_id, customer_id=with_whom))


def _visit_under_way(session: Session, customer_id: UUID, at: datetime) -> UUID | None:
    theirs = select(Visit.id).where(Visit.customer_id == customer_id)
    under_way = theirs.where(Visit.at.between(at - SAME_VISIT, at)).order_by(Visit.at.desc())
    return session.scalar(under_way.limit(1))
