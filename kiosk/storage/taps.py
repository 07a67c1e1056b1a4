"""Keeping what one tap said has been done, and taking it back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.taps import Action, Tap
from kiosk.storage.models import Closing, Thanks, Wish


def record_tap(session: Session, tap: Tap, at: datetime) -> None:
    """Keep it, to the second; what another counter has said already is not said twice."""
    table, about = _kept_as(tap)
    if session.scalar(select(table.id).filter_by(**about)) is None:
        session.execute(insert(table).values(id=uuid7(), at=at.replace(microsecond=0), **about))


def take_back(session: Session, tap: Tap) -> None:
    """As if it had never been tapped."""
    table, about = _kept_as(tap)
    session.execute(delete(table).filter_by(**about))


def _kept_as(tap: Tap) -> tuple[type[Any], Mapping[str, Any]]:
    """The table that keeps it, and what tells it from all others there."""
    if tap.action is Action.WISHED:
        about = {"important_date_id": tap.about, "customer_id": tap.whom, "occurrence": tap.on}
        return Wish, about
    if tap.action is Action.THANKED:
        return Thanks, {"gesture_id": tap.about}
    return Closing, {"note_id": tap.about}
