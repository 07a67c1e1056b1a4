"""The packets of SSI, the Simple Serial Interface: how they are built, and where one ends.

LEN, opcode, source, status, data, and the sum in two bytes, high byte first: the two's complement of the sum
of all bytes before it. LEN counts all but the sum.
Sources: SE-923 manual, page 160; SE955, pages 188 to 193; DS9908, page 251.
"""

from enum import IntEnum
from typing import NamedTuple

SHORTEST, LONGEST = 4, 255
"""What LEN may say."""
SUM = 2
HOST, SCANNER = 4, 0
"""Where a packet comes from."""
_FIRST_OPCODE = 0x80
"""Of those that a scanner sends."""


class Opcode(IntEnum):
    """What a packet is for."""

    PARAM_SEND = 0xC6
    ACK = 0xD0
    NAK = 0xD1
    START_SESSION = 0xE4
    BEEP = 0xE6
    LED_ON = 0xE7
    SCAN_ENABLE = 0xE9
    SCAN_DISABLE = 0xEA
    DECODE_DATA = 0xF3
    EVENT = 0xF6


class Status(IntEnum):
    """The bits of the status byte; scanners set others of their own, which mean nothing here."""

    RETRANSMIT = 1
    CONTINUES = 2


class Packet(NamedTuple):
    """One whole packet."""

    opcode: int
    status: int
    data: bytes


def build(opcode: Opcode, data: bytes = b"", *, again: bool = False, source: int = HOST) -> bytes:
    """Return a packet with at most 251 bytes of data; ``again`` marks one that was sent before."""
    status = Status.RETRANSMIT if again else 0
    body = bytes([SHORTEST + len(data), opcode, source, status]) + data
    return body + checksum(body)


def checksum(body: bytes) -> bytes:
    """Return the two bytes that belong behind ``body``."""
    return (-sum(body) & 0xFFFF).to_bytes(SUM, "big")


def may_begin(held: bytes) -> bool:
    """Tell whether these bytes, at least one, can be the beginning of a scanner's packet."""
    return (
        held[0] >= SHORTEST
        and (len(held) < 2 or held[1] >= _FIRST_OPCODE)
        and (len(held) < 3 or held[2] == SCANNER)
    )


def is_whole(held: bytes) -> bool:
    """Tell whether a packet that begins these bytes has come to its end."""
    return len(held) >= held[0] + SUM


def parse(held: bytes) -> Packet | None:
    """Read the whole packet that begins these bytes; None where its sum is wrong."""
    length = held[0]
    if checksum(held[:length]) != held[length : length + SUM]:
        return None
    return Packet(held[1], held[3], held[4:length])
