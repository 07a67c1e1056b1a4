"""Whether somebody is happy for us to remember them."""

from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.storage.models import Customer


def keep_consent(session: Session, customer_id: UUID, on: date, asked_by: UUID | None) -> None:
    """They said so on this day in the shop's zone, to this member of staff where that is known."""
    _set(session, customer_id, consent_on=on, consent_by=asked_by)


def withdraw_consent(session: Session, customer_id: UUID) -> None:
    """They did not, or do not any more: they are to be asked."""
    _set(session, customer_id, consent_on=None, consent_by=None, known_in_all_shops=False)


def let_all_shops_know(session: Session, customer_id: UUID, agreed: bool) -> None:
    """The other shops of the chain greet them, too; or they do not."""
    _set(session, customer_id, known_in_all_shops=agreed)


def _set(session: Session, customer_id: UUID, **values: date | UUID | bool | None) -> None:
    session.execute(update(Customer).where(Customer.id == customer_id).values(values))
