"""Whoever is served: by a scan, and by what is tapped and written on their greeting."""

from datetime import date
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from drivers import Refusal, Scan
from kiosk.commands.service.asking import Asking
from kiosk.people.changing.drafts import Draft
from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.outcomes import Outcome

if TYPE_CHECKING:
    from kiosk.desk import Desk


COUNT_AGAIN_AFTER = 50.0
"""Seconds for which the numbers on the ready screen are fresh."""

_LINES_OF_ONE_CODE = 0.5
"""Seconds within which the lines of a code that was not understood are answered once."""


class Serving(Asking):
    """Fulfils `kiosk.ui.service.AskedOfGreeting`."""

    _counted: tuple[date, float] = date.min, 0.0
    _answered: tuple[Outcome, float] | None = None

    def welcome(self, scan: Scan | Refusal) -> None:
        """Greet whoever the card belongs to."""

        def work(desk: "Desk") -> None:
            answer = desk.welcome(scan)
            is_new = answer.greeting.outcome is Outcome.UNKNOWN
            self._new_card = scan if is_new and isinstance(scan, Scan) else None
            if answer.greeting.outcome is Outcome.STAFF:
                self.app.flows.staff.tell(desk.at_counter())
            if not self._has_been_told(scan, answer.greeting.outcome):
                self.app.flows.serving.show(answer.greeting, scan.received_at, answer.trouble)

        self._submit(work, self._words.gettext("Too many scans at once. Please scan the last card again."))

    def _has_been_told(self, scan: Scan | Refusal, outcome: Outcome) -> bool:
        """Tell whether this is one more line of a code that was answered in the same way."""
        before, self._answered = self._answered, (outcome, scan.received_at)
        is_a_line = isinstance(scan, Scan) and not scan.alone
        if before is None or not is_a_line or outcome not in (Outcome.UNREADABLE, Outcome.NOT_OURS):
            return False
        return before[0] is outcome and scan.received_at - before[1] < _LINES_OF_ONE_CODE

    def count(self) -> None:
        """Count what today holds, but not after every greeting in a queue of customers."""
        day, now = self._place.clock().date(), monotonic()
        if day == self._counted[0] and now - self._counted[1] < COUNT_AGAIN_AFTER:
            return
        self._counted = day, now
        self._worker.submit(lambda: self._do(lambda desk: self.app.resting.tell_today(desk.today())))

    def tapped(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> None:
        """Something was done that a cue asks for."""
        self._change(lambda desk: desk.tapped(customer_id, present, tap), tap)

    def taken_back(self, customer_id: UUID, present: frozenset[UUID], tap: Tap) -> None:
        """It was not, after all."""
        self._change(lambda desk: desk.take_back(customer_id, present, tap))

    def came_along(self, customer_id: UUID, present: frozenset[UUID], companion_id: UUID) -> None:
        """A companion stands beside the customer."""
        self._change(lambda desk: desk.come_along(customer_id, present, companion_id))

    def written(self, customer_id: UUID, present: frozenset[UUID], draft: Draft) -> None:
        """A note was written; where it cannot be kept, it comes back with the reason."""

        def work(desk: "Desk") -> None:
            answer = self._kept(
                lambda: desk.write_down(customer_id, present, draft),
                lambda reason: self.app.flows.drafting.refuse(draft, reason),
            )
            if answer is not None:
                self.app.flows.serving.renew(answer.greeting, answer.trouble)
                if not answer.kept:
                    self.app.flows.drafting.refuse(draft, answer.trouble)

        self._submit(work)
