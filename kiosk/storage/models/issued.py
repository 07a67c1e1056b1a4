"""Which numbers the shop has given out, whether or not somebody has them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.storage.models.base import Base


class IssuedCard(Base):
    """A number that is given out once: until somebody has it, it is on a card that nobody has."""

    __tablename__ = "issued_card"

    number: Mapped[str] = mapped_column(String(512), primary_key=True)
    symbology: Mapped[str | None] = mapped_column(String(20))
    at: Mapped[datetime]
    staff_id: Mapped[UUID | None] = mapped_column(ForeignKey("staff.id"))
