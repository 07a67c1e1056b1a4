"""Who was found to be one person, who is known to be two, and of whom it has to be asked."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.storage.models.base import Base

MOST_TO_UNDO = 900_000
"""Characters of what takes a merger back."""


class Merger(Base):
    """Somebody who was merged into another: under their old key and names that one is found.

    `id` is the one they had as a customer. `undo` is what takes it back, while that can be done.
    """

    __tablename__ = "merger"

    id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), index=True)
    key: Mapped[str] = mapped_column(index=True)
    name: Mapped[str]
    called_by: Mapped[str]
    pronunciation: Mapped[str]
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
    undo: Mapped[str | None] = mapped_column(String(MOST_TO_UNDO))


class DifferentPeople(Base):
    """Two of whom staff said that they are not the same person; either may stand first."""

    __tablename__ = "different_people"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)


class SameCard(Base):
    """Two who were given one card, each at another counter; either may stand first."""

    __tablename__ = "same_card"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    other_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)
