"""Keeping what has just been learned: a note, or a gesture."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.gestures import Direction
from kiosk.people.known.notes import NoteKind
from kiosk.storage.models import Gesture, Note

_DIRECTIONS = {DraftKind.BROUGHT: Direction.RECEIVED, DraftKind.GAVE: Direction.GIVEN}


def record_draft(session: Session, draft: Draft, text: str, at: datetime, by: UUID | None = None) -> None:
    """Keep it as `text`, to the second, and who of the staff wrote it; two taps in a second keep it once."""
    table, kept = _kept_as(draft, text, at.replace(microsecond=0))
    if session.scalar(select(table.id).filter_by(**kept)) is None:
        who = {"author_id" if table is Note else "staff_id": by}
        session.execute(insert(table).values(id=uuid7(), **who, **kept))


def _kept_as(draft: Draft, text: str, at: datetime) -> tuple[type[Any], dict[str, Any]]:
    """The table that keeps it, and what makes two of its rows the same."""
    who = draft.customer.id
    if draft.kind in _DIRECTIONS:
        return Gesture, {"customer_id": who, "direction": _DIRECTIONS[draft.kind], "what": text, "at": at}
    return Note, {"customer_id": who, "kind": NoteKind(draft.kind), "text": text, "written_at": at}
