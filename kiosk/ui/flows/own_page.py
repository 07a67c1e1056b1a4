"""Somebody's page, turned to themselves: to read, and to take along."""

from functools import cached_property
from uuid import UUID

from kiosk.cards.qr import Modules
from kiosk.people.remembered.own_words import own_words
from kiosk.people.remembered.portrait import Portrait
from kiosk.ui.crossing import crossing
from kiosk.ui.screens.about.own_page import OwnPageScreen
from kiosk.ui.screens.about.person import PersonScreen
from kiosk.ui.service import AskedOfPerson
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: they read it for the first time."""


class OwnPageFlow:
    """From their page, and to nobody’s: whoever has read it is done."""

    _customer_id: UUID

    def __init__(self, stage: Stage, service: AskedOfPerson) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service

    @cached_property
    def screen(self) -> OwnPageScreen:
        """Made when it is first asked for."""
        screen = OwnPageScreen(self.stage.words)
        screen.bind(
            on_take=lambda _: self._service.print_own_page(self._customer_id), on_thanks=self.stage.clear
        )
        return screen

    @crossing
    def show(self, portrait: Portrait, modules: Modules | None) -> None:
        """Turn their page to them, with a code of these modules; None where it is too long for one."""
        on_glass, whose = self.stage.glass.screen, portrait.customer.id
        if isinstance(on_glass, PersonScreen) and on_glass.customer_id == whose:
            self._customer_id = whose
            self.stage.serve(self.screen, STAYS)
            self.screen.show(own_words(portrait, self.stage.words), modules)

    @crossing
    def tell_printed(self, sentence: str) -> None:
        """Say where their sheet has gone."""
        self.screen.tell_printed(sentence)
