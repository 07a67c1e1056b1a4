"""Recording that somebody came."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.storage.models import Base

_RECORD = insert(Base.metadata.tables["visit"])


def record_visit(session: Session, customer_id: UUID, at: datetime, counter: str) -> None:
    """Keep a visit, to the second; `at` is an aware time."""
    visit = {"customer_id": customer_id, "at": at.replace(microsecond=0), "counter": counter}
    session.execute(_RECORD, {"id": uuid7(), **visit})
