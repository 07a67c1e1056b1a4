"""What becomes of a scan: who it is, asked at the desk, and shown on the glass."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Timer
from typing import TYPE_CHECKING

from drivers import Refusal, Scan
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.words import Words
from kiosk.scan_queue import Heard, ScanQueue
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.worker import Worker

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk
    from kiosk.people.staff.members import StaffMember
    from kiosk.ui.flows.joined import Flows

    Welcome = tuple[Answer, StaffMember | None]


_LINES_OF_ONE_CODE = 0.5
"""Seconds within which the lines of a code that was not understood are answered once."""

_TAKEN_AFTER = 0.5
"""Seconds for which nothing else may be scanned: what comes right behind a badge belongs to its code."""


class Scanning:
    """One scan after the other, each shown before the next is asked for.

    `flows` are those of the glass; `tell_trouble` shows there why nobody can be greeted.
    """

    def __init__(
        self,
        worker: Worker,
        look_up: AskDesk,
        cross: Callable[[Call], None],
        flows: "Callable[[], Flows]",
        tell_trouble: Callable[[str], None],
        words: Words,
    ) -> None:
        self._worker, self._look_up, self._cross = worker, look_up, cross
        self._flows, self._tell_trouble, self._words = flows, tell_trouble, words
        self._queue = ScanQueue(self._hand_on)
        self._take: Callable[[Scan], None] | None = None
        self._newest: Scan | Refusal | None = None
        self._answered: tuple[Outcome, float] | None = None

    def scanned(self, heard: Heard) -> None:
        """Greet whoever the card belongs to; from any thread."""
        self._newest = heard.scan
        self._queue.put(heard)

    def give_next_to(self, take: Callable[[Scan], None] | None) -> None:
        """Fulfils `kiosk.ui.asking.NextScan`."""
        self._take = take

    def _hand_on(self, heard: Heard, dropped: bool) -> None:
        take, self._take = self._take, None
        scan = heard.scan
        if take is not None and isinstance(scan, Scan) and scan.alone:
            heard.answer(Outcome.STAFF)
            giving = Timer(_TAKEN_AFTER, self._give, (take, scan))
            giving.daemon = True
            giving.start()
        else:
            self._look_up(
                partial(_welcome, heard),
                lambda welcome: self._show(scan, welcome, dropped),
                lambda sentence: self._refuse(heard, sentence),
            )
        # The worker's next job, so that it crosses behind what is shown.
        if not self._worker.submit(lambda: self._cross(self._queue.finish)):
            self._cross(self._queue.finish)

    def _refuse(self, heard: Heard, sentence: str) -> None:
        heard.answer(None)
        self._tell_trouble(sentence)

    def _give(self, take: Callable[[Scan], None], scan: Scan) -> None:
        if self._newest is scan:
            self._cross(partial(take, scan))

    def _show(self, scan: Scan | Refusal, welcome: "Welcome", dropped: bool) -> None:
        (answer, at_counter), flows = welcome, self._flows()
        if self._is_one_more_line(scan, answer.greeting.outcome):
            return
        if dropped and not answer.trouble:
            sentence = "Too many scans at once: some were dropped. Please scan those cards again."
            answer = replace(answer, trouble=self._words.gettext(sentence))
        if answer.greeting.outcome is Outcome.STAFF:
            flows.staff.tell(at_counter)
        flows.serving.show(answer, scan.received_at, scan if isinstance(scan, Scan) else None)

    def _is_one_more_line(self, scan: Scan | Refusal, outcome: Outcome) -> bool:
        """Tell whether this is one more line of a code that was answered in the same way."""
        before, self._answered = self._answered, (outcome, scan.received_at)
        is_a_line = isinstance(scan, Scan) and not scan.alone
        if before is None or not is_a_line or outcome not in (Outcome.UNREADABLE, Outcome.NOT_OURS):
            return False
        return before[0] is outcome and scan.received_at - before[1] < _LINES_OF_ONE_CODE


def _welcome(heard: Heard, desk: "Desk") -> "Welcome":
    answer = desk.greetings.welcome(heard.scan)
    outcome = answer.greeting.outcome
    member = desk.at_counter.member() if outcome is Outcome.STAFF else None
    heard.answer(outcome)
    return answer, member
