"""What today holds for the whole shop: numbers only, no names."""

from calendar import isleap
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select, union
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
    celebrated = and_(or_(*_returns(days)), ~one_has_died)
    people = union(*(select(side).where(celebrated) for side in both))
    gently = Customer.tread_gently_until
    count = select(func.count()).where(
        Customer.id.in_(people), Customer.greet_by_name.is_(True), or_(gently.is_(None), gently < days[0])
    )
    return session.scalar(count) or 0


def _returns(days: list[date]) -> Iterator[ColumnElement[bool]]:
    """The ways in which a date returns on one of these days; the day it all began is no return.

    Each names all columns of the index, so that SQLite looks every one of them up in it.
    """
    for day in days:
        later = or_(ImportantDate.year.is_(None), ImportantDate.year < day.year)
        yield and_(*_stands_on(day.month, day.day), later)
        if not isleap(day.year) and f"{day:%m-%d}" in set(LeapDay):
            yield and_(*_stands_on(2, 29), ImportantDate.leap_day == LeapDay(f"{day:%m-%d}"), later)


def _stands_on(month: int, day: int) -> tuple[ColumnElement[bool], ...]:
    calendar = ImportantDate.calendar == Calendar.GREGORIAN
    return calendar, ImportantDate.month == month, ImportantDate.day == day


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
