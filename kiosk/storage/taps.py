"""Keeping what one tap said has been done, and taking it back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.known.gestures import Direction
from kiosk.storage.consent import keep_consent, withdraw_consent
from kiosk.storage.models import Closing, Gesture, Thanks, Wish


def record_tap(session: Session, tap: Tap, at: datetime, by: UUID | None = None) -> None:
    """Keep it, to the second, and who of the staff did it; what is kept already is not kept twice.

    `at` is an aware time in the shop's zone.
    """
    if tap.action is Action.ALLOWED:
        keep_consent(session, tap.whom, at.date(), by)
        return
    table, key = _kept_as(tap)
    if session.scalar(select(table.id).filter_by(**key)) is None:
        done = {"id": uuid7(), "at": at.replace(microsecond=0), "staff_id": by, **key}
        session.execute(insert(table).values(**done))


def take_back(session: Session, tap: Tap) -> None:
    """Remove what `record_tap` has kept."""
    if tap.action is Action.ALLOWED:
        withdraw_consent(session, tap.whom)
        return
    table, key = _kept_as(tap)
    session.execute(delete(table).filter_by(**key))


def _kept_as(tap: Tap) -> tuple[type[Any], Mapping[str, Any]]:
    """The table that keeps it, and the columns that tell it from all others there; consent has none."""
    match tap.action:
        case Action.WISHED:
            return Wish, {"important_date_id": tap.about, "customer_id": tap.whom, "occurrence": tap.on}
        case Action.ASKED | Action.PUT_RIGHT:
            return Closing, {"note_id": tap.about}
        case Action.THANKED:
            return Thanks, {"gesture_id": tap.about}
        case _:
            given = {"customer_id": tap.whom, "direction": Direction.GIVEN, "what": tap.what}
            return Gesture, {"id": tap.about, **given}
