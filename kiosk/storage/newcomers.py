"""Giving a card to somebody: to a new person, or in place of the cards they had."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session
from uuid6 import uuid7

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.known.important_dates import Occasion
from kiosk.storage.models import Card
from kiosk.storage.records import save

# So few digits can never look like a payment card.
_KEY_DIGITS = 10


def record_newcomer(
    session: Session,
    newcomer: Newcomer,
    number: str,
    symbology: str | None,
    at: datetime,
    by: UUID | None = None,
) -> None:
    """Keep a new person with their card; since, and with their consent from, the day of `at`.

    `by` is who of the staff asked them for it.
    """
    id = uuid7()
    person = {
        "id": id,
        "key": f"c{id.hex[-_KEY_DIGITS:]}",
        "name": newcomer.called_by,
        "called_by": newcomer.called_by,
        "pronunciation": newcomer.pronunciation,
        "since": at.date(),
        "consent_on": at.date(),
        "consent_by": by,
    }
    save(session, "customer", [person])
    _give_card(session, id, number, symbology)
    if newcomer.birthday is not None:
        _keep_birthday(session, id, *newcomer.birthday)


def move_card(session: Session, customer_id: UUID, number: str, symbology: str | None, at: datetime) -> None:
    """Give a customer a new card, and retire those in use, to the minute."""
    in_use = update(Card).where(Card.customer_id == customer_id, Card.retired.is_(None))
    session.execute(in_use.values(retired=f"{at.isoformat(timespec='minutes')} replaced"))
    _give_card(session, customer_id, number, symbology)


def _give_card(session: Session, customer_id: UUID, number: str, symbology: str | None) -> None:
    card = {"id": uuid7(), "customer_id": customer_id, "number": number, "symbology": symbology}
    save(session, "card", [card])


def _keep_birthday(session: Session, customer_id: UUID, day: int, month: int) -> None:
    birthday = {
        "id": uuid7(),
        "customer_id": customer_id,
        "occasion": Occasion.BIRTHDAY,
        "month": month,
        "day": day,
        "calendar": Calendar.GREGORIAN,
        "leap_day": LeapDay.FEBRUARY_28,
    }
    save(session, "important_date", [birthday])
