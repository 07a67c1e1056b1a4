"""Which scanners are there, and trying one: for the technician, from the page about the kiosk."""

from collections.abc import Sequence
from functools import cached_property

from kivy.uix.widget import Widget

from kiosk.health.finding import Finding
from kiosk.ui.asking import Examine, TryScans
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.status import StatusScreen


class ScannersFlow:
    """While it is open, what is scanned is shown there and greets nobody. `find` looks what is plugged in."""

    def __init__(self, navigator: Navigator, find: Examine, try_scans: TryScans) -> None:
        self.navigator, self._find, self._try_scans = navigator, find, try_scans
        self._there: Sequence[Finding] = ()
        navigator.leaving.append(self._leave)

    @cached_property
    def screen(self) -> StatusScreen:
        """Made when it is first asked for."""
        screen = StatusScreen(self.navigator.words, self.navigator.words.gettext("Scanners"))
        screen.bind(on_look=lambda _: self._look(), on_close=self.navigator.clear)
        return screen

    def open(self) -> None:
        """Show what is plugged in, and wait for something to be scanned."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.begin()
        self._try_scans(self._show_scan)
        self._look()

    def _look(self) -> None:
        self._there = ()
        self._find(self._show)

    def _show(self, findings: Sequence[Finding]) -> None:
        self._there = findings
        self._put(findings)

    def _show_scan(self, finding: Finding) -> None:
        self.navigator.stay(TO_READ_OR_WRITE)
        self._put([finding, *self._there])

    def _put(self, findings: Sequence[Finding]) -> None:
        if self.navigator.shows(self.screen):
            sentence = self.navigator.words.gettext("Scan anything to try it. It greets nobody here.")
            self.screen.put(findings, sentence)

    def _leave(self, screen: Widget) -> None:
        if screen is self.__dict__.get("screen"):
            self._try_scans(None)
