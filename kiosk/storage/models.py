"""The tables. Facts are added and seldom changed; a row that can change says when it did.

Every text is NFC, every time UTC, every id a UUID made by the program, so that what several
counters wrote can be put together without conflict. Rows never leave this package.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, String, Table, UniqueConstraint, Uuid
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.staff.members import Role
from kiosk.people.texts import MOST_CHARACTERS
from kiosk.storage.base import Base as Base  # whoever asks for the tables asks here, where they are all known
from kiosk.storage.base import Changeable as Changeable
from kiosk.storage.columns import in_byte_order, word


class Shop(Changeable, Base):
    """The shop this data belongs to: one row at most, written by `kiosk load`."""

    __tablename__ = "shop"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str]
    time_zone: Mapped[str]


class Staff(Changeable, Base):
    """Whoever left stays as the author of what they wrote. Badge, PIN and tries are in no shop file."""

    __tablename__ = "staff"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    role: Mapped[Role] = mapped_column(word(Role, "role"))
    badge: Mapped[str | None] = mapped_column(String(512), index=True, unique=True)
    pin_hash: Mapped[str | None] = mapped_column(String(200))
    wrong_tries: Mapped[int] = mapped_column(server_default="0")
    tried_at: Mapped[datetime | None]
    left_at: Mapped[datetime | None]


class Customer(Changeable, Base):
    __tablename__ = "customer"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    called_by: Mapped[str]
    pronunciation: Mapped[str] = mapped_column(default="")
    may_mention_age: Mapped[bool] = mapped_column(default=False)
    greet_by_name: Mapped[bool] = mapped_column(default=True)
    since: Mapped[date | None]
    consent_on: Mapped[date | None]
    consent_by: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    tread_gently_until: Mapped[date | None]
    deceased: Mapped[bool] = mapped_column(default=False)


class Card(Changeable, Base):
    """`retired` is null, or when and why: "lost", "replaced", an ISO time, or the time and the reason."""

    __tablename__ = "card"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    number: Mapped[str] = mapped_column(String(512), unique=True)
    symbology: Mapped[str | None] = mapped_column(String(20))
    retired: Mapped[str | None] = mapped_column(String(40))


class ImportantDate(Changeable, Base):
    """A wedding is one date of two people: `shared_with_id` is the other one."""

    __tablename__ = "important_date"
    __table_args__ = (
        CheckConstraint("month BETWEEN 1 AND 13", name="month"),
        CheckConstraint("day BETWEEN 1 AND 31", name="day"),
        Index(None, "calendar", "month", "day"),
    )

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    shared_with_id: Mapped[UUID | None] = mapped_column(ForeignKey("customer.id"), index=True)
    occasion: Mapped[Occasion] = mapped_column(word(Occasion, "occasion"))
    label: Mapped[str] = mapped_column(default="")
    month: Mapped[int]
    day: Mapped[int]
    year: Mapped[int | None]
    calendar: Mapped[Calendar] = mapped_column(word(Calendar, "calendar"))
    leap_day: Mapped[LeapDay] = mapped_column(word(LeapDay, "leap_day"))
    leap_month: Mapped[bool] = mapped_column(default=False)


class Wish(Base):
    """One person was congratulated on one occurrence."""

    __tablename__ = "wish"
    __table_args__ = (UniqueConstraint("important_date_id", "customer_id", "occurrence"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    important_date_id: Mapped[UUID] = mapped_column(ForeignKey("important_date.id"))
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    occurrence: Mapped[date]
    at: Mapped[datetime | None]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


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


class Relationship(Base):
    """`other_id` is the `kind` of `customer_id`: stored once, read from both sides."""

    __tablename__ = "relationship"
    __table_args__ = (UniqueConstraint("customer_id", "other_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    kind: Mapped[RelationshipKind] = mapped_column(word(RelationshipKind, "kind"))


class Visit(Base):
    __tablename__ = "visit"
    __table_args__ = (Index(None, "customer_id", "at"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    at: Mapped[datetime] = mapped_column(index=True)
    counter: Mapped[str] = mapped_column(String(40))
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))


class VisitCompanion(Base):
    """Who came along on a visit."""

    __tablename__ = "visit_companion"

    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)


NAME_WORD = Table(
    "name_word",
    Base.metadata,
    Column("customer_id", Uuid, ForeignKey("customer.id"), primary_key=True),
    Column("word", in_byte_order(), primary_key=True),
    Column("sound", in_byte_order(), nullable=False),
    Index(None, "word", "customer_id"),
    Index(None, "sound", "customer_id"),
)
"""The words by which a customer is found. They follow from the names, so no shop file tells them."""
