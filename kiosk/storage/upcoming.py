"""Who celebrates between two days, of the whole shop."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from kiosk.people.calendars import Calendar, rules_of
from kiosk.people.greeting import celebrations
from kiosk.people.known.important_dates import ImportantDate as Fact
from kiosk.storage.models import Customer, ImportantDate

_DATE: tuple[InstrumentedAttribute[Any], ...] = (
    ImportantDate.id,
    ImportantDate.occasion,
    ImportantDate.month,
    ImportantDate.day,
    ImportantDate.year,
    ImportantDate.calendar,
    ImportantDate.leap_day,
    ImportantDate.leap_month,
)
_BOTH = (ImportantDate.customer_id, ImportantDate.shared_with_id)
_one_of_them = aliased(Customer)
_ONE_HAS_DIED = select(_one_of_them.id).where(_one_of_them.id.in_(_BOTH), _one_of_them.deceased).exists()


def celebrating(session: Session, first: date, last: date, *who: ColumnElement[bool]) -> set[UUID]:
    """The ids of the customers, of whom `who` holds, with a celebration from `first` to `last`.

    A shared date is celebrated by both, and by neither of them when one has died. The database only
    finds the dates that may fall on these days; when they do is decided in `kiosk.people`.
    """
    may_fall = [*_may_fall(_in_use(session), first, last)]
    found: set[UUID] = set()
    for side in _BOTH if may_fall else ():
        dates: Select[Any] = (
            select(side, *_DATE).join(Customer, Customer.id == side).where(or_(*may_fall), *who)
        )
        for id, *values in session.execute(dates.where(~_ONE_HAS_DIED)):
            fact = Fact(**{column.key: value for column, value in zip(_DATE, values, strict=True)})
            if celebrations.between([fact], first, last):
                found.add(id)
    return found


def _in_use(session: Session) -> list[Calendar]:
    """The calendars of which there are dates: the libraries behind the others need not be loaded."""
    return [
        calendar
        for calendar in Calendar
        if session.scalar(select(exists().where(ImportantDate.calendar == calendar)))
    ]


def _may_fall(calendars: Collection[Calendar], first: date, last: date) -> Iterator[ColumnElement[bool]]:
    """One condition for each month and day that may be kept on one of these days.

    Each names all columns of the index, so that SQLite looks every one of them up in it.
    """
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    for calendar in calendars:
        for month, day in sorted({kept for on in days for kept in rules_of(calendar).kept_on(on)}):
            yield and_(
                ImportantDate.calendar == calendar, ImportantDate.month == month, ImportantDate.day == day
            )
