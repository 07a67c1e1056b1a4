"""A thread that opens something, works with it, and opens it anew when it was lost, until it is stopped."""

import logging
from collections.abc import Callable
from threading import Event, Thread

from drivers import ScannerLost
from kiosk.mishap import where

RETRY_SECONDS = 0.5

log = logging.getLogger("kiosk")


class Retrying:
    """Does `work` again and again; `name` is that of the thread, and what the journal calls it.

    `work` opens it, calls `ready()`, and raises ScannerLost, or returns, when that is over. `tell` gets
    whether it is there, as often as that changes, on that thread.
    """

    def __init__(self, name: str, work: Callable[[], None], tell: Callable[[bool], None]) -> None:
        self._name, self._work, self._tell = name, work, tell
        self._stopped = Event()
        self._told: bool | None = None
        self._thread = Thread(target=self._try, name=name, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not anything is open."""
        return self._thread.is_alive()

    @property
    def is_stopped(self) -> bool:
        """True from `stop` on."""
        return self._stopped.is_set()

    def ready(self) -> None:
        """It is open."""
        self._say(True)

    def stop(self, let_go: Callable[[], None]) -> None:
        """Try no more, and have `let_go` end the work; returns when it has ended, or after two seconds."""
        self._stopped.set()
        let_go()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _try(self) -> None:
        while not self._stopped.is_set():
            try:
                self._work()
            except ScannerLost as lost:
                if self._told is not False:
                    log.warning("%s lost: %s", self._name, lost)
                self._say(False)
            except Exception as error:
                log.error("error at the %s: %s", self._name, where(error))
                self._say(False)
            self._stopped.wait(RETRY_SECONDS)

    def _say(self, well: bool) -> None:
        if well is not self._told:
            self._told = well
            if well:
                log.info("%s ready", self._name)
            self._tell(well)
