"""Finding somebody by name."""

from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.commands.service.asking import Asking

if TYPE_CHECKING:
    from kiosk.desk import Desk


class Finding(Asking):
    """Fulfils `kiosk.ui.service.AskedOfFinding`."""

    _wanted = ""

    def find(self, text: str) -> None:
        """Find who has a name that begins so; of letters typed fast, only the last are looked for."""
        self._wanted = text

        def work(desk: "Desk") -> None:
            if text == self._wanted:
                self.app.flows.finding.show(text, desk.find(text))

        self._submit(work)

    def chosen(self, customer_id: UUID) -> None:
        """Greet somebody who has no card with them."""

        def work(desk: "Desk") -> None:
            answer = desk.recognise(customer_id)
            self.app.flows.serving.show(answer.greeting, monotonic(), answer.trouble)

        self._submit(work)
