"""Before we open: the briefing, and its way to the printer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.people.briefing import Briefing
from kiosk.people.finding import Found
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.briefing import BriefingScreen
from kiosk.ui.screens.find import Quest
from kiosk.ui.screens.ready import ReadyScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk

FILE = "briefing"
"""The name of the printed page where there is no printer."""

MOST_PROPOSED = 8


class BriefingFlow:
    """From the ready screen and back to it."""

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        ready: ReadyScreen,
        finding: FindingFlow,
        look_up: Callable[[UUID], None],
    ) -> None:
        self.navigator, self._ask, self._ready = navigator, ask, ready
        self._finding, self._look_up = finding, look_up
        self._gone: Sequence[Found] = ()
        self.screen = BriefingScreen(navigator.words)
        ready.bind(on_briefing=lambda _: self.open())
        self.screen.bind(
            on_close=navigator.clear, on_print=lambda _: self._print(), on_gone=lambda _: self._propose()
        )

    def open(self) -> None:
        """Show the briefing, if nobody is served meanwhile, with whom to propose for forgetting."""
        at = self.navigator.place.clock()
        self._ask(
            lambda desk: (desk.briefing(at), desk.profiles.forgettable(MOST_PROPOSED)),
            then=lambda told: self._show(*told),
        )

    def _show(self, briefing: Briefing, gone: Sequence[Found]) -> None:
        if self.navigator.shows(self._ready):
            self._gone = gone
            self.navigator.serve(self.screen, TO_READ_OR_WRITE)
            self.screen.show(briefing, len(gone))

    def _print(self) -> None:
        """Put it on paper, and say where that has gone."""

        def printed(desk: "Desk") -> str:
            from kiosk.paper.briefing import briefing_sheet
            from kiosk.paper.pdf import pdf
            from kiosk.paper.printing import print_page

            place = self.navigator.place
            sheet = briefing_sheet(desk.briefing(place.clock()), place.shop, place.words)
            return print_page(pdf(sheet), FILE, place.words)

        self._ask(printed, then=self.tell_printed)

    def tell_printed(self, sentence: str) -> None:
        """Say where the printed briefing has gone."""
        self.screen.sentence = sentence

    def _propose(self) -> None:
        words = self.navigator.words
        question = words.gettext("Not here for two years: keep or forget?")
        quest = Quest(question, words.gettext("Choose {name}"), words.gettext("Choose"))
        self._finding.propose(quest, self._gone, lambda found: self._look_up(found.customer_id))
