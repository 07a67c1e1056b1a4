"""The thread that takes lines over TCP: each is a scan, answered with one line."""

import logging
import socket
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from threading import Lock, Thread
from time import monotonic

from drivers import CardPattern, Refusal, Scan, ScannerLost
from drivers.line_server import PATIENCE, LineServer, Sender
from kiosk.mishap import where
from kiosk.network.asking import NoAnswer, TooManyWait
from kiosk.people.greeting.outcomes import Outcome
from kiosk.retrying import Retrying

MOST_SENDERS = 8
BUSY = "busy"
"""Said in place of an outcome: too much comes at once, or the kiosk does not answer. Send it again."""

_LEAVING = 2.0

log = logging.getLogger("kiosk")


class LineListener:
    """Listens at `port`, and to each of at most eight senders on a thread of its own.

    A sender's next line is read when the one before is answered, so that a flood waits where it comes from.
    `ask` tells what became of a scan; it raises TooManyWait and NoAnswer. `tell` gets whether it listens.
    """

    def __init__(
        self,
        port: str,
        own: Sequence[CardPattern],
        ask: Callable[[Scan | Refusal], Outcome],
        tell: Callable[[bool], None],
        patience: float = PATIENCE,
    ) -> None:
        self._port, self._own, self._ask, self._patience = port, own, ask, patience
        self._server: LineServer | None = None
        self._senders: dict[Sender, Thread] = {}
        self._counting = Lock()
        self._retrying = Retrying("lines", self._listen, tell)

    def start(self) -> None:
        """Begin to listen."""
        self._retrying.start()

    @property
    def is_alive(self) -> bool:
        """True while its thread runs, whether or not it can listen."""
        return self._retrying.is_alive

    def stop(self) -> None:
        """Close every connection; returns when that is done, or after some seconds."""
        self._retrying.stop(self._let_go)
        until = monotonic() + _LEAVING
        for thread in list(self._senders.values()):
            thread.join(max(0, until - monotonic()))

    def _let_go(self) -> None:
        if self._server is not None:
            self._server.stop()

    def _listen(self) -> None:
        server = self._server = LineServer(self._port)
        if self._retrying.is_stopped:
            server.stop()
        try:
            self._retrying.ready()
            while (connection := server.next_connection()) is not None:
                self._admit(connection)
        finally:
            server.close()
            with self._counting:
                for sender in self._senders:
                    sender.scanner.stop()

    def _admit(self, connection: socket.socket) -> None:
        with self._counting:
            if len(self._senders) >= MOST_SENDERS:
                _turn_away(connection)
                return
            sender = Sender(connection, self._own, self._patience)
            thread = Thread(target=self._hear, args=(sender,), name="sender", daemon=True)
            self._senders[sender] = thread
        thread.start()

    def _hear(self, sender: Sender) -> None:
        try:
            with closing(sender.scanner.scans()) as scans:
                for scan in scans:
                    sender.say(self._word_for(scan))
        except ScannerLost:
            # Whoever sends comes and goes.
            pass
        except Exception as error:
            log.error("error at the network: %s", where(error))
        finally:
            with self._counting:
                del self._senders[sender]

    def _word_for(self, scan: Scan | Refusal) -> str:
        try:
            return self._ask(scan)
        except (TooManyWait, NoAnswer):
            return BUSY


def _turn_away(connection: socket.socket) -> None:
    with connection, suppress(OSError):
        connection.setblocking(False)
        connection.send(f"{BUSY}\n".encode())
