"""A scan from the network, and whoever sent it waits for what becomes of it."""

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import BoundedSemaphore

from drivers import Refusal, Scan
from kiosk.people.greeting.outcomes import TOLD_OUTSIDE, Outcome
from kiosk.scan_queue import ROOM, Heard

PATIENCE = 2.0
"""Seconds after which whoever waits is told that the kiosk does not answer."""

MOST_WAITING = ROOM // 2
"""Scans: so many from the network leave room for those of a scanner at the counter."""


class TooManyWait(Exception):  # noqa: N818 - it says what happened
    """So many scans from the network wait already that one more is not taken."""


class NoAnswer(Exception):  # noqa: N818 - it says what happened
    """The kiosk did not answer in time, or could not; nobody is known to have been greeted."""


class Asking:
    """Hands scans on by `deliver` and waits for their outcomes, for all who send at once; from any thread."""

    def __init__(self, deliver: Callable[[Heard], None], patience: float = PATIENCE) -> None:
        self._deliver, self._patience = deliver, patience
        self._room = BoundedSemaphore(MOST_WAITING)

    def ask(self, scan: Scan | Refusal) -> Outcome:
        """What became of a scan, as it may be told outside. Raises TooManyWait, NoAnswer."""
        if not self._room.acquire(blocking=False):
            raise TooManyWait
        answers: SimpleQueue[Outcome | None] = SimpleQueue()

        def answer(outcome: Outcome | None) -> None:
            # Only now: a scan that nobody waits for any more still takes room in the queue.
            self._room.release()
            answers.put(outcome)

        self._deliver(Heard(scan, answer))
        try:
            outcome = answers.get(timeout=self._patience)
        except Empty:
            outcome = None
        if outcome is None:
            raise NoAnswer
        return TOLD_OUTSIDE[outcome]
