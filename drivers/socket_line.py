"""A connection over TCP, opened by whoever sends at its other end."""

import socket
import time
from contextlib import suppress

from drivers.scanner import ScannerLost
from drivers.waiting import LineWaiter

_ROOM = 4096
_LONGEST_WRITE = 0.25


class SocketLine:
    """Fulfils ``Transport``; lost when the other end closes it, or is silent for ``patience`` seconds."""

    def __init__(self, connection: socket.socket, patience: float) -> None:
        self._connection, self._patience = connection, patience
        connection.settimeout(_LONGEST_WRITE)
        self._waiter = LineWaiter(connection.fileno())
        self._last_at = time.monotonic()

    def read(self, until: float | None) -> bytes:
        """See Transport."""
        ends_at = self._last_at + self._patience
        if self._waiter.wait(ends_at if until is None else min(until, ends_at)):
            return self._received()
        if time.monotonic() >= ends_at:
            raise ScannerLost("Nothing came over the connection for too long.")
        return b""

    def write(self, data: bytes) -> None:
        """See Transport; whoever does not take what is sent is lost."""
        try:
            self._connection.sendall(data)
        except OSError as error:
            raise ScannerLost("The connection does not take what is sent.") from error

    def set_rts(self, is_asserted: bool) -> None:
        """See Transport; there is no such line."""

    def wake(self) -> None:
        """See Transport."""
        self._waiter.wake()

    def close(self) -> None:
        """See Transport."""
        self._waiter.close()
        with suppress(OSError):
            self._connection.close()

    def _received(self) -> bytes:
        try:
            data = self._connection.recv(_ROOM)
        except OSError as error:
            raise ScannerLost("The connection was lost.") from error
        if not data:
            raise ScannerLost("The connection was closed.")
        self._last_at = time.monotonic()
        return data
