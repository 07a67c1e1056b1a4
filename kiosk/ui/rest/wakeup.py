"""What ends the sleep of the loop."""

import os
import select
from collections.abc import Callable
from contextlib import suppress

_TURNS = 3
"""Turns of Kivy's loop from an event of the display to a new picture.

SDL hands it over at the end of one, it is dispatched in the next, and what follows is drawn in the one after.
"""

Drain = Callable[[], None]


class Wakeup:
    """Has the methods of `threading.Event` that Kivy's clock calls; `set` may be called from any thread.

    It ends the sleep for every descriptor that is watched, too, and then lets the loop turn without one.
    """

    def __init__(self) -> None:
        self._descriptor = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)
        self._drains: dict[int, Drain | None] = {}
        self._is_set = False
        self._turns = 0

    def watch(self, descriptor: int, drain: Drain | None = None) -> None:
        """End the sleep when there is something to read; `drain` reads it where nobody else does."""
        self._drains[descriptor] = drain
        self._poll.register(descriptor, select.POLLIN)

    def forget(self, descriptor: int) -> None:
        """Watch it no longer."""
        if descriptor in self._drains:
            del self._drains[descriptor]
            self._poll.unregister(descriptor)

    def look_again(self) -> None:
        """Let the loop turn once more before it sleeps."""
        self._turns = max(self._turns, 1)

    def set(self) -> None:
        """End the sleep, or the next one."""
        if not self._is_set:
            self._is_set = True
            os.eventfd_write(self._descriptor, 1)

    def is_set(self) -> bool:
        """True when there is no time to sleep."""
        return self._is_set or self._turns > 0

    def clear(self) -> None:
        """What happened until now is seen to."""
        self._turns = max(0, self._turns - 1)
        self._is_set = False
        # Another thread may have set the flag and not yet have written: then the next sleep ends at once.
        with suppress(BlockingIOError):
            os.eventfd_read(self._descriptor)

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep for at most so many seconds."""
        milliseconds = None if timeout is None else max(0, timeout * 1000)
        for descriptor, _ in self._poll.poll(milliseconds):
            if descriptor != self._descriptor:
                self._turns = _TURNS
                drain = self._drains.get(descriptor)
                if drain is not None:
                    drain()
        return self.is_set()
