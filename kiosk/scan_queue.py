"""Scans on their way to the desk: as many as the glass can show, and the newest of what comes beyond."""

from collections import deque
from collections.abc import Callable
from threading import Lock

from drivers import Refusal, Scan

ROOM = 8
"""So many wait while a slow write runs: more than a hand scans in that time."""


class ScanQueue:
    """Hands on one scan at a time; the next one only after `finish()`, so that none piles up behind.

    `greet` is called with each scan and, for the last one that waits, whether others were dropped to make
    room. It returns at once; whoever has shown what came of the scan calls `finish()`. Any thread may call
    `put` and `finish`.
    """

    def __init__(self, greet: Callable[[Scan | Refusal, bool], None], room: int = ROOM) -> None:
        self._greet = greet
        self._waiting: deque[Scan | Refusal] = deque(maxlen=room)
        self._dropped = self._is_busy = False
        self._lock = Lock()

    def put(self, scan: Scan | Refusal) -> None:
        """Add a scan; where there is no room left, the oldest of those that wait is dropped."""
        with self._lock:
            self._dropped |= len(self._waiting) == self._waiting.maxlen
            self._waiting.append(scan)
            if self._is_busy:
                return
            self._is_busy = True
        self._next()

    def finish(self) -> None:
        """What came of a scan has been shown: hand on the next one."""
        self._next()

    def _next(self) -> None:
        with self._lock:
            self._is_busy = bool(self._waiting)
            if not self._waiting:
                return
            scan = self._waiting.popleft()
            # Told with the last of them: what is told before is gone from the glass at once.
            dropped = self._dropped and not self._waiting
            self._dropped = self._dropped and not dropped
        self._greet(scan, dropped)
