"""Everything that scans come from, as the settings have it, each heard on a thread of its own."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Lock
from typing import Protocol

from drivers import Command, Connection, Reason, Refusal, Scan
from drivers.listening import listens
from drivers.opening import RELAY
from drivers.profiles import profile_named
from drivers.transport import TransportKind
from kiosk.commands.trial import Trial, Tried
from kiosk.health.vitals import VitalsTold
from kiosk.listener import Listener
from kiosk.network.asking import Asking
from kiosk.people.greeting.outcomes import SIGNALS, Outcome
from kiosk.relaying import passed_on, socket_of
from kiosk.scan_queue import Heard
from kiosk.settings import Network, Scanner, Settings

Answer = Callable[[Outcome | None], None]

_NOISE_AGAIN_AFTER = 0.5
"""Seconds: noise without end is told of twice a second at most."""


class Source(Protocol):
    """What scans come from: a scanner, lines over the network, or HTTP."""

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not the source is there."""
        ...

    def start(self) -> None:
        """Begin to listen."""
        ...

    def stop(self) -> None:
        """Let go of it; returns when that is done, or after some seconds."""
        ...


class Scanners:
    """All of them as one.

    `deliver` gets what is scanned, and tells the scanner, or whoever sent it, what became of it; `tell` gets
    how many are lost as often as that changes. Both are called on the thread of a source. The vitals hear of
    everything first.
    """

    def __init__(
        self,
        settings: Settings,
        vitals: VitalsTold,
        trial: Trial,
        deliver: Callable[[Heard], None],
        tell: Callable[[int], None],
    ) -> None:
        self._settings, self._own = settings, settings.card_patterns
        self._vitals, self._trial, self._deliver, self._tell = vitals, trial, deliver, tell
        self._lost: set[int] = set()
        self._counting = Lock()
        self._noise_at = 0.0
        self._asking = Asking(deliver)
        self.listeners = [self._scanner(n, one) for n, one in enumerate(settings.scanner)]
        if settings.network.http is not None:
            self.listeners.append(self._http(len(self.listeners), settings.network))

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

    # What takes scans from a network is loaded where there is one to be taken from.

    def _scanner(self, number: int, scanner: Scanner) -> Source:
        found = partial(self._found, number)
        if listens(scanner.port):
            from kiosk.network.lines import LineListener

            return LineListener(scanner.port, self._own, partial(self._asked, number), found)

        def answer(outcome: Outcome | None) -> None:
            """Let the scanner beep or light, where it can."""
            if outcome is not None:
                listener.command(Command(SIGNALS[outcome].value))

        line, heard = _heard_at(self._settings, number), partial(self._heard, number, answer)
        tried = Tried(self._trial, profile_named(line.profile).transport is TransportKind.SERIAL)
        listener = Listener(line, self._own, heard, found, tried)
        return listener

    def _http(self, number: int, network: Network) -> Source:
        from kiosk.network.http import serve_scans

        return serve_scans(
            network.http or "",
            network.token or "",
            self._own,
            partial(self._asked, number),
            partial(self._found, number),
        )

    def _heard(self, number: int, answer: Answer, scan: Scan | Refusal) -> None:
        self._vitals.heard(number)
        if self._trial.is_on:
            # The bytes of one that is passed on are seen by the process that owns it.
            if passed_on(self._settings, number):
                self._trial.show("", scan, ())
        elif not self._is_noise_again(scan):
            self._deliver(Heard(scan, answer))

    def _asked(self, number: int, scan: Scan | Refusal) -> Outcome:
        """What became of a scan from the network, waited for. Raises TooManyWait, NoAnswer."""
        self._vitals.heard(number)
        if self._trial.is_on:
            self._trial.show("", scan, ())
            return Outcome.NOT_OURS
        return Outcome.UNREADABLE if self._is_noise_again(scan) else self._asking.ask(scan)

    def _is_noise_again(self, scan: Scan | Refusal) -> bool:
        if not isinstance(scan, Refusal) or scan.reason is not Reason.UNREADABLE:
            return False
        is_again = scan.received_at - self._noise_at < _NOISE_AGAIN_AFTER
        if not is_again:
            self._noise_at = scan.received_at
        return is_again

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
