"""A card to be photographed with the telephone of whoever has no plastic."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.profile.card import CardScreen, Codes

if TYPE_CHECKING:
    from kiosk.cards.faces import CardFace
    from kiosk.desk import Desk


class CardFlow:
    """Shows the card of somebody for as long as they are here, and goes back to where it was asked for."""

    def __init__(self, navigator: Navigator, ask: AskDesk, is_here: Callable[[UUID], bool]) -> None:
        self.navigator, self._ask, self._is_here = navigator, ask, is_here
        self._back: Call = navigator.clear

    @cached_property
    def screen(self) -> CardScreen:
        """Made when it is first asked for."""
        screen = CardScreen(self.navigator.words)
        screen.bind(on_done=lambda _: self._back())
        return screen

    def open(self, customer_id: UUID, back: Call, card_id: UUID | None = None) -> None:
        """Show this card of theirs, or the newest in use; who has none gets a new number."""
        shop = self.navigator.place.shop

        def drawn(desk: "Desk") -> Codes:
            return _codes(desk.cards.in_use(customer_id, card_id), shop)

        def show(codes: Codes) -> None:
            if self._is_here(customer_id):
                self._back = back
                self.navigator.serve(self.screen, TO_READ_OR_WRITE)
                self.screen.show(shop, codes)

        self._ask(drawn, then=show, refused=self.navigator.trouble)


def _codes(face: "CardFace", shop: str) -> Codes:
    from kiosk.cards.bars import bars
    from kiosk.cards.qr import qr

    number, symbology = face.number, face.symbology
    return Codes(
        number,
        bars(number, symbology) if face.has_bars else "",
        qr(number, "q") if face.has_square else None,
        qr(face.link(shop)),
    )
