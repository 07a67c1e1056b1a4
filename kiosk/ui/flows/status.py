"""How is the kiosk? For the technician: behind a hidden gesture and a manager’s PIN."""

from collections.abc import Sequence
from functools import cached_property

from kiosk.health.finding import Finding
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.staff import StaffFlow
from kiosk.ui.screens.ready import ReadyScreen
from kiosk.ui.screens.status import StatusScreen
from kiosk.ui.service import AskedOfStatus
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: something is plugged in meanwhile."""


class StatusFlow:
    """From the ready screen and back to it. Nothing that is shown here tells of anybody."""

    def __init__(self, stage: Stage, service: AskedOfStatus, ready: ReadyScreen, staff: StaffFlow) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service
        self._ready, self._staff = ready, staff
        self._is_looking = False
        ready.bind(on_status=lambda _: self.ask())

    @cached_property
    def screen(self) -> StatusScreen:
        """Made when it is first asked for."""
        screen = StatusScreen(self.stage.words)
        screen.bind(on_look=lambda _: self._look(), on_close=self.stage.clear)
        return screen

    def ask(self) -> None:
        """Open it, for a manager; whether there is any to ask for, the desk knows."""
        if not self.stage.shows(self._ready):
            return
        if self._staff.may_manage:
            self._open()
        else:
            self._service.status()

    @crossing
    def ask_for_manager(self) -> None:
        """Only a manager may see it, unless somebody has been served meanwhile."""
        if self.stage.shows(self._ready):
            self._staff.need_manager(self._open, self.stage.clear)

    @crossing
    def open(self) -> None:
        """Everybody may see it, unless somebody has been served meanwhile."""
        if self.stage.shows(self._ready):
            self._open()

    @crossing
    def show(self, findings: Sequence[Finding]) -> None:
        """What was found; where a customer has come meanwhile, nobody waits for it."""
        self._is_looking = False
        if self.stage.shows(self.screen):
            self.screen.show(findings)

    def _open(self) -> None:
        self.stage.serve(self.screen, STAYS)
        self.screen.begin()
        self._look()

    def _look(self) -> None:
        self.screen.wait()
        if not self._is_looking:
            self._is_looking = True
            self._service.look()
