"""Recording that somebody came, and with whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.visits import SAME_VISIT
from kiosk.storage.models import Base, VisitCompanion

_visit = Base.metadata.tables["visit"]
_RECORD = insert(_visit)
_UNDER_WAY = (
    select(_visit.c.id)
    .where(
        _visit.c.customer_id == bindparam("customer_id", type_=_visit.c.customer_id.type),
        _visit.c.at.between(
            bindparam("since", type_=_visit.c.at.type), bindparam("at", type_=_visit.c.at.type)
        ),
    )
    .order_by(_visit.c.at.desc())
    .limit(1)
)


def record_visit(session: Session, customer_id: UUID, at: datetime, counter: str) -> UUID:
    """Keep a visit, to the second; `at` is an aware time. A scan of the visit under way adds nothing.

    Returns the id of the visit.
    """
    at = at.replace(microsecond=0)
    window = {"customer_id": customer_id, "since": at - SAME_VISIT, "at": at}
    under_way: UUID | None = session.scalar(_UNDER_WAY, window)
    if under_way is not None:
        return under_way
    id = uuid7()
    session.execute(_RECORD, {"id": id, "customer_id": customer_id, "at": at, "counter": counter})
    return id


def record_company(session: Session, one: UUID, other: UUID, at: datetime, counter: str) -> None:
    """Keep that two came together: each has a visit of their own, with the other."""
    for who, with_whom in [(one, other), (other, one)]:
        visit_id = record_visit(session, who, at, counter)
        if session.get(VisitCompanion, (visit_id, with_whom)) is None:
            session.add(VisitCompanion(visit_id=visit_id, customer_id=with_whom))
