"""The scanner thread: opens the scanner, listens, and never gives up until it is stopped."""

import logging
from collections.abc import Callable, Sequence
from contextlib import closing
from threading import Event, Thread

from drivers import CardPattern, Command, Connection, Refusal, Scan, Scanner, ScannerLost, open_scanner
from drivers.discovery import Identity
from drivers.watcher import Watcher
from kiosk.mishap import where

RETRY_SECONDS = 0.5

log = logging.getLogger("kiosk")


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
        self._deliver, self._tell = deliver, tell
        self._stopped = Event()
        self._scanner: Scanner | None = None
        self._seen: Identity | None = None
        self._told: bool | None = None
        self._thread = Thread(target=self._listen, name="scanner", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not the scanner is there."""
        return self._thread.is_alive()

    def command(self, command: Command) -> None:
        """Have the scanner do something, where it is there and can; returns at once."""
        if self._scanner is not None:
            self._scanner.command(command)

    def stop(self) -> None:
        """Let go of the scanner; returns when the port is closed, or after two seconds."""
        self._stopped.set()
        if self._scanner is not None:
            self._scanner.stop()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _listen(self) -> None:
        while not self._stopped.is_set():
            try:
                self._listen_once()
            except ScannerLost as lost:
                if self._told is not False:
                    log.warning("scanner lost: %s", lost)
                self._say(False)
            except Exception as error:
                log.error("error at the scanner: %s", where(error))
                self._say(False)
            self._stopped.wait(RETRY_SECONDS)

    def _listen_once(self) -> None:
        scanner = open_scanner(self._line, self._own, self._seen, self._watcher)
        self._seen = scanner.identity or self._seen
        self._scanner = scanner
        if self._stopped.is_set():
            scanner.stop()
        self._say(True)
        # Closed, the port is free again even when somebody stumbles over a scan.
        with closing(scanner.scans()) as scans:
            for scan in scans:
                self._deliver(scan)

    def _say(self, well: bool) -> None:
        if well is not self._told:
            self._told = well
            if well:
                log.info("scanner ready")
            self._tell(well)
