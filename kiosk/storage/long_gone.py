"""Who is to be thought of: not here for so long that it is time to forget them, or never asked."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from kiosk.people.greeting.visits import BEFORE_ANY_KIOSK, LONG_GONE, whole_months
from kiosk.storage.models import Customer, Visit

UNASKED = timedelta(days=30)
"""After so long without being asked, it is time to ask whether to forget them."""

_SHORT_MONTH = timedelta(days=30)


def never_asked(session: Session, before: datetime | None = None) -> list[UUID]:
    """Their ids, in the order of their keys: nobody has said whether they may be remembered.

    With `before`, an aware time, only those who have been so since then.
    """
    theirs: list[ColumnElement[bool]] = [Customer.consent_on.is_(None), Customer.deceased.is_(False)]
    if before is not None:
        theirs.append(Customer.updated_at < before)
    return list(session.scalars(select(Customer.id).where(*theirs).order_by(Customer.key)))


def long_gone(session: Session, now: datetime) -> list[tuple[UUID, date | None]]:
    """Their ids, the longest gone first, with the day of the last visit, None where there never was one.

    Who never came is counted from when they were last with the shop in another way: since, or consent.
    Nobody is proposed of whom none of this is known, and nobody who has died. A stamp from before any kiosk
    does not tell when they were here.
    """
    theirs = Visit.customer_id == Customer.id, Visit.at >= BEFORE_ANY_KIOSK
    latest = select(func.max(Visit.at)).where(*theirs).scalar_subquery()
    may_be = or_(latest.is_(None), latest < now - LONG_GONE * _SHORT_MONTH)
    rows = select(Customer.id, Customer.since, Customer.consent_on, latest)
    gone: list[tuple[date, UUID, date | None]] = []
    for id, since, consent_on, at in session.execute(rows.where(may_be, Customer.deceased.is_(False))):
        visit = None if at is None else at.astimezone(now.tzinfo).date()
        last = visit or max(filter(None, [since, consent_on]), default=None)
        if last is not None and whole_months(last, now.date()) >= LONG_GONE:
            gone.append((last, id, visit))
    return [(id, visit) for _, id, visit in sorted(gone, key=lambda one: one[:2])]
