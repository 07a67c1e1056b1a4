"""Somebody's page, turned to themselves: to read, to change, and to take along."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from kiosk.cards.qr import Modules
from kiosk.people.changing.changes import Change
from kiosk.people.profile.own_page import as_text, own_page_parts, title
from kiosk.people.profile.profile import Profile
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.profile.own_page import OwnPageScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk

FILE = "what-we-remember"
"""The name of the printed page where there is no printer; it tells of nobody."""


class _Turned(NamedTuple):
    """What is shown: all that is kept, a code that holds it, and whether it can be taken along on paper."""

    profile: Profile
    modules: Modules | None
    can_take: bool


class OwnPageFlow:
    """Opened from the profile; closing it clears the glass.

    `refuse` says why there is none, `is_here` whether somebody is still served.
    """

    _profile: Profile

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        editing: EditingFlow,
        refuse: Callable[[str], None],
        is_here: Callable[[UUID], bool],
    ) -> None:
        self.navigator, self._ask, self._editing = navigator, ask, editing
        self._refuse, self._is_here = refuse, is_here

    @cached_property
    def screen(self) -> OwnPageScreen:
        """Made when it is first asked for."""
        screen = OwnPageScreen(self.navigator.words)
        screen.bind(
            on_change=lambda _, kept: self._editing.edit(self, self._profile, kept),
            on_forget=lambda _, change: self._forget(change),
            on_take=lambda _: self._print(),
            on_thanks=self.navigator.clear,
        )
        return screen

    def open(self, customer_id: UUID) -> None:
        """Turn their page to them, with a code if it is not too long for one."""
        self.screen.open_first_page()
        self._turn(customer_id)

    def show(self, profile: Profile) -> None:
        """Show what is kept by now, on the page that was open."""
        self._turn(profile.customer.id)

    def show_again(self) -> None:
        """Show it as it was."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)

    def detach(self) -> None:
        """Closing it clears the glass, wherever it was opened from."""

    def _turn(self, customer_id: UUID) -> None:
        def turned(desk: "Desk") -> _Turned:
            from kiosk.cards.qr import qr
            from kiosk.paper.printing import can_take_along

            profile = desk.profiles.of(customer_id)
            return _Turned(profile, qr(as_text(profile, self.navigator.words)), can_take_along())

        self._ask(turned, then=self._show, refused=self._refuse)

    def _show(self, turned: _Turned) -> None:
        customer = turned.profile.customer
        if self._is_here(customer.id):
            words, self._profile = self.navigator.words, turned.profile
            self.navigator.serve(self.screen, TO_READ_OR_WRITE)
            parts = own_page_parts(turned.profile, words)
            self.screen.show(title(customer, words), parts, turned.modules, turned.can_take)

    def _forget(self, change: Change) -> None:
        """Forget one thing, and show what is kept then; where it is not forgotten, the reason."""
        whose = self._profile.customer.id
        self._ask(lambda desk: desk.profiles.change(whose, change), then=self.show, refused=self.screen.tell)

    def _print(self) -> None:
        """Put it on paper or on a stick, and say where it is."""
        customer_id, place = self._profile.customer.id, self.navigator.place

        def printed(desk: "Desk") -> str:
            from kiosk.paper.own_data import own_data_sheet
            from kiosk.paper.pdf import pdf
            from kiosk.paper.printing import take_along

            profile = desk.profiles.of(customer_id)
            sheet = own_data_sheet(profile, place.shop, place.clock().date(), place.words)
            return take_along(pdf(sheet), FILE, place.words)

        self._ask(printed, then=self.screen.tell, refused=self._refuse)
