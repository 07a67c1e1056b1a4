"""A card with the code of its kind, as it is printed."""

from typing import TYPE_CHECKING

from kiosk.cards.bars import bars
from kiosk.cards.qr import qr

if TYPE_CHECKING:
    from kiosk.paper.card_pages import PrintedCard


def printed_card(number: str, symbology: str | None, shop: str, name: str = "") -> "PrintedCard":
    """A card of this shop, with the `name` of its owner if it is somebody's."""
    # Pango and its fonts take long to load.
    from kiosk.paper.card_pages import PrintedCard

    if symbology == "qr":
        return PrintedCard(number, shop, square=qr(number, "q") or (), name=name)
    return PrintedCard(number, shop, bars(number, symbology), name=name)
