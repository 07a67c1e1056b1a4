"""This counter joins the other ones of the shop: a manager scans the code that the hub shows."""

from functools import cached_property
from typing import TYPE_CHECKING

from kivy.uix.widget import Widget

from kiosk.ui.asking import AskDesk, NextScan
from kiosk.ui.configuration import Call
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.joining import JoiningScreen

if TYPE_CHECKING:
    from drivers import Scan


class JoiningFlow:
    """For managers: from the page about the kiosk. `joined` is called once it is one of them."""

    def __init__(self, navigator: Navigator, ask: AskDesk, next_scan: NextScan, joined: Call) -> None:
        self.navigator, self._ask, self._next_scan, self._joined = navigator, ask, next_scan, joined
        navigator.leaving.append(self._leave)

    @cached_property
    def screen(self) -> JoiningScreen:
        """Made when it is first asked for."""
        screen = JoiningScreen(self.navigator.words)
        screen.bind(on_cancel=self.navigator.clear)
        return screen

    def open(self) -> None:
        """Wait for the code."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.ask()
        self._next_scan(self._join)

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
