"""Somebody is to be forgotten: asked on their page, done by a manager."""

from collections.abc import Callable
from functools import cached_property
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.ui import pictures
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.serving import Serving
from kiosk.ui.screens.about.forgetting import ForgettingScreen
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.service import AskedOfPerson
from kiosk.ui.setting import Call
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: it is to be thought over."""


class ForgettingFlow:
    """`need_manager(then, back)` asks for a manager; `back` shows their page again."""

    _customer: Customer

    def __init__(
        self,
        stage: Stage,
        service: AskedOfPerson,
        serving: Serving,
        drafting: Drafting,
        need_manager: Callable[[Call, Call], None],
        back: Call,
    ) -> None:
        self.stage, self.cross, self._service, self._serving = stage, stage.cross, service, serving
        self._drafting, self._need_manager, self._back = drafting, need_manager, back
        self.notice = NoticeScreen()

    @cached_property
    def screen(self) -> ForgettingScreen:
        """Made when it is first asked for."""
        screen = ForgettingScreen(self.stage.words)
        screen.bind(
            on_forget=lambda _: self._service.erase(self._customer.id), on_keep=lambda _: self._back()
        )
        return screen

    def ask(self, customer: Customer) -> None:
        """Ask whether to forget them."""
        self._customer = customer
        self.stage.serve(self.screen, STAYS)
        self.screen.show(customer)

    @crossing
    def done(self, customer_id: UUID, sentence: str) -> None:
        """Somebody is forgotten: nothing of them stays on the glass, and no note about them waits.

        The sentence says what is left to do.
        """
        if self._serving.nobody_else_came(customer_id):
            words = self.stage.words
            self.stage.serve(self.notice)
            gone = words.gettext("Nothing about them is kept any more, and their cards are nobody’s.")
            self.notice.show(pictures.FORGOTTEN, words.gettext("Forgotten"), sentence or gone)
        # Last, since a note that was on the glass until now begins to wait when it goes.
        self._drafting.drop(customer_id)

    @crossing
    def refuse(self, sentence: str) -> None:
        """Say why they were not forgotten."""
        self.screen.refused = sentence

    @crossing
    def let_a_manager(self) -> None:
        """Only a manager can: ask for one, and then do what was asked."""
        if self.stage.shows(self.screen):
            customer = self._customer
            self._need_manager(lambda: self._service.erase(customer.id), lambda: self.ask(customer))
