"""A device that is only read, whole records at a time."""

import os
from collections.abc import Callable
from io import FileIO

from drivers.scanner import ScannerLost
from drivers.waiting import LineWaiter

_ROOM = 4096  # bytes


class DeviceFile:
    """Fulfils ``Transport``; nothing can be sent there.

    ``name`` is what a technician calls it, ``reserve`` takes the open device for this program alone. Raises
    OSError.
    """

    def __init__(self, path: str, name: str, reserve: Callable[[FileIO], None]) -> None:
        self._name = name
        self._file = FileIO(path, opener=_without_waiting)
        try:
            reserve(self._file)
        except OSError:
            self._file.close()
            raise
        self._waiter = LineWaiter(self._file.fileno())

    def read(self, until: float | None) -> bytes:
        """See Transport."""
        try:
            # None is nothing yet, and nothing at all the end.
            read = self._file.read(_ROOM) if self._waiter.wait(until) else None
        except OSError as error:
            raise self._lost() from error
        if read == b"":
            raise self._lost()
        return read or b""

    def write(self, data: bytes) -> None:
        """See Transport."""

    def set_rts(self, is_asserted: bool) -> None:
        """See Transport."""

    def wake(self) -> None:
        """See Transport."""
        self._waiter.wake()

    def close(self) -> None:
        """See Transport."""
        self._waiter.close()
        self._file.close()

    def _lost(self) -> ScannerLost:
        return ScannerLost(f"The scanner at {self._name} was lost: it was unplugged or switched off.")


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NONBLOCK)
