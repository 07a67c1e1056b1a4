"""When somebody was here, and with whom."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.storage.models.base import Base


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
