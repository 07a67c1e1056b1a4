"""What was written down about somebody, what they brought us or we gave them, and what came of it."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.people.known.gestures import Direction
from kiosk.people.known.notes import NoteKind
from kiosk.people.texts import MOST_CHARACTERS
from kiosk.storage.models.base import Base, Changeable
from kiosk.storage.models.columns import word


class Note(Changeable, Base):
    __tablename__ = "note"
    __table_args__ = (Index(None, "kind", "written_at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    kind: Mapped[NoteKind] = mapped_column(word(NoteKind, "kind"))
    text: Mapped[str] = mapped_column(String(MOST_CHARACTERS))
    author_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    written_at: Mapped[datetime]
    show_until: Mapped[date | None]
    not_in_front_of_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"))


class Closing(Base):
    """A note was put right, asked about, or has had its time."""

    __tablename__ = "closing"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    note_id: Mapped[UUID] = mapped_column(ForeignKey("note.id"), unique=True)
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class Gesture(Base):
    """Something they brought us, or we gave them."""

    __tablename__ = "gesture"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    direction: Mapped[Direction] = mapped_column(word(Direction, "direction"))
    what: Mapped[str] = mapped_column(String(MOST_CHARACTERS))
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class Thanks(Base):
    """They were thanked for what they brought."""

    __tablename__ = "thanks"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    gesture_id: Mapped[UUID] = mapped_column(ForeignKey("gesture.id"), unique=True)
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
