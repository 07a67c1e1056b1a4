"""The sign of life: given only while everything that a greeting takes is alive."""

from collections.abc import Callable

from kiosk.machine.notify import Tell

BEATS = 4
"""Within the seconds of the watchdog: one that comes late is no reason to start the kiosk anew."""


class Heartbeat:
    """Beats on the glass's own thread, so that a loop which stands still is noticed.

    `is_listening` says whether every scanner's thread is alive; `ask` has the worker, whose thread is the
    database's, call back, and returns False when its queue is full. The first answer may take its time:
    opening the data can mean to check, to migrate or to restore all of it.
    """

    def __init__(
        self, tell: Tell, is_listening: Callable[[], bool], ask: Callable[[Callable[[], None]], bool]
    ) -> None:
        self._tell, self._is_listening, self._ask = tell, is_listening, ask
        self._has_answered, self._is_asked, self._has_begun = True, False, False

    def beat(self) -> None:
        """Tell that the kiosk lives if the worker has answered since the last time, and ask it again."""
        if self._has_answered and self._is_listening():
            self._tell("WATCHDOG=1")
        if not self._is_asked:
            self._has_answered, self._is_asked = not self._has_begun, True
            if not self._ask(self._answer):
                self._is_asked = False

    def _answer(self) -> None:
        self._has_begun, self._is_asked, self._has_answered = True, False, True
