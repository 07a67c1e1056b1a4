"""What today holds for the whole shop: numbers only, no names."""

from calendar import isleap
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, false, func, or_, select, union
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
    """How many people celebrate on one of these days; a shared date is celebrated by both."""
    both = (ImportantDate.customer_id, ImportantDate.shared_with_id)
    one_has_died = select(Customer.id).where(Customer.id.in_(both), Customer.deceased).exists()
    celebrated = and_(ImportantDate.calendar == Calendar.GREGORIAN, or_(*map(_falls_on, days)), ~one_has_died)
    people = union(*(select(side).where(celebrated) for side in both))
    gently = Customer.tread_gently_until
    count = select(func.count()).where(
        Customer.id.in_(people), Customer.greet_by_name.is_(True), or_(gently.is_(None), gently < days[0])
    )
    return session.scalar(count) or 0


def _falls_on(day: date) -> ColumnElement[bool]:
    """The date returns on `day`; the day it all began is no return."""
    month_and_day = and_(ImportantDate.month == day.month, ImportantDate.day == day.day)
    later = or_(ImportantDate.year.is_(None), ImportantDate.year < day.year)
    return and_(or_(month_and_day, _is_leap_day_kept_on(day)), later)


def _is_leap_day_kept_on(day: date) -> ColumnElement[bool]:
    if isleap(day.year) or f"{day:%m-%d}" not in set(LeapDay):
        return false()
    choice = LeapDay(f"{day:%m-%d}")
    return and_(ImportantDate.month == 2, ImportantDate.day == 29, ImportantDate.leap_day == choice)


def _open_questions(session: Session, now: datetime) -> tuple[datetime | None, int]:
    # Whole days, as the greeting counts them.
    fresh = datetime.combine(now.date() - LIFETIMES[NoteKind.ASK_ABOUT], time.min, now.tzinfo)
    lasting = or_(Note.show_until >= now.date(), and_(Note.show_until.is_(None), Note.written_at >= fresh))
    found = session.execute(
        select(func.min(Note.written_at), func.count())
        .join(Customer, Customer.id == Note.customer_id)
        .outerjoin(Closing, Closing.note_id == Note.id)
        .where(Note.kind == NoteKind.ASK_ABOUT, Closing.id.is_(None), lasting)
        .where(Customer.deceased.is_(False), Customer.greet_by_name.is_(True))
    ).one()
    return found[0], found[1]
