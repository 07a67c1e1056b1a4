"""Lines over TCP from several senders at once, each with a connection of its own."""

import socket
from collections.abc import Sequence
from contextlib import suppress
from threading import Event

from drivers.card_pattern import CardPattern
from drivers.connected import ConnectedScanner
from drivers.framing import Ending, Framer
from drivers.line_session import LineSession
from drivers.listening import PROTOCOL, address_of, open_address
from drivers.session import Event as SessionEvent
from drivers.socket_line import SocketLine
from drivers.waiting import LineWaiter

PATIENCE = 300.0
"""Seconds of silence after which a connection is closed."""


_GAP = 0.08
"""Seconds of silence that tell two scans from the lines of one code, as with a scanner on a serial line."""


class _Lines(LineSession):
    """Lines that end with CR, LF or both; never with a pause, which means nothing over a network."""

    def __init__(self) -> None:
        super().__init__(Framer(Ending.LF, _GAP))

    def feed(self, chunk: bytes, now: float) -> Sequence[SessionEvent]:
        """See ScannerSession."""
        return super().feed(chunk.replace(b"\r", b"\n"), now)


class Sender:
    """Whoever has connected: its scans are those of a scanner, each to be answered by ``say``."""

    def __init__(self, connection: socket.socket, own: Sequence[CardPattern], patience: float) -> None:
        self._line = SocketLine(connection, patience)
        self.scanner = ConnectedScanner(self._line, _Lines(), own, None)

    def say(self, word: str) -> None:
        """Send a line; on the thread that takes the scans. Raises ScannerLost."""
        self._line.write(f"{word}\n".encode())


class LineServer:
    """Listens at ``port``, a ``listen://`` address. Raises ScannerLost where that cannot be."""

    def __init__(self, port: str) -> None:
        self._server = open_address(address_of(port.removeprefix(f"{PROTOCOL}://")), port)
        self._server.setblocking(False)
        self._waiter = LineWaiter(self._server.fileno())
        self._stopping = Event()

    def next_connection(self) -> socket.socket | None:
        """Wait for somebody to connect; None once it is stopped. Raises OSError."""
        while not self._stopping.is_set():
            if self._waiter.wait(None):
                # Whoever has gone again in the meantime is nobody.
                with suppress(BlockingIOError, ConnectionError):
                    return self._server.accept()[0]
        return None

    def stop(self) -> None:
        """End the waiting, from any thread."""
        self._stopping.set()
        self._waiter.wake()

    def close(self) -> None:
        """Listen no more."""
        self._waiter.close()
        self._server.close()
