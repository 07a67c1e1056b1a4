"""One serial port, owned by one thread."""

import errno
import fcntl
import io
import termios
from contextlib import suppress

import serial

from drivers.connection import Connection
from drivers.scanner import ScannerLost
from drivers.waiting import LineWaiter

_LONGEST_WAIT = 0.25
_LONGEST_WRITE = 0.25
# A serial.SerialException is an OSError. A TypeError comes from a port that vanishes while it is being
# looked at or read, a termios.error from one that hung up, a ValueError from settings it cannot have.
PORT_ERRORS = (OSError, TypeError, ValueError, termios.error)
_CAUSES: dict[object, str] = {
    errno.ENOENT: "there is no such device, so it may be unplugged",
    errno.ENXIO: "the device does not answer, so it may be unplugged",
    errno.ENODEV: "the device does not answer, so it may be unplugged",
    errno.EIO: "the device does not answer, so it may be unplugged",
    errno.EACCES: "this account may not use it and should be in the group {group}",
    errno.EPERM: "this account may not use it and should be in the group {group}",
    errno.EAGAIN: "another program is using it",
    errno.EBUSY: "another program is using it",
}


def cause_of(error: BaseException, group: str = "dialout") -> str:
    """Say why a port could not be opened, as a part of a sentence; ``group`` may use it."""
    return _CAUSES.get(error.args[0] if error.args else None, str(error)).replace("{group}", group)


class SerialPort:
    """Fulfils ``Transport`` for a device, ``socket://`` or ``rfc2217://``.

    It is this program's alone, and what came before is dropped. Raises one of ``PORT_ERRORS``.
    """

    def __init__(self, path: str, connection: Connection) -> None:
        self._name = connection.port
        self._port = _open(path, connection)
        self._waiter = _waiter(self._port)

    def read(self, until: float | None) -> bytes:
        """See Transport."""
        try:
            can_be_read = self._waiter is None or self._waiter.wait(until)
            return self._port.read(max(1, self._port.in_waiting)) if can_be_read else b""
        except PORT_ERRORS as error:
            raise self._lost() from error

    def write(self, data: bytes) -> None:
        """See Transport."""
        try:
            self._port.write(data)
        except serial.SerialTimeoutException:
            return
        except PORT_ERRORS as error:
            raise self._lost() from error

    def set_rts(self, is_asserted: bool) -> None:
        """See Transport; a pseudo-terminal has no such line."""
        with suppress(*PORT_ERRORS):
            self._port.rts = is_asserted

    def wake(self) -> None:
        """See Transport."""
        if self._waiter is not None:
            self._waiter.wake()

    def close(self) -> None:
        """See Transport."""
        if self._waiter is not None:
            self._waiter.close()
        with suppress(*PORT_ERRORS):
            _reserve(self._port, termios.TIOCNXCL)
        with suppress(*PORT_ERRORS):
            self._port.close()

    def _lost(self) -> ScannerLost:
        return ScannerLost(
            f"The scanner at {self._name} was lost: it was unplugged or switched off,"
            " or another program reads from it."
        )


def _open(path: str, connection: Connection) -> serial.Serial:
    # pyserial sets a remote port up anew whenever the time-out changes, so there is only one. It is no
    # longer than the gap, and a read begins right behind the last byte: the end of a gap is never late.
    port = serial.serial_for_url(
        path,
        baudrate=connection.baud,
        bytesize=connection.bits,
        parity=connection.parity[0].upper(),
        stopbits=connection.stop_bits,
        timeout=min(_LONGEST_WAIT, connection.gap),
        # The protocol for remote ports knows of none.
        write_timeout=None if path.startswith("rfc2217:") else _LONGEST_WRITE,
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
