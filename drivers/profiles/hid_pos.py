"""Scanners that are a “HID POS scanner” by USB: reports of 64 bytes, which no keyboard layout changes.

A report: its number 2, the length of the data, an AIM identifier in three bytes, data in 56 bytes, three more
bytes, of which bit 0 of the last says that the data go on in the next report.
Sources: Access-IS LSR118 manual, page 68, and Honeywell's units; HID Usage Tables, page 0x8C.
"""

from collections.abc import Sequence

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import LONGEST_FRAME, Frame
from drivers.profile import Example, Profile, Proof
from drivers.session import Event
from drivers.symbology import Symbology, split_aim
from drivers.transport import TransportKind

_SIZE, _NUMBER = 64, 2
_AIM, _DATA = slice(2, 5), 5
_MOST_DATA = 56
_NO_AIM = bytes(3)
_GOES_ON = 0x01
_GAP = 0.2  # seconds within one scan


class PosSession:
    """Reports, and what several of them are together. Fulfils ``ScannerSession``."""

    def __init__(self, _line: Connection) -> None:
        self._report = b""
        self._aim = b""
        self._data = b""
        self._length = 0
        self._given_up_at: float | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return self._given_up_at

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        held, frames = self._report + chunk, []
        # A read begins with a report, unless it goes on with one: what has another number is another report.
        while len(held) >= _SIZE and held[0] == _NUMBER:
            report, held = held[:_SIZE], held[_SIZE:]
            frames += self._frames(report, now)
        self._report = held if held[:1] == bytes([_NUMBER]) else b""
        self._given_up_at = now + _GAP if self._report or self._length else None
        return frames

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._given_up_at is None or now < self._given_up_at:
            return []
        self._report, self._given_up_at = b"", None
        return [Frame(None, self._begin_anew(), now)] if self._length else []

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def _frames(self, report: bytes, now: float) -> list[Frame]:
        """What a report brings to its end: a scan, and before it one that was cut off."""
        length, aim = report[1], report[_AIM]
        if length > _MOST_DATA:
            return []
        is_another = self._length > 0 and aim not in (self._aim, _NO_AIM)
        frames = [Frame(None, self._begin_anew(), now)] if is_another else []
        self._aim = self._aim if self._length else aim
        self._length += length
        if self._length <= LONGEST_FRAME:
            self._data += report[_DATA : _DATA + length]
        if report[-1] & _GOES_ON or not self._length:
            return frames
        data = self._data if self._length <= LONGEST_FRAME else None
        return [*frames, Frame(data, self._begin_anew(), now, symbology=_kind(self._aim))]

    def _begin_anew(self) -> int:
        """Forget what is held of a scan; return how long it was."""
        length, self._length, self._data = self._length, 0, b""
        return length


def _kind(aim: bytes) -> Symbology | None:
    return split_aim(aim.decode("latin-1") + "0")[1]


def report(aim: str, data: bytes, goes_on: bool = False) -> bytes:
    """The report of ``data``, 56 bytes of it at the most."""
    head = bytes([_NUMBER, len(data)]) + aim.encode("ascii")
    return (head + data).ljust(_SIZE - 1, b"\0") + bytes([_GOES_ON if goes_on else 0])


_LONG = "https://shop.example/c/" + 10 * "0123456789"

PROFILE = Profile(
    name="hid-pos",
    title="any that is a HID POS scanner by USB",
    session=PosSession,
    examples=(
        Example(report("]E0", b"2912345678906"), "2912345678906", Symbology.EAN13),
        Example(report("]C0", b"LOY-000123"), "LOY-000123", Symbology.CODE128),
        Example(
            report("]Q1", _LONG[:56].encode(), goes_on=True)
            + report("]Q1", _LONG[56:112].encode(), goes_on=True)
            + report("]Q1", _LONG[112:].encode()),
            _LONG,
            Symbology.QR,
        ),
    ),
    proof=Proof.SIMULATED,
    unverified="whether every maker has the data at these places",
    sends_lines=False,
    transport=TransportKind.HIDRAW,
)
