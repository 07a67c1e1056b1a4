"""Scans on their way to the desk: as many as the glass can show, and the newest of what comes beyond."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from threading import Lock

from drivers import Refusal, Scan
from kiosk.people.greeting.outcomes import Outcome


def nobody_asks(_outcome: Outcome | None) -> None:
    """The answer that nobody waits for."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was scanned, and whoever waits for what becomes of it.

    `answer` is called once, on any thread, as soon as the outcome is known; with None where there is none,
    since too many came at once, or the data cannot be read.
    """

    scan: Scan | Refusal
    answer: Callable[[Outcome | None], None] = nobody_asks


ROOM = 8
"""So many wait while a slow write runs: more than a hand scans in that time."""


class ScanQueue:
    """Hands on one scan at a time; the next one only after `finish()`, so that none piles up behind.

    `greet` is called with each scan and, for the last one that waits, whether others were dropped to make
    room. It returns at once; whoever has shown what came of the scan calls `finish()`. Any thread may call
    `put` and `finish`.
    """

    def __init__(self, greet: Callable[[Heard, bool], None], room: int = ROOM) -> None:
        self._greet = greet
        self._waiting: deque[Heard] = deque(maxlen=room)
        self._dropped = self._is_busy = False
        self._lock = Lock()

    def put(self, heard: Heard) -> None:
        """Add a scan; where there is no room left, the oldest of those that wait is dropped."""
        with self._lock:
            is_full = len(self._waiting) == self._waiting.maxlen
            dropped = self._waiting.popleft() if is_full else None
            self._dropped |= is_full
            self._waiting.append(heard)
            was_busy, self._is_busy = self._is_busy, True
        if dropped is not None:
            dropped.answer(None)
        if not was_busy:
            self._next()

    def finish(self) -> None:
        """What came of a scan has been shown: hand on the next one."""
        self._next()

    def _next(self) -> None:
        with self._lock:
            self._is_busy = bool(self._waiting)
            if not self._waiting:
                return
            heard = self._waiting.popleft()
            # Told with the last of them: what is told before is gone from the glass at once.
            dropped = self._dropped and not self._waiting
            self._dropped = self._dropped and not dropped
        self._greet(heard, dropped)
