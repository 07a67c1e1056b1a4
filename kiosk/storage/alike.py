"""Who may be the person that somebody tells about: the same name, or its sound, and the same birthday."""

from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from kiosk.people.calendars import Calendar
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.names import readings, sound
from kiosk.storage.models import NAME_WORD, Customer, ImportantDate

_THEIRS = NAME_WORD.c.customer_id == Customer.id


def alike_ids(session: Session, name: str, day: int, month: int, most: int) -> list[UUID]:
    """The living with every word of this name, as written or as it sounds, and this birthday."""
    meant = [and_(*map(_has, words)) for words in readings(name)]
    if not meant:
        return []
    born_then = select(ImportantDate.customer_id).where(
        ImportantDate.occasion == Occasion.BIRTHDAY,
        ImportantDate.calendar == Calendar.GREGORIAN,
        ImportantDate.month == month,
        ImportantDate.day == day,
    )
    alike = select(Customer.id).where(Customer.id.in_(born_then), ~Customer.deceased, or_(*meant))
    return list(session.scalars(alike.order_by(Customer.id).limit(most)))


def _has(word: str) -> ColumnElement[bool]:
    same = NAME_WORD.c.word == word
    if heard := sound(word):
        same = or_(same, NAME_WORD.c.sound == heard)
    return select(NAME_WORD).where(_THEIRS, same).exists()
