"""Before we open: the briefing, and its way to the printer."""

from collections.abc import Callable, Sequence
from uuid import UUID

from kiosk.people.briefing import Briefing
from kiosk.people.finding import Found
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.screens.briefing import BriefingScreen
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.service import AskedOfBriefing
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: it takes longer to read than a greeting."""


class BriefingFlow:
    """From the ready screen and back to it."""

    def __init__(
        self,
        stage: Stage,
        service: AskedOfBriefing,
        ready: ReadyScreen,
        finding: FindingFlow,
        look_up: Callable[[UUID], None],
    ) -> None:
        self.stage, self.cross, self._ready = stage, stage.cross, ready
        self._finding, self._look_up = finding, look_up
        self._gone: Sequence[Found] = ()
        self.screen = BriefingScreen(stage.words)
        ready.bind(on_briefing=lambda _: service.briefing())
        self.screen.bind(
            on_close=stage.clear, on_print=lambda _: service.printing(), on_gone=lambda _: self._propose()
        )

    @crossing
    def show(self, briefing: Briefing, gone: Sequence[Found]) -> None:
        """Show the briefing, if nobody has been served meanwhile; `gone` are proposed for forgetting."""
        if self.stage.shows(self._ready):
            self._gone = gone
            self.stage.serve(self.screen, STAYS)
            self.screen.show(briefing, len(gone))

    @crossing
    def tell_printed(self, sentence: str) -> None:
        """Say where the printed briefing has gone."""
        self.screen.sentence = sentence

    def _propose(self) -> None:
        question = self.stage.words.gettext("Not here for two years: keep or forget?")
        self._finding.propose(question, self._gone, lambda found: self._look_up(found.customer_id))
