"""One way to a till, written to by a thread of its own: no scanner waits for it."""

import logging
import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

from drivers.serial_port import PORT_ERRORS
from drivers.till.ways import Way

RETRY_SECONDS = 0.5
_ROOM = 64
_TOO_OLD = 2.0
"""Seconds after which something is not sent any more: by then it would belong to another sale."""

log = logging.getLogger("drivers")


class Outlet:
    """Writes to the till as soon as there is something, and opens the way anew whenever it was lost.

    ``open_way`` raises one of ``PORT_ERRORS`` while there is none. ``name`` stands in the journal.
    """

    def __init__(self, name: str, open_way: Callable[[], Way]) -> None:
        self._name, self._open_way = name, open_way
        self._waiting: deque[tuple[bytes, float]] = deque(maxlen=_ROOM)
        self._changed = Condition()
        self._is_ended = False
        self._way: Way | None = None
        self._told: bool | None = None
        self._thread = Thread(target=self._work, name="till", daemon=True)

    def start(self) -> None:
        """Begin to write."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not the till is there."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """End; returns when the way is closed."""
        with self._changed:
            self._is_ended = True
            self._changed.notify()
        self._thread.join()

    def put(self, data: bytes) -> None:
        """Have ``data`` written, and return at once; from any thread."""
        with self._changed:
            self._waiting.append((data, time.monotonic()))
            self._changed.notify()

    def _work(self) -> None:
        while not self._is_ended:
            self._keep_open()
            item = self._next()
            if item is not None:
                self._write(*item)
        self._close()

    def _next(self) -> tuple[bytes, float] | None:
        """What is written next: waited for, while there is no way only until it is tried again."""
        with self._changed:
            if not self._waiting and not self._is_ended:
                self._changed.wait(None if self._way is not None else RETRY_SECONDS)
            return self._waiting.popleft() if self._waiting else None

    def _write(self, data: bytes, put_at: float) -> None:
        """Write once, and once more on a way that is opened anew."""
        for _ in range(2):
            if time.monotonic() - put_at > _TOO_OLD:
                return
            self._keep_open()
            if self._way is None:
                with self._changed:
                    self._waiting.appendleft((data, put_at))
                    self._changed.wait(RETRY_SECONDS)
                return
            try:
                self._way.write(data)
            except PORT_ERRORS:
                self._close()
            else:
                return

    def _keep_open(self) -> None:
        if self._way is not None:
            return
        try:
            self._way = self._open_way()
        except PORT_ERRORS as error:
            self._say(False, f": {error}")
        else:
            self._say(True)

    def _close(self) -> None:
        if self._way is not None:
            self._way.close()
            self._way = None

    def _say(self, well: bool, why: str = "") -> None:
        if well is not self._told:
            self._told = well
            state = "ready" if well else "lost"
            log.log(logging.INFO if well else logging.WARNING, "till at %s %s%s", self._name, state, why)
