"""The scanners of the settings, each heard on a thread of its own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Lock

from drivers import Command, Connection, Reason, Refusal, Scan
from drivers.opening import RELAY
from kiosk.commands.trial import Trial, Tried
from kiosk.health.vitals import VitalsTold
from kiosk.listener import Listener
from kiosk.people.greeting.outcomes import SIGNALS, Outcome
from kiosk.relaying import passed_on, socket_of
from kiosk.scan_queue import Heard
from kiosk.settings import Settings

_NOISE_AGAIN_AFTER = 0.5
"""Seconds: noise without end is told of twice a second at most."""


class Scanners:
    """All of them as one.

    `deliver` gets what is scanned, and tells the scanner what became of it; `tell` gets how many are lost as
    often as that changes. Both are called on the thread of a scanner. The vitals hear of everything first.
    """

    def __init__(
        self,
        settings: Settings,
        vitals: VitalsTold,
        trial: Trial,
        deliver: Callable[[Heard], None],
        tell: Callable[[int], None],
    ) -> None:
        self._vitals, self._trial, self._deliver, self._tell = vitals, trial, deliver, tell
        self._lost: set[int] = set()
        self._counting = Lock()
        self._noise_at = 0.0
        self._passed_on = {n for n in range(len(settings.scanner)) if passed_on(settings, n)}
        self.listeners = [self._listener(settings, number) for number in range(len(settings.scanner))]

    def start(self) -> None:
        """Begin to listen."""
        for listener in self.listeners:
            listener.start()

    def stop(self) -> None:
        """Let go of them; returns when every port is closed, or after two seconds for each."""
        for listener in self.listeners:
            listener.stop()

    def all_listen(self) -> bool:
        """True while every thread runs, whether or not its scanner is there."""
        return all(listener.is_alive for listener in self.listeners)

    def _listener(self, settings: Settings, number: int) -> Listener:
        heard, found = partial(self._heard, number), partial(self._found, number)
        watcher = Tried(self._trial)
        return Listener(_heard_at(settings, number), settings.card_patterns, heard, found, watcher)

    def _heard(self, number: int, scan: Scan | Refusal) -> None:
        self._vitals.heard(number)
        if self._trial.is_on:
            if number in self._passed_on:
                # Its bytes are seen by the process that owns it.
                self._trial.show("", scan, ())
            return
        if isinstance(scan, Refusal) and scan.reason is Reason.UNREADABLE:
            if scan.received_at - self._noise_at < _NOISE_AGAIN_AFTER:
                return
            self._noise_at = scan.received_at
        self._deliver(Heard(scan, partial(self._answer, number)))

    def _answer(self, number: int, outcome: Outcome | None) -> None:
        """Let the scanner beep or light, where it can."""
        if outcome is not None:
            self.listeners[number].command(Command(SIGNALS[outcome].value))

    def _found(self, number: int, well: bool) -> None:
        self._vitals.tell_scanner(number, well)
        # Of two scanners that come and go at once, the last count that is told is the right one.
        with self._counting:
            if well:
                self._lost.discard(number)
            else:
                self._lost.add(number)
            self._tell(len(self._lost))


def _heard_at(settings: Settings, number: int) -> Connection:
    """Where a scanner is heard: at its own port, or through the process that passes its scans on."""
    connection = settings.scanner[number].connection
    if not passed_on(settings, number):
        return connection
    return replace(connection, port=f"{RELAY}{socket_of(number)}")
