"""A scanner that is not there: a real pseudo-terminal for demonstrations and tests."""

import os
import select
import tty
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 5.0


class PretendScanner:
    """A serial scanner to read from at ``port``, and to scan with from a program.

    With ``link`` it is found under that path as well, whatever number its terminal has. ``close()``
    unplugs it: whoever reads from it sees the line hang up.
    """

    def __init__(self, link: Path | None = None) -> None:
        # The reader's end is held open too: without it the line hangs up until somebody reads.
        self._scanner_end, self._reader_end = os.openpty()
        tty.setraw(self._reader_end)
        os.set_blocking(self._scanner_end, False)
        self.port = os.ttyname(self._reader_end)
        self._link = link
        if link is not None:
            link.unlink(missing_ok=True)
            link.symlink_to(self.port)
        self._is_open = True

    def scan(self, number: str, ending: bytes = b"\r") -> None:
        """Send ``number`` in UTF-8, and ``ending``."""
        self.send(number.encode() + ending)

    def send(self, raw: bytes) -> None:
        """Send ``raw``; raises TimeoutError when the terminal is full and nobody reads for 5 seconds."""
        left = memoryview(raw)
        while left:
            _, writable, _ = select.select([], [self._scanner_end], [], _PATIENCE)
            if not writable:
                raise TimeoutError("nobody reads what the pretend scanner sends")
            left = left[os.write(self._scanner_end, left) :]

    def receive(self, patience: float = _PATIENCE) -> bytes:
        """Return what was sent to the scanner, waiting so many seconds for it; empty where nothing was."""
        readable, _, _ = select.select([self._scanner_end], [], [], patience)
        return os.read(self._scanner_end, 4096) if readable else b""

    def close(self) -> None:
        """Unplug the scanner; once is enough."""
        if not self._is_open:
            return
        self._is_open = False
        if self._link is not None:
            self._link.unlink(missing_ok=True)
        os.close(self._scanner_end)
        os.close(self._reader_end)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
