"""The end of the process that hears a scanner which another process owns."""

import socket
import time
from collections.abc import Generator
from contextlib import suppress

from drivers.command import Command
from drivers.relay.messages import LONGEST, decode, encode_command
from drivers.scanner import Refusal, Scan, ScannerLost

_TOO_OLD = 5.0
"""Seconds after which a scan is dropped: whoever it was is not at the counter any more."""


class RelayedScanner:
    """A Scanner that is heard through a ``Station``. Raises ScannerLost where nobody serves at ``path``."""

    identity = None

    def __init__(self, path: str) -> None:
        self._path = path
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            self._socket.connect(path)
        except OSError as error:
            self._socket.close()
            raise ScannerLost(
                f"The process that passes scans on does not answer at {path}: {error.strerror}."
            ) from error
        if not self._is_there():
            self._socket.close()
            raise ScannerLost("The scanner was lost, says the process that passes scans on.")

    def scans(self) -> Generator[Scan | Refusal, None, None]:
        """See Scanner."""
        with self._socket:
            while (told := self._next()) is not None:
                if told is False:
                    raise ScannerLost("The scanner was lost, says the process that passes scans on.")
                if not isinstance(told, bool) and time.monotonic() - told.received_at < _TOO_OLD:
                    yield told

    def command(self, command: Command) -> None:
        """See Scanner."""
        with suppress(OSError):
            self._socket.send(encode_command(command), socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL)

    def stop(self) -> None:
        """See Scanner."""
        self._is_stopped = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)

    _is_stopped = False

    def _is_there(self) -> bool:
        return self._next() is True

    def _next(self) -> Scan | Refusal | bool | None:
        """What is told next; None when it was stopped. Raises ScannerLost when the other end has gone."""
        try:
            message = self._socket.recv(LONGEST)
            if message:
                return decode(message)
        except (OSError, ValueError) as error:
            if not self._is_stopped:
                raise ScannerLost(f"The process that passes scans on was lost: {error}.") from error
        if self._is_stopped:
            return None
        raise ScannerLost("The process that passes scans on was lost.")
