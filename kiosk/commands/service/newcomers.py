"""A card that is nobody's yet."""

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from drivers import Scan
from kiosk.commands.service.asking import Asking
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.greeting.outcomes import Outcome

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk


class Newcomers(Asking):
    """Fulfils `kiosk.ui.service.AskedOfNewFace`. By now another card may have been scanned."""

    def newcomer(self, scanned_at: float, newcomer: Newcomer) -> None:
        """A new face is happy to be remembered."""
        self._give(scanned_at, lambda desk, card: desk.newcomer(card.number, card.symbology, newcomer))

    def replaced(self, scanned_at: float, customer_id: UUID) -> None:
        """It is another card of somebody who is known."""
        self._give(scanned_at, lambda desk, card: desk.replace_card(customer_id, card.number, card.symbology))

    def _give(self, scanned_at: float, give: Callable[["Desk", Scan], "Answer"]) -> None:
        def work(desk: "Desk") -> None:
            card = self._new_card
            if card is None or card.received_at != scanned_at:
                return
            answer = self._kept(lambda: give(desk, card), self.app.flows.new_faces.refuse)
            if answer is not None and answer.greeting.outcome is Outcome.UNKNOWN:
                self.app.flows.new_faces.refuse(answer.trouble)
            elif answer is not None:
                self._new_card = None
                self.app.flows.serving.show(answer.greeting, monotonic(), answer.trouble)

        self._submit(work)
