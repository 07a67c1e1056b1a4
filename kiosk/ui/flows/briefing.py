"""Before we open: the briefing, and its way to the printer."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.people.briefing import Briefing
from kiosk.people.finding import Found
from kiosk.people.known.mergers import Pair
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.merging import MergingFlow
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
        merging: MergingFlow,
        look_up: Callable[[UUID, Call], None],
    ) -> None:
        self.navigator, self._ask, self._ready = navigator, ask, ready
        self._finding, self._merging, self._look_up = finding, merging, look_up
        self._gone: Sequence[Found] = ()
        self._pairs: Sequence[Pair] = ()
        self.screen = BriefingScreen(navigator.words)
        ready.bind(on_briefing=lambda _: self.open())
        self.screen.bind(
            on_close=navigator.clear,
            on_print=lambda _: self._print(),
            on_gone=lambda _: self._propose(),
            on_pairs=lambda _: merging.propose(self._pairs, self._come_back),
            on_open=lambda _, whose: self._look_up(whose, self._come_back),
            on_tick=lambda _, whose, is_done: self._tick(whose, is_done),
        )

    def open(self) -> None:
        """Show the briefing, if nobody is served meanwhile, with whom to propose for forgetting."""
        self.screen.open_first_page()
        self._read(lambda: self.navigator.shows(self._ready))

    def _come_back(self) -> None:
        """Show it again on the page that was open, with what has changed since."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self._read(lambda: self.navigator.shows(self.screen))

    def _read(self, is_wanted: Callable[[], bool]) -> None:
        at = self.navigator.place.clock()

        def show(told: tuple[Briefing, set[UUID], Sequence[Found]]) -> None:
            briefing, ticked, self._gone = told
            if is_wanted():
                self.navigator.serve(self.screen, TO_READ_OR_WRITE)
                self.screen.show(briefing, ticked, len(self._gone))
                self._look_for_pairs()

        self._ask(
            lambda desk: (
                desk.briefing(at),
                desk.ticks.of_today(),
                desk.profiles.forgettable(MOST_PROPOSED),
            ),
            then=show,
        )

    def _look_for_pairs(self) -> None:
        """Who may be one person: looked for last, since it takes longest."""

        def show(pairs: Sequence[Pair]) -> None:
            self._pairs = pairs
            if self.navigator.shows(self.screen):
                self.screen.show_pairs(len(pairs))

        self._ask(lambda desk: desk.merging.likely(MOST_PROPOSED), then=show)

    def _tick(self, whose: UUID, is_done: bool) -> None:
        """It is shown only when it is kept."""

        def tick(desk: "Desk") -> tuple[str, set[UUID]]:
            return desk.ticks.keep(whose, is_done), desk.ticks.of_today()

        def show(told: tuple[str, set[UUID]]) -> None:
            trouble, ticked = told
            if self.navigator.shows(self.screen):
                self.navigator.trouble(trouble)
                self.screen.show_ticked(ticked)

        self._ask(tick, then=show)

    def _print(self) -> None:
        """Put it on paper, and say where that has gone."""

        def printed(desk: "Desk") -> str:
            from kiosk.paper.briefing import briefing_sheet
            from kiosk.paper.pdf import pdf
            from kiosk.paper.printing import print_page

            place = self.navigator.place
            sheet = briefing_sheet(desk.briefing(place.clock()), place.shop, place.words)
            return print_page(pdf(sheet), FILE, place.words)

        self._ask(printed, then=self.screen.tell)

    def _propose(self) -> None:
        words = self.navigator.words
        question = words.gettext("Keep or forget?")
        quest = Quest(question, words.gettext("Choose {name}"), words.gettext("Choose"))
        self._finding.propose(
            quest,
            self._gone,
            chosen=lambda found: self._look_up(found.customer_id, self.navigator.clear),
            back=self.navigator.clear,
        )
