"""The scanner thread: opens the scanner, listens, and never gives up until it is stopped."""

from collections.abc import Callable, Sequence
from contextlib import closing

from drivers import CardPattern, Command, Connection, Refusal, Scan, Scanner, open_scanner
from drivers.discovery import Identity
from drivers.watcher import Watcher
from kiosk.retrying import Retrying


class Listener:
    """Listens to one scanner on a thread of its own, the only one that touches its port.

    `deliver` gets what is scanned, `tell` whether the scanner is there; both are called on that thread.
    `watcher` sees everything that comes, on it, too.
    """

    def __init__(
        self,
        line: Connection,
        own: Sequence[CardPattern],
        deliver: Callable[[Scan | Refusal], None],
        tell: Callable[[bool], None],
        watcher: Watcher | None = None,
    ) -> None:
        self._line, self._own, self._watcher = line, own, watcher
        self._deliver = deliver
        self._scanner: Scanner | None = None
        self._seen: Identity | None = None
        self._retrying = Retrying("scanner", self._listen, tell)

    def start(self) -> None:
        """Begin to listen."""
        self._retrying.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not the scanner is there."""
        return self._retrying.is_alive

    def command(self, command: Command) -> None:
        """Have the scanner do something, where it is there and can; returns at once."""
        if self._scanner is not None:
            self._scanner.command(command)

    def stop(self) -> None:
        """Let go of the scanner; returns when the port is closed, or after two seconds."""
        self._retrying.stop(self._let_go)

    def _let_go(self) -> None:
        if self._scanner is not None:
            self._scanner.stop()

    def _listen(self) -> None:
        scanner = open_scanner(self._line, self._own, self._seen, self._watcher)
        self._seen = scanner.identity or self._seen
        self._scanner = scanner
        if self._retrying.is_stopped:
            scanner.stop()
        self._retrying.ready()
        # Closed, the port is free again even when somebody stumbles over a scan.
        with closing(scanner.scans()) as scans:
            for scan in scans:
                self._deliver(scan)
