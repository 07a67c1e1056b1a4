"""The days that return every year, and who was congratulated on them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.important_dates import Occasion
from kiosk.storage.models.base import Base, Changeable
from kiosk.storage.models.columns import word


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
