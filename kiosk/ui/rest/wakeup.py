"""What ends the sleep of the loop."""

import os
import select
from collections.abc import Callable
from contextlib import suppress

Drain = Callable[[], None]


class Wakeup:
    """Has the methods of `threading.Event` that Kivy's clock calls; `set` may be called from any thread.

    It ends the sleep for every descriptor that is watched, too.
    """

    def __init__(self) -> None:
        self._descriptor = os.eventfd(0, os.EFD_NONBLOCK | os.EFD_CLOEXEC)
        self._poll = select.poll()
        self._poll.register(self._descriptor, select.POLLIN)
        self._drains: dict[int, Drain | None] = {}
        self._is_set = False

    def watch(self, descriptor: int, drain: Drain | None = None) -> None:
        """End the sleep when there is something to read; `drain` reads it where nobody else does."""
        self._drains[descriptor] = drain
        self._poll.register(descriptor, select.POLLIN)

    def forget(self, descriptor: int) -> None:
        """Watch it no longer."""
        if descriptor in self._drains:
            del self._drains[descriptor]
            self._poll.unregister(descriptor)

    def set(self) -> None:
        """End the sleep, or the next one."""
        if not self._is_set:
            self._is_set = True
            os.eventfd_write(self._descriptor, 1)

    def is_set(self) -> bool:
        """True when there is no time to sleep."""
        return self._is_set

    def clear(self) -> None:
        """What happened until now is seen to."""
        self._is_set = False
        # Another thread may have set the flag and not yet have written: then the next sleep ends at once.
        with suppress(BlockingIOError):
            os.eventfd_read(self._descriptor)

    def wait(self, timeout: float | None = None) -> bool:
        """Sleep for at most so many seconds; True when something ended it before."""
        milliseconds = None if timeout is None else max(0, timeout * 1000)
        heard = self._poll.poll(milliseconds)
        for descriptor, _ in heard:
            drain = self._drains.get(descriptor)
            if drain is not None:
                drain()
        return bool(heard)
