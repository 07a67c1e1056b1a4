"""Somebody is to be forgotten: asked on their page, done by a manager; or they said no when first asked."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.people.profile.files_left import files_left
from kiosk.ui import pictures
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.flows import briefing, own_page
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.unfinished import Unfinished
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.screens.profile.forgetting import ForgettingScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk


class ForgettingFlow:
    """`need_manager(then, back)` asks for a manager; `back` shows their page again."""

    _customer: Customer
    _is_declined = False

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        serving: Serving,
        unfinished: Unfinished,
        need_manager: Callable[[Call, Call], None],
        back: Call,
    ) -> None:
        self.navigator, self._ask, self._serving = navigator, ask, serving
        self._unfinished, self._need_manager, self._back = unfinished, need_manager, back
        self.notice = NoticeScreen()
        serving.screen.bind(on_declined=lambda _: self._ask_declined())

    @cached_property
    def screen(self) -> ForgettingScreen:
        """Made when it is first asked for."""
        screen = ForgettingScreen(self.navigator.words)
        screen.bind(on_forget=lambda _: self._forget(self._customer), on_keep=lambda _: self._keep())
        return screen

    def ask(self, customer: Customer) -> None:
        """Ask whether to forget them."""
        self._is_declined = False
        self._show(customer)

    def _ask_declined(self) -> None:
        """The same from the greeting, of somebody who is not to be remembered."""
        customer = self._serving.customer
        if customer is not None:
            self._is_declined = True
            self._show(customer)

    def _keep(self) -> None:
        """Go back to where it was asked."""
        if self._is_declined:
            self._serving.come_back()
        else:
            self._back()

    def _show(self, customer: Customer) -> None:
        self._customer = customer
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(customer)

    def refuse(self, sentence: str) -> None:
        """Say why they were not forgotten."""
        self.screen.refused = sentence

    def _forget(self, customer: Customer) -> None:
        is_declined = self._is_declined

        def erase(desk: "Desk") -> str:
            from kiosk.machine.sticks import sticks
            from kiosk.paper.printing import discard_page

            forget = desk.profiles.decline if is_declined else desk.profiles.erase
            left_to_do = forget(customer.id)
            # Whosever page it was, and whoever was expected: it may have been them.
            pages = [discard_page(page) for page in (own_page.FILE, briefing.FILE)]
            pages += [discard_page(own_page.FILE, stick) for stick in sticks()]
            pages_left = files_left([page for page in pages if page is not None], self.navigator.words)
            return " ".join(filter(None, [left_to_do, pages_left]))

        self._ask(
            erase,
            then=lambda left_to_do: self._done(customer.id, left_to_do),
            refused=self.refuse,
            managers_only=lambda: self._let_a_manager(customer),
        )

    def _done(self, customer_id: UUID, sentence: str) -> None:
        """Take the forgotten customer off the glass, and drop a note about them that waits.

        The sentence says what is left to do.
        """
        if self._serving.nobody_else_came(customer_id):
            words = self.navigator.words
            self.navigator.serve(self.notice)
            gone = words.gettext("Nothing about them is kept any more, and their cards are nobody’s.")
            self.notice.show(pictures.FORGOTTEN, words.gettext("Forgotten"), sentence or gone)
        # Last, since a note that was on the glass until now begins to wait when it goes.
        self._unfinished.drop(customer_id)
        self._serving.drop(customer_id)

    def _let_a_manager(self, customer: Customer) -> None:
        """Only a manager can: ask for one, and then do what was asked."""
        if self.navigator.shows(self.screen):
            self._need_manager(lambda: self._forget(customer), lambda: self.ask(customer))
