"""Which scanners are there, and trying one: for the technician, from the page about the kiosk."""

from collections.abc import Sequence
from functools import cached_property

from kivy.clock import Clock
from kivy.uix.widget import Widget

from kiosk.health.finding import Finding
from kiosk.ui.asking import Examine, FindCode, TryScans
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.set_up import SetUpScreen
from kiosk.ui.screens.status import StatusScreen

_EVERY = 2.0
"""Seconds from one look to the next, while a scanner is to come back as another device."""


class ScannersFlow:
    """While it is open, what is scanned is shown there and greets nobody. `find` looks what is plugged in.

    A scanner that types can be shown a code of its maker's, by which it comes back as a serial device.
    """

    def __init__(self, navigator: Navigator, find: Examine, find_code: FindCode, try_scans: TryScans) -> None:
        self.navigator, self._find, self._find_code, self._try_scans = navigator, find, find_code, try_scans
        self._there: Sequence[Finding] = ()
        self._code = ("", "")
        navigator.leaving.append(self._leave)

    @cached_property
    def screen(self) -> StatusScreen:
        """Made when it is first asked for."""
        words = self.navigator.words
        screen = StatusScreen(words, words.gettext("Scanners"), words.gettext("Make it serial"))
        screen.bind(
            on_look=lambda _: self._look(),
            on_close=self.navigator.clear,
            on_more=lambda _, _number: self._show_code(),
        )
        return screen

    @cached_property
    def code(self) -> SetUpScreen:
        """Made when it is first asked for."""
        screen = SetUpScreen(self.navigator.words)
        screen.bind(on_close=lambda _: self.open())
        return screen

    def open(self) -> None:
        """Show what is plugged in, and wait for something to be scanned."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.begin()
        self._try_scans(self._show_scan)
        self._look()

    def _look(self) -> None:
        self._there, self._code = (), ("", "")
        self.screen.more[0].off = True
        self._find(self._show)
        self._find_code(self._offer)

    def _offer(self, modules: str, sentence: str) -> None:
        self._code = modules, sentence
        self.screen.more[0].off = not modules

    def _show_code(self) -> None:
        self.navigator.serve(self.code, TO_READ_OR_WRITE)
        self.code.show(*self._code)
        Clock.schedule_once(self._look_for_it, _EVERY)

    def _look_for_it(self, *_: object) -> None:
        if self.navigator.shows(self.code):
            self._find_code(self._has_come_back)

    def _has_come_back(self, modules: str, _sentence: str) -> None:
        """Without a scanner that types it is there as what it was made, or about to be."""
        if not self.navigator.shows(self.code):
            return
        if modules:
            Clock.schedule_once(self._look_for_it, _EVERY)
        else:
            self.open()

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
