"""A card to be photographed with the telephone of whoever has no plastic."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.files import A_PASS
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.profile.card import CardScreen, Codes

if TYPE_CHECKING:
    from kiosk.cards.faces import CardFace
    from kiosk.cards.qr import Modules
    from kiosk.desk import Desk
    from kiosk.desk.passes import Wallets

_PASS = "card.pkpass"


class CardFlow:
    """Shows the card of somebody for as long as they are here, and goes back to where it was asked for."""

    def __init__(self, navigator: Navigator, ask: AskDesk, is_here: Callable[[UUID], bool]) -> None:
        self.navigator, self._ask, self._is_here = navigator, ask, is_here
        self._back: Call = navigator.clear
        self._chosen: tuple[UUID, UUID | None]

    @cached_property
    def screen(self) -> CardScreen:
        """Made when it is first asked for."""
        screen = CardScreen(self.navigator.words)
        screen.bind(
            on_done=lambda _: self._back(),
            on_google=lambda _: self._show_google(),
            on_apple=lambda _: self._save_apple(),
        )
        return screen

    def open(self, customer_id: UUID, back: Call, card_id: UUID | None = None) -> None:
        """Show this card of theirs, or the newest in use; who has none gets a new number."""
        shop = self.navigator.place.shop

        def drawn(desk: "Desk") -> Codes:
            return _codes(desk.cards.in_use(customer_id, card_id), shop, desk.passes.wallets)

        def show(codes: Codes) -> None:
            if self._is_here(customer_id):
                self._back, self._chosen = back, (customer_id, card_id)
                self.navigator.serve(self.screen, TO_READ_OR_WRITE)
                self.screen.show(shop, codes)

        self._ask(drawn, then=show, refused=self.navigator.trouble)

    def _show_google(self) -> None:
        """The link to a pass; its size is told by what stands in it."""

        def drawn(desk: "Desk") -> "Modules | None":
            from kiosk.cards.qr import qr

            return qr(desk.passes.google(*self._chosen))

        def show(link: "Modules | None") -> None:
            if link is None:
                words = self.navigator.words
                self.screen.tell(words.gettext("The names are too long for a code. Nothing was lost."))
            else:
                self.screen.show_google(link)

        self._ask(drawn, then=show, refused=self.screen.tell)

    def _save_apple(self) -> None:
        """The pass on a stick of theirs."""
        words = self.navigator.words

        def saved(desk: "Desk") -> str:
            from kiosk.paper.printing import put_on_stick

            if put_on_stick(desk.passes.apple(*self._chosen), _PASS, A_PASS):
                return words.gettext("It is on the stick.")
            return words.gettext("Plug in a stick for the pass.")

        self._ask(saved, then=self.screen.tell, refused=self.screen.tell)


def _codes(face: "CardFace", shop: str, wallets: "Wallets") -> Codes:
    from kiosk.cards.bars import bars
    from kiosk.cards.qr import qr

    number, symbology = face.number, face.symbology
    return Codes(
        number,
        bars(number, symbology) if face.has_bars else "",
        qr(number, "q") if face.has_square else None,
        qr(face.link(shop)),
        apple=wallets.apple is not None,
        google=wallets.google is not None,
    )
