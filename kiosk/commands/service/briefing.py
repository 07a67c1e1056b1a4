"""The briefing, on the glass and on paper."""

from typing import TYPE_CHECKING

from kiosk.commands.service.asking import Asking

if TYPE_CHECKING:
    from kiosk.desk import Desk

MOST_PROPOSED = 8


class Briefing(Asking):
    """Fulfils `kiosk.ui.service.AskedOfBriefing`."""

    def briefing(self) -> None:
        """Show what to have in mind before opening."""

        def work(desk: "Desk") -> None:
            self.app.flows.briefing.show(desk.briefing(self._place.clock()), desk.forgettable(MOST_PROPOSED))

        self._submit(work)

    def printing(self) -> None:
        """Print it."""
        self._submit(self._print)

    def _print(self, desk: "Desk") -> None:
        from kiosk.machine.printing import print_page
        from kiosk.paper.briefing import briefing_sheet
        from kiosk.paper.pdf import pdf

        sheet = briefing_sheet(desk.briefing(self._place.clock()), self._place.shop, self._words)
        self.app.flows.briefing.tell_printed(print_page(pdf(sheet), "briefing", self._words))
