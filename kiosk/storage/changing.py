"""Changing what is kept about one person."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from kiosk.people.changing import changes
from kiosk.people.texts import RefusedText
from kiosk.storage.changing_dates import drop_date, keep_date
from kiosk.storage.changing_notes import change_gesture, change_note
from kiosk.storage.changing_relations import relate, unrelate
from kiosk.storage.consent import keep_consent, let_all_shops_know, withdraw_consent
from kiosk.storage.models import Card, Customer
from kiosk.storage.names import keep_words
from kiosk.storage.refusing import NOBODY, TAKEN_AWAY


def make_change(
    session: Session, customer_id: UUID, change: changes.Change, at: datetime, by: UUID | None = None
) -> None:
    """Make a change whose texts may be kept as they are; `at` is an aware time, `by` one of the staff.

    Raises RefusedText with a sentence to translate where what it is about is not kept any more.
    """
    for id in (customer_id, *_others(change)):
        if session.scalar(select(Customer.id).where(Customer.id == id)) is None:
            raise RefusedText(NOBODY)
    match change:
        case changes.KeepDate():
            keep_date(session, customer_id, change)
        case changes.DropDate():
            drop_date(session, customer_id, change.id)
        case changes.Relate():
            relate(session, customer_id, change.other_id, change.kind)
        case changes.Unrelate():
            unrelate(session, customer_id, change.id)
        case changes.RetireCard():
            _retire(session, customer_id, change.id, f"{at.isoformat(timespec='minutes')} lost")
        case changes.ReviveCard():
            _retire(session, customer_id, change.id, None)
        case changes.ChangeGesture() | changes.DropGesture():
            change_gesture(session, customer_id, change)
        case changes.ChangeNames() | changes.ChangeManner():
            _change_customer(session, customer_id, change)
        case changes.Consent(given=True):
            keep_consent(session, customer_id, at.date(), by)
        case changes.Consent():
            withdraw_consent(session, customer_id)
        case changes.KnownInAllShops(agreed):
            let_all_shops_know(session, customer_id, agreed)
        case _:
            change_note(session, customer_id, change, at.replace(microsecond=0), by)


def _others(change: changes.Change) -> Iterable[UUID]:
    """Who else it is about."""
    match change:
        case changes.Relate(other_id=other):
            return [other]
        case (
            changes.KeepDate(shared_with=UUID() as other)
            | changes.ChangeNote(not_in_front_of=UUID() as other)
        ):
            return [other]
        case _:
            return []


def _change_customer(
    session: Session,
    customer_id: UUID,
    change: changes.ChangeNames | changes.ChangeManner,
) -> None:
    about = update(Customer).where(Customer.id == customer_id)
    match change:
        case changes.ChangeNames(name, called_by, pronunciation):
            session.execute(about.values(name=name, called_by=called_by, pronunciation=pronunciation))
            keep_words(session.connection(), [customer_id])
        case changes.ChangeManner():
            session.execute(
                about.values(
                    greet_by_name=change.greet_by_name,
                    may_mention_age=change.may_mention_age,
                    tread_gently_until=change.tread_gently_until,
                    deceased=change.deceased,
                )
            )


def _retire(session: Session, customer_id: UUID, id: UUID, retired: str | None) -> None:
    """Retire a card that is in use, or take one that is not into use again."""
    theirs = select(Card.retired).where(Card.id == id, Card.customer_id == customer_id)
    found = session.execute(theirs).one_or_none()
    if found is None:
        raise RefusedText(TAKEN_AWAY)
    if (found.retired is None) != (retired is None):
        session.execute(update(Card).where(Card.id == id).values(retired=retired))
