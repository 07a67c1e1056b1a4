"""Before we open: the briefing, and its way to the printer."""

from kiosk.people.briefing import Briefing
from kiosk.ui.crossing import crossing
from kiosk.ui.screens.briefing import BriefingScreen
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.service import AskedOfBriefing
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: it takes longer to read than a greeting."""


class BriefingFlow:
    """From the ready screen and back to it."""

    def __init__(self, stage: Stage, service: AskedOfBriefing, ready: ReadyScreen) -> None:
        self.stage, self.cross, self._ready = stage, stage.cross, ready
        self.screen = BriefingScreen(stage.words)
        ready.bind(on_briefing=lambda _: service.briefing())
        self.screen.bind(on_close=stage.clear, on_print=lambda _: service.printing())

    @crossing
    def show(self, briefing: Briefing) -> None:
        """Show the briefing, if nobody has been served meanwhile."""
        if self.stage.shows(self._ready):
            self.stage.serve(self.screen, STAYS)
            self.screen.show(briefing)

    @crossing
    def tell_printed(self, sentence: str) -> None:
        """Say where the printed briefing has gone."""
        self.screen.sentence = sentence
