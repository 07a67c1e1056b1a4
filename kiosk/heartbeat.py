"""The sign of life: given only while everything that a greeting takes is alive."""

from collections.abc import Callable, Sequence

from kiosk.machine.notify import Tell

BEATS = 4
"""Within the seconds of the watchdog: one that comes late is no reason to start the kiosk anew."""


Submit = Callable[[Callable[[], None]], bool]


class Heartbeat:
    """Beats on the glass's own thread, so that a loop which stands still is noticed.

    `is_listening` says whether every scanner's thread is alive; each of `workers` has one of the threads
    at the database call back, and returns False when its queue is full.
    """

    def __init__(self, tell: Tell, is_listening: Callable[[], bool], workers: Sequence[Submit]) -> None:
        self._tell, self._is_listening = tell, is_listening
        self._pulses = [_Pulse(ask) for ask in workers]

    def beat(self) -> None:
        """Tell that the kiosk lives if all workers have answered since the last time, and ask them again."""
        if self._is_listening() and all(pulse.has_answered for pulse in self._pulses):
            self._tell("WATCHDOG=1")
        for pulse in self._pulses:
            pulse.take()


class _Pulse:
    """Of one worker. The first answer may take its time: opening the data can mean to restore all of it."""

    def __init__(self, ask: Submit) -> None:
        self._ask = ask
        self.has_answered, self._is_asked, self._has_begun = True, False, False

    def take(self) -> None:
        """Ask once until it answers."""
        if not self._is_asked:
            self.has_answered, self._is_asked = not self._has_begun, True
            if not self._ask(self._answer):
                self._is_asked = False

    def _answer(self) -> None:
        self._has_begun, self._is_asked, self.has_answered = True, False, True
