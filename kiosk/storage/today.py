"""What today holds for the whole shop: numbers only, no names."""

from calendar import isleap
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, distinct, func, or_, select, tuple_
from sqlalchemy.orm import Session

from kiosk.people.important_dates import Calendar, LeapDay
from kiosk.people.notes import LIFETIMES, NoteKind
from kiosk.people.today import Today
from kiosk.storage.models import Closing, Customer, ImportantDate, Note


def today(session: Session, now: datetime, coming_days: int = 7) -> Today:
    """Count who celebrates today and in the next days, and what is open to be asked about."""
    day = now.date()
    oldest, open_questions = _open_questions(session, now)
    return Today(
        celebrating=_celebrating(session, [day]),
        celebrating_soon=_celebrating(session, [day + timedelta(days=n) for n in range(1, coming_days)]),
        questions=open_questions,
        oldest_question=None if oldest is None else oldest.astimezone(now.tzinfo).date(),
    )


def _celebrating(session: Session, days: list[date]) -> int:
    kept_on = or_(
        tuple_(ImportantDate.month, ImportantDate.day).in_([(day.month, day.day) for day in days]),
        *(_is_leap_day_kept_on(LeapDay(f"{day:%m-%d}")) for day in days if _stands_in_for_leap_day(day)),
    )
    count = (
        select(func.count(distinct(Customer.id)))
        .join(ImportantDate, ImportantDate.customer_id == Customer.id)
        .where(ImportantDate.calendar == Calendar.GREGORIAN, kept_on)
        .where(_is_greeted(days[0]))
    )
    return session.scalar(count) or 0


def _stands_in_for_leap_day(day: date) -> bool:
    return not isleap(day.year) and f"{day:%m-%d}" in set(LeapDay)


def _is_leap_day_kept_on(choice: LeapDay) -> ColumnElement[bool]:
    return and_(ImportantDate.month == 2, ImportantDate.day == 29, ImportantDate.leap_day == choice)


def _is_greeted(day: date) -> ColumnElement[bool]:
    gently = Customer.tread_gently_until
    return and_(
        Customer.deceased.is_(False), Customer.greet_by_name.is_(True), or_(gently.is_(None), gently < day)
    )


def _open_questions(session: Session, now: datetime) -> tuple[datetime | None, int]:
    fresh = now - LIFETIMES[NoteKind.ASK_ABOUT]
    lasting = or_(Note.show_until >= now.date(), and_(Note.show_until.is_(None), Note.written_at >= fresh))
    found = session.execute(
        select(func.min(Note.written_at), func.count())
        .join(Customer, Customer.id == Note.customer_id)
        .outerjoin(Closing, Closing.note_id == Note.id)
        .where(Note.kind == NoteKind.ASK_ABOUT, Closing.id.is_(None), lasting)
        .where(Customer.deceased.is_(False))
    ).one()
    return found[0], found[1]
