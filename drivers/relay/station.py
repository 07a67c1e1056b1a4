"""The end of the process that owns a scanner: whoever connects hears what is scanned."""

import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from select import select
from threading import Lock, Thread

from drivers.command import Command
from drivers.relay.messages import LONGEST, decode_command, encode
from drivers.scanner import Refusal, Scan


class Station:
    """Shares one scanner at a Unix socket with one listener, the newest that connects.

    Nobody waits for it: what a listener does not take, or nobody hears, is dropped. ``command`` gets what the
    listener asks of the scanner. Raises OSError where the socket cannot be made.
    """

    def __init__(self, path: Path, command: Callable[[Command], None]) -> None:
        self._path, self._command = path, command
        self._is_there = False
        self._listener: socket.socket | None = None
        self._changing = Lock()
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.unlink(missing_ok=True)
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.bind(str(path))
        self._socket.listen(1)
        self._ended, self._end = socket.socketpair()
        self._thread = Thread(target=self._serve, name="station", daemon=True)

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    @property
    def is_alive(self) -> bool:
        """True while it serves."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Send everybody away."""
        self._end.close()
        self._thread.join()
        self._ended.close()
        self._path.unlink(missing_ok=True)

    def tell(self, told: Scan | Refusal | bool) -> None:
        """Tell the listener what was scanned, or whether the scanner is there; from any thread."""
        with self._changing:
            if isinstance(told, bool):
                self._is_there = told
            self._send(told)

    def _send(self, told: Scan | Refusal | bool) -> None:
        if self._listener is not None:
            with suppress(OSError):
                self._listener.send(encode(told), socket.MSG_DONTWAIT | socket.MSG_NOSIGNAL)

    def _serve(self) -> None:
        with self._socket:
            while True:
                watched = [one for one in (self._ended, self._socket, self._listener) if one is not None]
                ready, _, _ = select(watched, [], [])
                if self._ended in ready:
                    self._change(None)
                    return
                if self._socket in ready:
                    self._change(self._socket.accept()[0])
                elif self._listener is not None:
                    self._listen(self._listener)

    def _listen(self, listener: socket.socket) -> None:
        try:
            message = listener.recv(LONGEST)
        except OSError:
            message = b""
        if not message:
            self._change(None)
        elif (command := decode_command(message)) is not None:
            self._command(command)

    def _change(self, listener: socket.socket | None) -> None:
        with self._changing:
            before, self._listener = self._listener, listener
            if before is not None:
                before.close()
            self._send(self._is_there)
