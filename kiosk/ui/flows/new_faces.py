"""A card that is nobody’s yet: a new face, another card of somebody who is known, or no time for it."""

from functools import cached_property

from kiosk.people.greeting.greetings import Greeting
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.new_face import NewFaceScreen
from kiosk.ui.service import AskedOfNewFace
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: to write takes longer than a greeting."""


class NewFaceFlow:
    """Remembers when the card was scanned, which tells it from the one after it."""

    def __init__(
        self, stage: Stage, service: AskedOfNewFace, keyboard: OwnKeyboard, finding: FindingFlow
    ) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service
        self._keyboard, self._finding = keyboard, finding
        self._scanned_at = 0.0

    @cached_property
    def screen(self) -> NewFaceScreen:
        """Made after the first picture."""
        screen = NewFaceScreen(self.stage.words, self._keyboard)
        screen.bind(
            on_not_now=self.stage.clear,
            on_newcomer=lambda _, who: self._service.newcomer(self._scanned_at, who),
            on_replacement=lambda _: self._find_owner(),
        )
        return screen

    def show(self, greeting: Greeting, scanned_at: float) -> None:
        """Welcome somebody whose card is nobody’s yet."""
        self._scanned_at = scanned_at
        self.stage.serve(self.screen, STAYS)
        self.screen.show(greeting)

    @crossing
    def refuse(self, sentence: str) -> None:
        """Say why a new face was not kept; what was written stays."""
        self.screen.refused = sentence

    def _find_owner(self) -> None:
        scanned_at = self._scanned_at
        self._finding.ask(
            self.stage.words.gettext("Whose new card is it?"),
            chosen=lambda found: self._service.replaced(scanned_at, found.customer_id),
            back=lambda: self.stage.serve(self.screen, STAYS),
        )
