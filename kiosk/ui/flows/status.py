"""How is the kiosk? For the technician: behind a hidden gesture and a manager’s PIN."""

from collections.abc import Sequence
from functools import cached_property

from kiosk.health.finding import Finding
from kiosk.ui.asking import AskDesk, Examine
from kiosk.ui.flows.first_day import FirstDayFlow
from kiosk.ui.flows.joining import JoiningFlow
from kiosk.ui.flows.lists import ListFlow
from kiosk.ui.flows.new_cards import NewCardsFlow
from kiosk.ui.flows.scanners import ScannersFlow
from kiosk.ui.flows.staff import StaffFlow
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.menu import MenuScreen
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.screens.status import StatusScreen


class StatusFlow:
    """From the ready screen and back to it. Nothing that is shown here tells of anybody."""

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        examine: Examine,
        ready: ReadyScreen,
        staff: StaffFlow,
        scanners: ScannersFlow,
        lists: ListFlow,
        new_cards: NewCardsFlow,
        first_day: FirstDayFlow,
        joining: JoiningFlow,
    ) -> None:
        self.navigator, self._ask, self._examine = navigator, ask, examine
        self._ready, self._staff = ready, staff
        self._others = scanners.open, lists.open, new_cards.open, first_day.open, joining.open
        self._is_looking = False
        ready.bind(on_status=lambda _: self.ask())

    @cached_property
    def screen(self) -> StatusScreen:
        """Made when it is first asked for."""
        words = self.navigator.words
        screen = StatusScreen(words, words.gettext("How is the kiosk?"), words.gettext("More…"))
        screen.bind(
            on_look=lambda _: self._look(),
            on_close=self.navigator.clear,
            on_more=lambda *_: self.navigator.serve(self.menu, TO_READ_OR_WRITE),
        )
        return screen

    @cached_property
    def menu(self) -> MenuScreen:
        """Made when it is first asked for."""
        words = self.navigator.words
        choices = [
            words.gettext("Scanners"),
            words.gettext("Customer list"),
            words.gettext("New cards"),
            words.gettext("Set up"),
            words.gettext("Other counters"),
        ]
        screen = MenuScreen(words, words.gettext("What would you like to do?"), choices)
        screen.bind(on_choose=lambda _, number: self._others[number](), on_cancel=lambda *_: self._open())
        return screen

    def ask(self) -> None:
        """Open it for a manager, or for anybody where no manager has a PIN or a badge."""
        if not self.navigator.shows(self._ready):
            return
        if self._staff.may_manage:
            self._open()
        else:
            # Data that cannot be read are what the technician has come for.
            self._ask(
                lambda desk: desk.staff.is_managed(), then=self.let_in, refused=lambda _: self.let_in(False)
            )

    def let_in(self, has_manager: bool) -> None:
        """Unless somebody has been served meanwhile."""
        if not self.navigator.shows(self._ready):
            return
        if has_manager:
            self._staff.need_manager(self._open, self.navigator.clear)
        else:
            self._open()

    def show(self, findings: Sequence[Finding]) -> None:
        """Show what was found, unless a customer has come meanwhile."""
        self._is_looking = False
        if self.navigator.shows(self.screen):
            self.screen.show(findings)

    def _open(self) -> None:
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.begin()
        self._look()

    def _look(self) -> None:
        self.screen.wait()
        if not self._is_looking:
            self._is_looking = True
            self._examine(self.show)
