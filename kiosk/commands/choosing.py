"""One customer, chosen on the command line."""

from uuid import UUID

from sqlalchemy.orm import Session

from drivers import Scan, spellings
from kiosk.commands import CommandError
from kiosk.commands.greet import typed
from kiosk.settings import Settings
from kiosk.storage import people


def customer_chosen(session: Session, settings: Settings, who: str) -> UUID:
    """By their key, or by a card of theirs. Raises CommandError."""
    by_key = people.customer_ids(session, [who]).get(who)
    if by_key is not None:
        return by_key
    scan = typed(who, settings.card_patterns)
    card = (
        people.find_card(session, spellings(scan.number, scan.symbology)) if isinstance(scan, Scan) else None
    )
    if card is None:
        raise CommandError("Nobody has this key, and no card has this number.")
    return card.customer_id
