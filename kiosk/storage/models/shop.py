"""The shop, and who works in it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.people.staff.members import Role
from kiosk.storage.models.base import Base, Changeable
from kiosk.storage.models.columns import word


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
