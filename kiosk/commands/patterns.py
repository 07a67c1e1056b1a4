"""What the shop's cards look like, as the drivers understand it."""

from collections.abc import Sequence

from drivers import CardPattern, Symbology
from kiosk.settings import Settings


def card_patterns(settings: Settings) -> Sequence[CardPattern]:
    """One pattern for every `[[card]]` table; none means that every number counts as the shop's."""
    return [
        CardPattern(card.prefix, card.length, None if card.symbology is None else Symbology(card.symbology))
        for card in settings.card
    ]
