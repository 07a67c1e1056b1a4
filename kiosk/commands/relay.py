"""`kiosk relay`: owns the scanners whose scans go on to a till, and lets the kiosk hear them.

A process of its own: a till gets what is scanned also while the kiosk starts, hangs or is stopped.
"""

import logging
import signal
from argparse import Namespace
from contextlib import ExitStack
from functools import partial
from threading import Event
from types import FrameType

from drivers import Refusal, Scan
from drivers.framing import Frame
from drivers.profiles import profile_named
from drivers.relay.station import Station
from drivers.till.outlet import Outlet
from drivers.till.passing import Passing
from drivers.till.ways import open_way
from kiosk.commands import CommandError
from kiosk.journal import start_journal
from kiosk.listener import Listener
from kiosk.machine.notify import notifier, watchdog_seconds
from kiosk.relaying import passed_on, socket_of
from kiosk.settings import Settings

_BEATS = 3
"""Signs of life in the time after which systemd would start it anew."""

log = logging.getLogger("kiosk")


class RelayedPort:
    """One scanner: what it reads goes on to each till, and to whoever hears at its socket.

    Fulfils `drivers.watcher.Watcher`. Raises OSError where the socket cannot be made.
    """

    def __init__(self, settings: Settings, number: int) -> None:
        own, ways = settings.card_patterns, passed_on(settings, number)
        line = settings.scanner[number].connection
        usual = None if profile_named(line.profile).sends_lines else b"\r"
        self._outlets = [Outlet(way.to, partial(open_way, way.connection)) for way in ways]
        self._passing = [
            Passing(way.what, way.ending_bytes or usual, own, outlet.put)
            for way, outlet in zip(ways, self._outlets, strict=True)
        ]
        self._listener = Listener(line, own, self._deliver, self._tell, watcher=self)
        self._station = Station(socket_of(number), self._listener.command)
        self._parts: list[Outlet | Station | Listener] = [*self._outlets, self._station, self._listener]

    def start(self) -> None:
        """Begin to pass on."""
        for part in self._parts:
            part.start()

    def stop(self) -> None:
        """Let go of scanner and tills."""
        for part in reversed(self._parts):
            part.stop()

    @property
    def is_alive(self) -> bool:
        """True while all its threads run."""
        return all(part.is_alive for part in self._parts)

    def came(self, chunk: bytes) -> None:
        """See Watcher."""
        for passing in self._passing:
            passing.came(chunk)

    def was_read(self, frame: Frame, read: Scan | Refusal | None) -> None:
        """See Watcher."""
        for passing in self._passing:
            passing.was_read(frame, read)

    def _deliver(self, scan: Scan | Refusal) -> None:
        self._station.tell(scan)

    def _tell(self, well: bool) -> None:
        self._station.tell(well)


def relay(settings: Settings, _chosen: Namespace) -> int:
    """Pass on until it is told to stop."""
    numbers = [number for number in range(len(settings.scanner)) if passed_on(settings, number)]
    if not numbers:
        print("Nothing is passed on: the settings have no [[pass_on]].")
        return 0
    start_journal()
    stopped = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, partial(_stop, stopped))
    with ExitStack() as held:
        ports = [_started(settings, number, held) for number in numbers]
        _live(ports, stopped)
    return 0


def _started(settings: Settings, number: int, held: ExitStack) -> RelayedPort:
    try:
        port = RelayedPort(settings, number)
    except OSError as error:
        raise CommandError(f"{socket_of(number)} cannot be made: {error.strerror}.") from None
    port.start()
    held.callback(port.stop)
    return port


def _live(ports: list[RelayedPort], stopped: Event) -> None:
    """Give signs of life while all threads run."""
    tell, patience = notifier(), watchdog_seconds()
    tell("READY=1")
    while not stopped.wait(patience / _BEATS if patience else None):
        if all(port.is_alive for port in ports):
            tell("WATCHDOG=1")


def _stop(stopped: Event, _number: int, _frame: FrameType | None) -> None:
    stopped.set()
