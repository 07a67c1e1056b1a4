"""What is asked of the desk, done on the worker's thread; the answers go to the glass."""

import logging
from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING
from uuid import UUID

from drivers import Refusal, Scan
from kiosk.mishap import where
from kiosk.people.drafts import Draft
from kiosk.people.greetings import Outcome
from kiosk.people.newcomers import Newcomer
from kiosk.people.taps import Tap
from kiosk.people.texts import RefusedText
from kiosk.ui.setting import Place
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk
    from kiosk.ui.app import KioskApp

log = logging.getLogger("kiosk")

Work = Callable[["Desk"], None]


class Service:
    """One method an event of the scanner or the glass; none of them waits.

    The desk is opened by the first of them. Whatever goes wrong ends in a sentence on the glass.
    """

    app: "KioskApp"

    def __init__(self, worker: Worker, open_desk: Callable[[], "Desk"], place: Place) -> None:
        self._worker, self._open_desk, self._place = worker, open_desk, place
        self._words = place.words
        self._desk: Desk | None = None
        self._new_card: Scan | None = None

    def welcome(self, scan: Scan | Refusal) -> None:
        """Greet whoever the card belongs to."""

        def work(desk: "Desk") -> None:
            answer = desk.welcome(scan)
            is_new = answer.greeting.outcome is Outcome.UNKNOWN
            self._new_card = scan if is_new and isinstance(scan, Scan) else None
            self.app.show(answer.greeting, scan.received_at, answer.trouble)

        self._submit(work, self._words.gettext("Too many scans at once. Please scan the last card again."))

    def count(self) -> None:
        """Count what today holds."""
        self._worker.submit(lambda: self._do(lambda desk: self.app.tell_today(desk.today())))

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
                lambda reason: self.app.refuse(draft, reason),
            )
            if answer is not None:
                self.app.renew(answer.greeting, answer.trouble)
                if not answer.kept:
                    self.app.refuse(draft, answer.trouble)

        self._submit(work)

    def newcomer(self, scanned_at: float, newcomer: Newcomer) -> None:
        """A new face is happy to be remembered; by now another card may have been scanned."""

        def work(desk: "Desk") -> None:
            card = self._new_card
            if card is None or card.received_at != scanned_at:
                return
            answer = self._kept(
                lambda: desk.newcomer(card.number, card.symbology, newcomer), self.app.refuse_newcomer
            )
            if answer is not None and answer.greeting.outcome is Outcome.UNKNOWN:
                self.app.refuse_newcomer(answer.trouble)
            elif answer is not None:
                self._new_card = None
                self.app.show(answer.greeting, monotonic(), answer.trouble)

        self._submit(work)

    def briefing(self) -> None:
        """Show what to have in mind before opening."""
        self._submit(lambda desk: self.app.show_briefing(desk.briefing(self._place.clock())))

    def printing(self) -> None:
        """Print it."""
        self._submit(self._print)

    def _print(self, desk: "Desk") -> None:
        from kiosk.paper.briefing import briefing_sheet
        from kiosk.paper.pdf import pdf
        from kiosk.printing import print_page

        sheet = briefing_sheet(desk.briefing(self._place.clock()), self._place.shop, self._words)
        self.app.tell_printed(print_page(pdf(sheet), self._words))

    def _change(self, make: Callable[["Desk"], "Answer"], done: Tap | None = None) -> None:
        """A tap on a greeting changes what is known; the greeting follows."""

        def work(desk: "Desk") -> None:
            answer = make(desk)
            self.app.renew(answer.greeting, answer.trouble, done)

        self._submit(work)

    def _kept(self, keep: Callable[[], "Answer"], refuse: Callable[[str], None]) -> "Answer | None":
        """Keep what was written; None after a refusal, which says why."""
        from kiosk.storage.trouble import StorageTrouble

        try:
            return keep()
        except (RefusedText, StorageTrouble) as reason:
            refuse(self._words.gettext(str(reason)))
            return None

    def _submit(self, work: Work, too_much: str = "") -> None:
        if not self._worker.submit(lambda: self._do(work)):
            again = self._words.gettext("Too much at once. Please tap again.")
            self.app.tell_trouble(too_much or again)

    def _do(self, work: Work) -> None:
        from kiosk.storage.trouble import StorageTrouble

        try:
            self._desk = self._desk or self._open_desk()
            work(self._desk)
        except StorageTrouble as trouble:
            self.app.tell_trouble(self._words.gettext(str(trouble)))
        except Exception as error:
            log.error("error at the desk: %s", where(error))
            self.app.tell_trouble(
                self._words.gettext(
                    "Something unexpected happened. What was saved before is safe. Please scan again."
                )
            )
