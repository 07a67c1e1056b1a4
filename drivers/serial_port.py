"""One serial port, owned by one thread."""

import errno
import fcntl
import io
import termios
import threading
import time
from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import TypeVar

import serial

from drivers.bursts import BurstReader
from drivers.card_pattern import CardPattern
from drivers.discovery import Identity, find, identify
from drivers.framing import Frame
from drivers.line import SerialLine
from drivers.port_address import shown, why_refused
from drivers.profiles import PROFILES
from drivers.scanner import Refusal, Scan, ScannerLost
from drivers.waiting import LineWaiter

Read = TypeVar("Read")

_LONGEST_WAIT = 0.25
_STRIPE_READERS = {0x0801: "MagTek", 0x0ACD: "ID Tech"}
# A serial.SerialException is an OSError. A TypeError comes from a port that vanishes while it is being
# looked at or read, a termios.error from one that hung up, a ValueError from settings it cannot have.
_PORT_ERRORS = (OSError, TypeError, ValueError, termios.error)
_CAUSES: dict[object, str] = {
    errno.ENOENT: "there is no such device, so it may be unplugged",
    errno.ENXIO: "the device does not answer, so it may be unplugged",
    errno.ENODEV: "the device does not answer, so it may be unplugged",
    errno.EIO: "the device does not answer, so it may be unplugged",
    errno.EACCES: "this account may not use it and should be in the group dialout",
    errno.EPERM: "this account may not use it and should be in the group dialout",
    errno.EAGAIN: "another program is using it",
    errno.EBUSY: "another program is using it",
}


class SerialScanner:
    """A Scanner on an open serial port; ``identity`` is its USB device, to find it again after a loss."""

    def __init__(
        self, port: serial.Serial, line: SerialLine, own: Sequence[CardPattern], identity: Identity | None
    ) -> None:
        self.identity = identity
        self._port = port
        self._name = line.port
        self._framer = PROFILES[line.profile](line)
        self._reader = BurstReader(own)
        self._stopping = threading.Event()
        self._waiter = _waiter(port)

    def scans(self) -> Generator[Scan | Refusal, None, None]:
        """See Scanner."""
        return self.read_by(self._reader.read)

    def read_by(self, reader: Callable[[Frame], Read | None]) -> Generator[Read, None, None]:
        """Yield what ``reader`` makes of each frame, but None, in the way of ``scans()``."""
        try:
            while not self._stopping.is_set():
                for frame in self._read():
                    read = reader(frame)
                    if read is not None:
                        yield read
        finally:
            self._close()

    def stop(self) -> None:
        """See Scanner."""
        self._stopping.set()
        if self._waiter is not None:
            self._waiter.interrupt()

    def _read(self) -> list[Frame]:
        try:
            can_be_read = self._waiter is None or self._waiter.wait(self._framer.due)
            chunk = self._port.read(max(1, self._port.in_waiting)) if can_be_read else b""
        except _PORT_ERRORS as error:
            raise ScannerLost(
                f"The scanner at {self._name} was lost: it was unplugged or switched off,"
                " or another program reads from it."
            ) from error
        now = time.monotonic()
        return self._framer.feed(chunk, now) if chunk else self._framer.tick(now)

    def _close(self) -> None:
        if self._waiter is not None:
            self._waiter.close()
        with suppress(*_PORT_ERRORS):
            _reserve(self._port, termios.TIOCNXCL)
        with suppress(*_PORT_ERRORS):
            self._port.close()


def open_scanner(
    line: SerialLine, own: Sequence[CardPattern] = (), seen: Identity | None = None
) -> SerialScanner:
    """Open the scanner on ``line``, for this program alone; what was sent before is dropped.

    ``own`` are the shop's card patterns. ``seen`` is the identity of the scanner that was lost: it is
    found again when it comes back under another path. Raises ScannerLost.
    """
    _refuse_bad_settings(line)
    try:
        path = find(line.port, seen)
        identity = identify(path)
        _refuse_stripe_reader(path, identity)
        return SerialScanner(_open(path, line), line, own, identity)
    except _PORT_ERRORS as error:
        cause = _CAUSES.get(error.args[0] if error.args else None, str(error))
        raise ScannerLost(f"The scanner at {line.port} cannot be opened: {cause}.") from error


def _refuse_bad_settings(line: SerialLine) -> None:
    reason = why_refused(line.port)
    if reason:
        raise ScannerLost(f"The scanner at {shown(line.port)} is refused: {reason}.")
    if line.profile not in PROFILES:
        raise ScannerLost(
            f"The scanner at {line.port} cannot be opened: {line.profile} is not a known profile."
        )


def _refuse_stripe_reader(path: str, identity: Identity | None) -> None:
    maker = _STRIPE_READERS.get(identity.vid) if identity else None
    if maker:
        raise ScannerLost(f"The device at {path} is refused: {maker} makes readers of magnetic stripes.")


def _open(path: str, line: SerialLine) -> serial.Serial:
    # pyserial sets a remote port up anew whenever the time-out changes, so there is only one. It is no
    # longer than the gap, and a read begins right behind the last byte: the end of a gap is never late.
    port = serial.serial_for_url(
        path,
        baudrate=line.baud,
        bytesize=line.bits,
        parity=line.parity[0].upper(),
        stopbits=line.stop_bits,
        timeout=min(_LONGEST_WAIT, line.gap),
        exclusive=True,
    )
    _reserve(port, termios.TIOCEXCL)
    return port


def _waiter(port: serial.Serial) -> LineWaiter | None:
    """Return None for rfc2217://, which pyserial reads on a thread of its own: there the read waits."""
    try:
        return LineWaiter(port.fileno())
    except io.UnsupportedOperation:
        return None


def _reserve(port: serial.Serial, request: int) -> None:
    """Keep out (TIOCEXCL) or let in (TIOCNXCL) programs that do not heed the lock pyserial takes."""
    if isinstance(port, serial.Serial):
        fcntl.ioctl(port.fileno(), request)
