"""Somebody's page, turned to themselves: to read, and to take along."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.cards.qr import Modules
from kiosk.people.profile.own_page import as_text, own_page_parts
from kiosk.people.profile.profile import Profile
from kiosk.ui.asking import AskDesk
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.profile.own_page import OwnPageScreen
from kiosk.ui.screens.profile.person import PersonScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk

FILE = "what-we-remember"
"""The name of the printed page where there is no printer; it tells of nobody."""


class OwnPageFlow:
    """Opened from the profile; closing it clears the glass. `refuse` says why there is none."""

    _customer_id: UUID

    def __init__(self, navigator: Navigator, ask: AskDesk, refuse: Callable[[str], None]) -> None:
        self.navigator, self._ask, self._refuse = navigator, ask, refuse

    @cached_property
    def screen(self) -> OwnPageScreen:
        """Made when it is first asked for."""
        screen = OwnPageScreen(self.navigator.words)
        screen.bind(on_take=lambda _: self._print(), on_thanks=self.navigator.clear)
        return screen

    def open(self, customer_id: UUID) -> None:
        """Turn their page to them, with a code if it is not too long for one."""

        def turned(desk: "Desk") -> tuple[Profile, Modules | None]:
            from kiosk.cards.qr import qr

            profile = desk.profiles.of(customer_id)
            return profile, qr(as_text(profile, self.navigator.words))

        self._ask(turned, then=lambda page: self._show(*page), refused=self._refuse)

    def _show(self, profile: Profile, modules: Modules | None) -> None:
        on_glass, whose = self.navigator.glass.screen, profile.customer.id
        if isinstance(on_glass, PersonScreen) and on_glass.customer_id == whose:
            self._customer_id = whose
            self.navigator.serve(self.screen, TO_READ_OR_WRITE)
            self.screen.show(own_page_parts(profile, self.navigator.words), modules)

    def _print(self) -> None:
        """Put it on paper, and say where that has gone."""
        customer_id, place = self._customer_id, self.navigator.place

        def printed(desk: "Desk") -> str:
            from kiosk.paper.own_data import own_data_sheet
            from kiosk.paper.pdf import pdf
            from kiosk.paper.printing import print_page

            profile = desk.profiles.of(customer_id)
            sheet = own_data_sheet(profile, place.shop, place.clock().date(), place.words)
            return print_page(pdf(sheet), FILE, place.words)

        self._ask(printed, then=self.screen.tell_printed, refused=self._refuse)
