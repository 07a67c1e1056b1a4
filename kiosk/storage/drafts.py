"""Keeping what has just been learned: a note, or a gesture."""

from datetime import datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.drafts import Draft, DraftKind
from kiosk.people.gestures import Direction
from kiosk.people.notes import NoteKind
from kiosk.storage.models import Gesture, Note

_DIRECTIONS = {DraftKind.BROUGHT: Direction.RECEIVED, DraftKind.GAVE: Direction.GIVEN}


def record_draft(session: Session, draft: Draft, text: str, at: datetime) -> None:
    """Keep it as `text`, to the second; two taps within one second keep it once."""
    table, kept = _kept_as(draft, text, at.replace(microsecond=0))
    if session.scalar(select(table.id).filter_by(**kept)) is None:
        session.execute(insert(table).values(id=uuid7(), **kept))


def _kept_as(draft: Draft, text: str, at: datetime) -> tuple[type[Any], dict[str, Any]]:
    """The table that keeps it, and what makes two of its rows the same."""
    who = draft.customer.id
    if draft.kind in _DIRECTIONS:
        return Gesture, {"customer_id": who, "direction": _DIRECTIONS[draft.kind], "what": text, "at": at}
    return Note, {"customer_id": who, "kind": NoteKind(draft.kind), "text": text, "written_at": at}
