"""The counters of the shop: this one joins them by a code that is scanned, or shows the code at the hub."""

from functools import cached_property
from typing import TYPE_CHECKING

from kivy.uix.widget import Widget

from kiosk.cards.qr import Modules
from kiosk.ui.asking import AskDesk, NextScan
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.joining import JoiningScreen

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import CountersToAdmit, Desk


class JoiningFlow:
    """For managers: from the page about the kiosk. `joined` is called once it is one of them."""

    def __init__(self, navigator: Navigator, ask: AskDesk, next_scan: NextScan, joined: Call) -> None:
        self.navigator, self._ask, self._next_scan, self._joined = navigator, ask, next_scan, joined
        navigator.leaving.append(self._leave)

    @cached_property
    def screen(self) -> JoiningScreen:
        """Made when it is first asked for."""
        screen = JoiningScreen(self.navigator.words)
        screen.bind(on_cancel=self.navigator.clear, on_counter=lambda _, name: self._let_in(name))
        return screen

    def open(self) -> None:
        """Ask whom to let in, at the machine that is the hub; on every other wait for the code."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.ask()
        self._next_scan(self._join)
        self._ask(
            lambda desk: desk.sharing.counters_to_admit(), then=self._ask_which, refused=self.screen.refuse
        )

    def _ask_which(self, counters: "CountersToAdmit | None") -> None:
        if counters is not None and self.navigator.shows(self.screen):
            self._next_scan(None)
            self.screen.ask_which(counters.new, counters.away)

    def _let_in(self, name: str) -> None:
        """Make a code for a counter, and show it."""

        def code(desk: "Desk") -> Modules | None:
            from kiosk.cards.qr import qr

            return qr(desk.sharing.code(name))

        def show(modules: Modules | None) -> None:
            if modules is not None and self.navigator.shows(self.screen):
                self.navigator.stay(TO_READ_OR_WRITE)
                self.screen.show_code(name, modules)

        self._ask(code, then=show, refused=self.screen.refuse)

    def _join(self, code: "Scan") -> None:
        self._ask(
            lambda desk: desk.sharing.join(code.number),
            then=lambda _: self._tell(),
            refused=self._refuse,
        )

    def _tell(self) -> None:
        self._joined()
        self.screen.tell()

    def _refuse(self, sentence: str) -> None:
        """The next one may be the right one."""
        self.screen.refuse(sentence)
        if self.navigator.shows(self.screen):
            self._next_scan(self._join)

    def _leave(self, leaving: Widget) -> None:
        """Something else comes to the glass: no code is waited for."""
        if isinstance(leaving, JoiningScreen):
            self._next_scan(None)
