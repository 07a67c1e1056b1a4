"""RFID readers of 125 kHz tags on a serial line: RDM6300, RDM630, ID-12, ID-12LA, ID-20.

A tag is read as the number that is printed on it: the lower four of its five bytes, in ten decimal digits.
Sources: arduino12/rdm6300 (facts alone); SparkFun's data sheet of the ID-12, page 4.
"""

import re
from collections.abc import Sequence
from functools import reduce
from operator import xor

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Frame
from drivers.packets import PacketCutter
from drivers.profile import Example, Profile, Proof
from drivers.session import Event
from drivers.symbology import Symbology

_PACKET = re.compile(rb"\x02([0-9A-Fa-f]{12})(?:\r\n)?\x03")
_LONGEST = 16
BEGINNING = b"\x02"
_GONE_AFTER = 0.5
"""Seconds without a packet after which a tag is gone: one that lies there is sent 15 times a second."""


def is_packet(packet: bytes) -> bool:
    """Tell whether these bytes are a whole packet of a reader, with the right sum."""
    found = _PACKET.fullmatch(packet)
    return found is not None and reduce(xor, bytes.fromhex(found[1].decode("ascii"))) == 0


def measure(rest: bytes) -> int | None:
    """Of a packet: STX, ten digits of the tag and two of the sum, CR LF from some readers, ETX."""
    end = rest.find(b"\x03") + 1
    if end == 0:
        return None
    return end if is_packet(rest[:end]) else 0


class RfidSession:
    """A reader that repeats a tag for as long as it lies there. Fulfils ``ScannerSession``."""

    def __init__(self, _line: Connection) -> None:
        self._packets = PacketCutter([BEGINNING], measure, _LONGEST)
        self._lying: bytes | None = None
        self._seen_at = 0.0

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return self._seen_at + _GONE_AFTER if self._lying or self._packets.holds_something else None

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        _, packets = self._packets.cut(chunk)
        if packets or not self._lying:
            self._seen_at = now
        return [self._frame(packet, now) for packet in packets if self._is_new(packet)]

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if now >= self._seen_at + _GONE_AFTER:
            self._lying = None
            self._packets.give_up()
        return []

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def _is_new(self, packet: bytes) -> bool:
        before, self._lying = self._lying, packet
        return packet != before

    def _frame(self, packet: bytes, now: float) -> Frame:
        printed = b"%010d" % int(packet[3:11], 16)
        return Frame(printed, len(packet), now, symbology=Symbology.TAG)


_EXAMPLES = (
    Example(b"\x0262E3086CED08\x03", "3808980205", Symbology.TAG),
    Example(b"\x0201000734E0D2\x03", "0000472288", Symbology.TAG),
    Example(b"\x023C00CE754CCB\x03", "0013530444", Symbology.TAG),
    Example(b"\x0213005D1DA5F6\x03", "0006102437", Symbology.TAG),
)
_WITH_LINE_END = (Example(b"\x0201082F86DC7C\r\n\x03", "0137332444", Symbology.TAG),)

RDM6300 = Profile(
    name="rdm6300",
    title="RDM6300, RDM630",
    session=RfidSession,
    examples=_EXAMPLES,
    proof=Proof.SIMULATED,
    sends_lines=False,
)
ID12 = Profile(
    name="id12",
    title="ID-12, ID-12LA, ID-20",
    session=RfidSession,
    examples=_WITH_LINE_END,
    proof=Proof.SIMULATED,
    sends_lines=False,
)
