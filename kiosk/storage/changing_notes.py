"""Notes and gestures that are changed, closed and dropped at the counter."""

from datetime import datetime
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.changing import changes
from kiosk.people.texts import RefusedText
from kiosk.storage.cascade import delete_cascading
from kiosk.storage.models import Closing, Gesture, Note
from kiosk.storage.refusing import KEPT_ALREADY, TAKEN_AWAY

NoteChange: TypeAlias = changes.ChangeNote | changes.DropNote | changes.CloseNote | changes.ReopenNote
GestureChange: TypeAlias = changes.ChangeGesture | changes.DropGesture


def change_note(
    session: Session, customer_id: UUID, change: NoteChange, at: datetime, by: UUID | None
) -> None:
    """Make it; what another counter has closed already keeps its closing. Raises RefusedText."""
    note = _theirs(session, Note, customer_id, change.id)
    match change:
        case changes.ChangeNote():
            _refuse_twin(session, note, kind=change.kind, text=change.text, written_at=note.written_at)
            note.kind, note.text, note.show_until = change.kind, change.text, change.show_until
            note.not_in_front_of_id = change.not_in_front_of
        case changes.CloseNote():
            if session.scalar(select(Closing.id).where(Closing.note_id == note.id)) is None:
                session.execute(insert(Closing).values(id=uuid7(), note_id=note.id, at=at, staff_id=by))
        case changes.ReopenNote():
            session.execute(delete(Closing).where(Closing.note_id == note.id))
        case changes.DropNote():
            delete_cascading(session, Note, note.id)


def change_gesture(session: Session, customer_id: UUID, change: GestureChange) -> None:
    """Make it. Raises RefusedText."""
    gesture = _theirs(session, Gesture, customer_id, change.id)
    match change:
        case changes.ChangeGesture(_, what):
            _refuse_twin(session, gesture, direction=gesture.direction, what=what, at=gesture.at)
            gesture.what = what
        case changes.DropGesture():
            delete_cascading(session, Gesture, gesture.id)


def _theirs(session: Session, table: type[Any], customer_id: UUID, id: UUID) -> Any:
    found = session.scalar(select(table).where(table.id == id, table.customer_id == customer_id))
    if found is None:
        raise RefusedText(TAKEN_AWAY)
    return found


def _refuse_twin(session: Session, row: Note | Gesture, **kept: Any) -> None:
    """Two that say the same, written in the same second, would be one in a shop file."""
    table = type(row)
    same = select(table.id).filter_by(customer_id=row.customer_id, **kept).where(table.id != row.id)
    if session.scalar(same) is not None:
        raise RefusedText(KEPT_ALREADY)
