"""What is shown of a card: its bars, its square code, or both."""

from collections.abc import Sequence
from typing import NamedTuple

from drivers import CardPattern, Symbology
from kiosk.cards.bars import drawn_as
from kiosk.cards.wallet_link import wallet_link


class CardFace(NamedTuple):
    """A number, the kind of its code, and which codes of it the shop takes: one of them at least."""

    number: str
    symbology: str | None
    has_bars: bool
    has_square: bool

    def link(self, shop: str) -> str:
        """The card as a wallet on a telephone keeps it."""
        return wallet_link(shop, self.number, self.symbology)


def face_of(number: str, symbology: str | None, own: Sequence[CardPattern]) -> CardFace:
    """Both codes, but where the shop's patterns say that only one of them is its own."""
    bars = _is_ours(number, Symbology(drawn_as(symbology)), own)
    square = _is_ours(number, Symbology.QR, own)
    return CardFace(number, symbology, bars or not square, square or not bars)


def is_square_in_a_wallet(number: str, own: Sequence[CardPattern]) -> bool | None:
    """Whether a pass shows a QR code or else Code 128; None where the shop takes neither of them."""
    for symbology in (Symbology.QR, Symbology.CODE128):
        if _is_ours(number, symbology, own):
            return symbology is Symbology.QR
    return None


def _is_ours(number: str, symbology: Symbology, own: Sequence[CardPattern]) -> bool:
    return not own or any(pattern.matches(number, symbology) for pattern in own if not pattern.template)
