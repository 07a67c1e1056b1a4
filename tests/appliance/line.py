"""A line on which QEMU and the agent in the machine speak: one JSON object a line of text."""

import json
import socket
from pathlib import Path
from time import monotonic, sleep
from typing import Any


class Line:
    """The near end of it; `file` is its socket, which may take a moment to be there."""

    def __init__(self, file: Path) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        deadline = monotonic() + 30
        while True:
            try:
                self._socket.connect(str(file))
                break
            except OSError:
                assert monotonic() < deadline, f"{file} is not there"
                sleep(0.05)
        self._text = b""
        self.patience(60)

    def patience(self, seconds: float) -> None:
        """How long an answer may take before it is a TimeoutError."""
        self._socket.settimeout(seconds)

    def receive(self) -> dict[str, Any]:
        """The next thing that is said, asked for or not."""
        while b"\n" not in self._text:
            more = self._socket.recv(65536)
            assert more, "the line has gone"
            self._text += more
        line, _, self._text = self._text.partition(b"\n")
        told: dict[str, Any] = json.loads(line)
        return told

    def ask(self, question: dict[str, Any]) -> Any:
        """What is returned for a command; what was said meanwhile is passed over."""
        self._socket.sendall(json.dumps(question).encode() + b"\n")
        while True:
            told = self.receive()
            assert "error" not in told, f"{question}: {told['error']}"
            if "return" in told:
                return told["return"]
