"""Who people are to each other, told at the counter."""

from uuid import UUID

from sqlalchemy import and_, delete, insert, or_, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.texts import RefusedText
from kiosk.storage.models import Base, Relationship
from kiosk.storage.refusing import TAKEN_AWAY
from kiosk.storage.sameness import which_relationship

_columns = Base.metadata.tables["relationship"].columns


def relate(session: Session, customer_id: UUID, other_id: UUID, kind: RelationshipKind) -> None:
    """Keep that the other is the `kind` of the customer; what either side has told already stays as it is."""
    told = {"customer_id": customer_id, "other_id": other_id, "kind": kind}
    between = or_(
        and_(Relationship.customer_id == customer_id, Relationship.other_id == other_id),
        and_(Relationship.customer_id == other_id, Relationship.other_id == customer_id),
    )
    known = {
        which_relationship(dict(row._mapping)) for row in session.execute(select(*_columns).where(between))
    }
    if which_relationship(told) not in known:
        session.execute(insert(Relationship).values(id=uuid7(), **told))


def unrelate(session: Session, customer_id: UUID, id: UUID) -> None:
    """Drop it for both. Raises RefusedText."""
    one_of_them = or_(Relationship.customer_id == customer_id, Relationship.other_id == customer_id)
    theirs = Relationship.id == id, one_of_them
    if session.scalar(select(Relationship.id).where(*theirs)) is None:
        raise RefusedText(TAKEN_AWAY)
    session.execute(delete(Relationship).where(*theirs))
