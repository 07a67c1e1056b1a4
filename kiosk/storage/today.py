"""What today holds for the whole shop: numbers only, no names."""

from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from kiosk.people.known.notes import NoteKind, fresh_since
from kiosk.people.today import Today
from kiosk.storage.models import Customer, Note
from kiosk.storage.questions import NOTE_IS_OPEN
from kiosk.storage.upcoming import celebrating

_AFTER_TODAY = timedelta(days=6)


def today(session: Session, now: datetime) -> Today:
    """Count who celebrates today and in the six days after, and what is open to be asked about."""
    day = now.date()
    tomorrow, last = day + timedelta(days=1), day + _AFTER_TODAY
    oldest, open_questions = _open_questions(session, now)
    return Today(
        celebrating=len(celebrating(session, day, day, *_greeted(day))),
        celebrating_soon=len(celebrating(session, tomorrow, last, *_greeted(tomorrow))),
        questions=open_questions,
        oldest_question=None if oldest is None else oldest.astimezone(now.tzinfo).date(),
    )


def _greeted(on: date) -> tuple[ColumnElement[bool], ...]:
    """Those who are greeted by name, and need not be trodden gently around on this day."""
    gently = Customer.tread_gently_until
    return Customer.greet_by_name.is_(True), or_(gently.is_(None), gently < on)


def _open_questions(session: Session, now: datetime) -> tuple[datetime | None, int]:
    fresh = fresh_since(NoteKind.ASK_ABOUT, now)
    lasting = or_(Note.show_until >= now.date(), and_(Note.show_until.is_(None), Note.written_at >= fresh))
    found = session.execute(
        select(func.min(Note.written_at), func.count())
        .join(Customer, Customer.id == Note.customer_id)
        .where(Note.kind == NoteKind.ASK_ABOUT, NOTE_IS_OPEN, lasting)
        .where(Customer.deceased.is_(False), Customer.greet_by_name.is_(True))
    ).one()
    return found[0], found[1]
