"""How the kiosk is."""

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

from kiosk.commands.service.asking import Asking
from kiosk.health.finding import Finding, not_looked_at
from kiosk.mishap import where
from kiosk.people.staff.members import Role

if TYPE_CHECKING:
    from kiosk.desk import Desk

log = logging.getLogger("kiosk")


class Status(Asking):
    """Fulfils `kiosk.ui.service.AskedOfStatus`. `examine` finds everything out; it takes its time."""

    examine: Callable[[], list[Finding]]

    def status(self) -> None:
        """Let a manager see how the kiosk is, and anybody where nobody could show that they are one."""
        if not self._worker.submit(self._let_in):
            self.app.flows.status.open()

    def look(self) -> None:
        """Look at everything, on a thread of its own: a scan meanwhile is greeted at once."""
        Thread(target=self._look, name="look", daemon=True).start()

    def _let_in(self) -> None:
        try:
            self._at_the_desk(self._ask_for_manager)
        except Exception as error:
            # Data that cannot be read are what the technician has come for.
            log.warning("nobody can be asked for a PIN: %s", where(error))
            self.app.flows.status.open()

    def _ask_for_manager(self, desk: "Desk") -> None:
        managers = (one for one in desk.staff() if one.role is Role.MANAGER)
        if any(one.has_pin or one.has_badge for one in managers):
            self.app.flows.status.ask_for_manager()
        else:
            self.app.flows.status.open()

    def _look(self) -> None:
        try:
            findings = self.examine()
        except Exception as error:
            findings = [not_looked_at("kiosk", error, self._words)]
        self.app.flows.status.show(findings)
