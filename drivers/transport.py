"""How the bytes of a scanner travel, apart from what they mean."""

from enum import StrEnum
from typing import Protocol


class TransportKind(StrEnum):
    """The ways there are: a serial line, the keys of an input device, or the raw reports of a HID."""

    SERIAL = "serial"
    INPUT = "input"
    HIDRAW = "hidraw"


class Transport(Protocol):
    """An open way to a scanner. One thread owns it; ``wake`` alone may be called from any other."""

    def read(self, until: float | None) -> bytes:
        """Wait for bytes until the monotonic time ``until``, or for ever, and return them.

        Empty when the time has come, or when it was woken. Raises ScannerLost.
        """
        ...

    def write(self, data: bytes) -> None:
        """Send ``data``; what a scanner does not take at once is dropped. Raises ScannerLost."""
        ...

    def set_rts(self, is_asserted: bool) -> None:
        """Set the line "request to send", where there is one. Raises ScannerLost."""
        ...

    def wake(self) -> None:
        """End the waiting, or the next one: from any thread, also once it is closed."""
        ...

    def close(self) -> None:
        """Let go of the scanner."""
        ...
