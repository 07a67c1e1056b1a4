"""Whether somebody is happy for us to remember them."""

from datetime import date
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.orm import Session

from kiosk.storage.models import Customer


def keep_consent(session: Session, customer_id: UUID, on: date, asked_by: UUID | None) -> None:
    """They said so on this day in the shop's zone, to this member of staff where that is known."""
    _set(session, customer_id, on, asked_by)


def withdraw_consent(session: Session, customer_id: UUID) -> None:
    """They did not, or do not any more: they are to be asked."""
    _set(session, customer_id, None, None)
    let_all_shops_know(session, customer_id, False)


def let_all_shops_know(session: Session, customer_id: UUID, agreed: bool) -> None:
    """The other shops of the chain greet them, too; or they do not."""
    theirs = update(Customer).where(Customer.id == customer_id)
    session.execute(theirs.values(known_in_all_shops=agreed))


def _set(session: Session, customer_id: UUID, on: date | None, asked_by: UUID | None) -> None:
    theirs = update(Customer).where(Customer.id == customer_id)
    session.execute(theirs.values(consent_on=on, consent_by=asked_by))
