"""What was gone through before opening."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.storage.models.base import Base


class BriefingTick(Base):
    """Somebody of whom everything was gone through on that day; of other days there is none."""

    __tablename__ = "briefing_tick"

    customer_id: Mapped[UUID] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    on: Mapped[date]
