"""Keeping what was gone through before opening, for the day."""

from datetime import date
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from kiosk.storage.models import BriefingTick


def ticked(session: Session, on: date) -> set[UUID]:
    """Those who are ticked on that day."""
    return set(session.scalars(select(BriefingTick.customer_id).where(BriefingTick.on == on)))


def tick(session: Session, customer_id: UUID, on: date, is_done: bool) -> None:
    """Keep that everything about somebody was gone through, or that it was not; other days are forgotten."""
    session.execute(delete(BriefingTick).where(BriefingTick.on != on))
    session.execute(delete(BriefingTick).where(BriefingTick.customer_id == customer_id))
    if is_done:
        session.add(BriefingTick(customer_id=customer_id, on=on))
