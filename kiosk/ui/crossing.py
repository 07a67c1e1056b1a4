"""The one place where other threads reach the glass."""

from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from kivy.base import ExceptionManager
from kivy.clock import Clock

from kiosk.ui.configuration import Call


class Crossing:
    """Carries calls from any thread over to Kivy's, in order, before its next frame."""

    def __init__(self) -> None:
        self._waiting: SimpleQueue[Call] = SimpleQueue()
        self._wake = Clock.create_trigger(self._carry_over)

    def __call__(self, call: Call) -> None:
        """Have `call` run on Kivy's thread."""
        self._waiting.put(call)
        self._wake()

    def _carry_over(self, _elapsed: float) -> None:
        for _ in range(self._waiting.qsize()):
            try:
                self._waiting.get()()
            except Exception as error:
                # Raised from here it would hold up the calls behind it: Kivy drops an event that fails.
                if ExceptionManager.handle_exception(error) == ExceptionManager.RAISE:
                    raise


def crossing(method: Callable[..., None]) -> Callable[..., None]:
    """Make a method of something with a `cross` safe to call from any thread."""

    def from_any_thread(self: Any, *arguments: Any) -> None:
        self.cross(lambda: method(self, *arguments))

    from_any_thread.__doc__ = method.__doc__
    return from_any_thread
