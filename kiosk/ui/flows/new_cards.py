"""New cards for a shop that has none left: printed, or saved on a stick."""

from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.people.texts import RefusedText
from kiosk.ui.asking import AskDesk
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.new_cards import NewCardsScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk

COUNT = 20
"""So many at once: two sheets."""

_SHEET = "a4"
_FILE = "new-cards"


class NewCardsFlow:
    """For managers: from the page about the kiosk."""

    def __init__(self, navigator: Navigator, ask: AskDesk) -> None:
        self.navigator, self._ask = navigator, ask

    @cached_property
    def screen(self) -> NewCardsScreen:
        """Made when it is first asked for."""
        screen = NewCardsScreen(self.navigator.words)
        screen.bind(on_print=lambda _: self._print(), on_cancel=self.navigator.clear)
        return screen

    def open(self) -> None:
        """Offer them."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(COUNT)

    def _print(self) -> None:
        place = self.navigator.place

        def printed(desk: "Desk") -> str:
            from kiosk.cards.printed import printed_card
            from kiosk.paper.card_face import NoRoomError
            from kiosk.paper.card_pages import card_pdf
            from kiosk.paper.card_sheets import SHEETS
            from kiosk.paper.printing import can_take_along, take_along

            if not can_take_along():
                # Without this, numbers would be issued for cards that nobody has.
                raise RefusedText(place.words.gettext("There is no printer. Plug in a stick for the file."))
            kind, shop = desk.cards.symbology, desk.cards.brand()
            cards = [printed_card(number, kind, shop) for number in desk.cards.issue(COUNT)]
            try:
                file = b"".join(card_pdf(cards, SHEETS[_SHEET]))
            except NoRoomError:
                return place.words.gettext("It could not be printed. Nothing was lost.")
            return take_along(file, _FILE, place.words)

        self.screen.wait()
        self._ask(printed, then=self.screen.tell, refused=self.screen.refuse)
