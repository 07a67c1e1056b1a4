"""One customer, chosen on the command line."""

from uuid import UUID

from sqlalchemy.orm import Session

from drivers import Scan, spellings
from kiosk.commands import CommandError
from kiosk.commands.greet import typed
from kiosk.settings import Settings
from kiosk.storage import people
from kiosk.storage.merging.merging import merged_keys


def customer_chosen(session: Session, settings: Settings, who: str) -> UUID:
    """By their key, also by the one of before they were merged, or by a card. Raises CommandError."""
    key = merged_keys(session).get(who, who)
    by_key = people.customer_ids(session, [key]).get(key)
    if by_key is not None:
        return by_key
    scan = typed(who, settings.card_patterns)
    card = (
        people.find_card(session, spellings(scan.number, scan.symbology)) if isinstance(scan, Scan) else None
    )
    if card is None:
        raise CommandError("Nobody has this key, and no card has this number.")
    return card.customer_id
