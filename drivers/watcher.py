"""Somebody who sees everything that a scanner sends."""

from typing import Protocol

from drivers.framing import Frame
from drivers.scanner import Refusal, Scan


class Watcher(Protocol):
    """Is called on the scanner's thread, and returns at once."""

    def came(self, chunk: bytes) -> None:
        """These bytes came, and nothing has looked at them yet."""
        ...

    def was_read(self, frame: Frame, read: Scan | Refusal | None) -> None:
        """This was read from a frame; None for one more line of a document, and for nothing."""
        ...
