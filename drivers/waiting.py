"""Waiting for a line without looking at it again and again."""

import os
import select
import time
from math import ceil
from threading import Lock


class LineWaiter:
    """Waits until there is something to read from a descriptor, a time has come, or it is woken."""

    def __init__(self, descriptor: int) -> None:
        self._waking: int | None = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._closing = Lock()
        self._poll = select.poll()
        for each in (descriptor, self._waking):
            self._poll.register(each, select.POLLIN)
        self._descriptor = descriptor

    def wait(self, until: float | None) -> bool:
        """Wait until the monotonic time ``until``, or for ever; True when the line can be read.

        That is so, too, when it hung up: reading from it tells.
        """
        milliseconds = None if until is None else max(0, ceil((until - time.monotonic()) * 1000))
        ready = {descriptor for descriptor, _ in self._poll.poll(milliseconds)}
        if self._waking is not None and self._waking in ready:
            os.eventfd_read(self._waking)
        return self._descriptor in ready

    def wake(self) -> None:
        """End the waiting, or the next one; from any thread, also once the line is closed."""
        # Whoever wakes it late must not write into another file, which has the number by then.
        with self._closing:
            if self._waking is not None:
                os.eventfd_write(self._waking, 1)

    def close(self) -> None:
        """Let go of what the waiting takes; nobody waits any more."""
        with self._closing:
            if self._waking is not None:
                os.close(self._waking)
                self._waking = None
