"""A card with the code of its kind, as it is printed."""

from kiosk.cards.bars import bars
from kiosk.cards.qr import qr
from kiosk.paper.printed_card import Brand, PrintedCard


def printed_card(number: str, symbology: str | None, shop: Brand, name: str = "") -> PrintedCard:
    """A card of this shop, with the `name` of its owner if it is somebody's."""
    if symbology == "qr":
        return PrintedCard(number, shop, square=qr(number, "q") or (), name=name)
    return PrintedCard(number, shop, bars(number, symbology), name=name)
