"""Who comes to the shop: their names, their cards, and what they are to each other."""

from datetime import date
from uuid import UUID

from sqlalchemy import Column, ForeignKey, Index, String, Table, UniqueConstraint, Uuid, false
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.people.known.relationships import RelationshipKind
from kiosk.storage.models.base import Base, Changeable
from kiosk.storage.models.columns import in_byte_order, word


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
    known_in_all_shops: Mapped[bool] = mapped_column(server_default=false())


class Card(Changeable, Base):
    """`retired` is null, or when and why: "lost", "replaced", an ISO time, or the time and the reason."""

    __tablename__ = "card"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    number: Mapped[str] = mapped_column(String(512), unique=True)
    symbology: Mapped[str | None] = mapped_column(String(20))
    retired: Mapped[str | None] = mapped_column(String(40))


class Relationship(Base):
    """`other_id` is the `kind` of `customer_id`: stored once, read from both sides."""

    __tablename__ = "relationship"
    __table_args__ = (UniqueConstraint("customer_id", "other_id", "kind"),)

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"))
    other_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    kind: Mapped[RelationshipKind] = mapped_column(word(RelationshipKind, "kind"))


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
