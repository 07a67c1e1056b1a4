"""The seconds to wait after too many wrong PINs, counted down on the glass."""

from collections.abc import Callable
from datetime import timedelta
from math import ceil
from time import monotonic

from kivy.clock import Clock


class Pause:
    """`tell` hears every second how long it still is, `over` once it is over."""

    def __init__(self, tell: Callable[[timedelta], None], over: Callable[[], None]) -> None:
        self._tell, self._over, self._until = tell, over, 0.0
        self._counting = Clock.create_trigger(self._count, 1, interval=True)

    def begin(self, pause: timedelta) -> None:
        """Count from now on."""
        self._until = monotonic() + pause.total_seconds()
        self._counting()

    def end(self) -> None:
        """Stop counting."""
        self._counting.cancel()

    def _count(self, _seconds: float) -> None:
        left = ceil(self._until - monotonic())
        if left > 0:
            self._tell(timedelta(seconds=left))
        else:
            self.end()
            self._over()
