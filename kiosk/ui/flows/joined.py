"""All flows, joined: who hands over to whom."""

from collections.abc import Callable

from kiosk.people.greeting.outcomes import Outcome
from kiosk.ui.configuration import Callbacks
from kiosk.ui.flows.briefing import BriefingFlow
from kiosk.ui.flows.card import CardFlow
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.first_day import FirstDayFlow
from kiosk.ui.flows.forgetting import ForgettingFlow
from kiosk.ui.flows.joining import JoiningFlow
from kiosk.ui.flows.lists import ListFlow
from kiosk.ui.flows.merging import MergingFlow
from kiosk.ui.flows.new_cards import NewCardsFlow
from kiosk.ui.flows.new_faces import NewFaceFlow
from kiosk.ui.flows.person import PersonFlow
from kiosk.ui.flows.resting import Resting
from kiosk.ui.flows.scanners import ScannersFlow
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.staff import StaffFlow
from kiosk.ui.flows.staffing import StaffingFlow
from kiosk.ui.flows.status import StatusFlow
from kiosk.ui.flows.today import TodayFlow
from kiosk.ui.flows.unfinished import Unfinished
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import Navigator


class Flows:
    """What can happen after the first picture; `shown` is called as `Serving` says.

    `display` is its width in pixels, and how many of them are an inch.
    """

    def __init__(
        self,
        navigator: Navigator,
        callbacks: Callbacks,
        resting: Resting,
        display: tuple[int, float],
        shown: Callable[[Outcome, float], None],
    ) -> None:
        self.navigator, self._resting, ready, ask = navigator, resting, resting.ready, callbacks.ask
        self.keyboard = keyboard = OwnKeyboard(language=navigator.place.language)
        keyboard.space_word = navigator.words.gettext("space")
        self.today = TodayFlow(navigator, ask, resting)
        resting.rested.append(self.today.count)
        self.finding = FindingFlow(
            navigator,
            callbacks.look_up,
            keyboard,
            lambda answer: self.serving.show_found(answer),
            lambda name: self.new_faces.begin_without_card(name),
        )
        self.unfinished = unfinished = Unfinished(navigator.words, ready)
        self.new_faces = NewFaceFlow(
            navigator,
            ask,
            keyboard,
            self.finding,
            unfinished,
            lambda answer: self.serving.show_found(answer),
            lambda customer_id: self.card.open(customer_id, self.serving.come_back),
        )
        self.staff = StaffFlow(navigator, ask, callbacks.look_up, ready, lambda: self.staffing.open())
        self.staffing = StaffingFlow(navigator, ask, callbacks.next_scan, keyboard, self.staff)
        self.scanners = ScannersFlow(
            navigator, callbacks.find_scanners, callbacks.find_code, callbacks.try_scans
        )
        self.lists = ListFlow(navigator, callbacks.lists)
        self.new_cards = NewCardsFlow(navigator, ask)
        self.first_day = FirstDayFlow(navigator, ask, callbacks.first_day, keyboard, self.lists, display)
        self.joining = JoiningFlow(navigator, ask, callbacks.next_scan, self.today.expire)
        self.status = StatusFlow(
            navigator,
            ask,
            callbacks.examine,
            ready,
            self.staff,
            self.scanners,
            self.lists,
            self.new_cards,
            self.first_day,
            self.joining,
        )
        others = {Outcome.UNKNOWN: self.new_faces.show, Outcome.STAFF: self.staff.greet}
        self.serving = Serving(navigator, ask, others, self._somebody_comes, shown, unfinished)
        self.card = CardFlow(navigator, ask, self.serving.nobody_else_came)
        self.drafting = Drafting(navigator, ask, keyboard, self.serving, unfinished)
        self.merging = MergingFlow(navigator, ask, self.finding, self.serving, unfinished)
        self.briefing = BriefingFlow(
            navigator,
            ask,
            ready,
            self.finding,
            self.merging,
            lambda customer_id, leave: self.person.look_up(customer_id, leave),
        )
        self.editing = EditingFlow(navigator, ask, keyboard, self.finding, unfinished, self.card.open)
        self.forgetting = ForgettingFlow(
            navigator,
            ask,
            self.serving,
            unfinished,
            self.staff.need_manager,
            lambda: self.person.come_back(),
        )
        self.person = PersonFlow(
            navigator,
            ask,
            self.serving,
            self.drafting,
            self.editing,
            self.forgetting,
            self.merging,
            self.card,
            unfinished,
        )
        self.own_page = self.person.own_page
        ready.bind(on_find=self.finding.open, on_back=lambda _: self.serving.go_back())
        for notice in (self.serving.notice, resting.notice):
            notice.bind(on_find=self.finding.open)
        resting.rested.append(lambda: ready.show_way_back(self.serving.back_for))

    def get_ready(self) -> None:
        """Draw what takes long, before somebody waits for it."""
        self.keyboard.lie_under(self.navigator.glass.ids.area)
        for screen in (self.new_faces.screen, self.drafting.screen):
            screen.size = self.navigator.glass.ids.area.size

    def _somebody_comes(self) -> None:
        self._resting.forget_trouble()
        self.navigator.interrupt()
        self.new_faces.drop_card()
        self.navigator.stir()
