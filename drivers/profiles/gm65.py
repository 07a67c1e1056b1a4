"""Small modules of the GM65 family (GM65, GM805, GM812, GM861): plain lines, and registers behind a CRC.

Source: GM65 manual, section 8 and appendices A and B. None of them has a beep or a light for the host.
"""

from binascii import crc_hqx
from enum import IntEnum

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.profile import Example, Profile, Proof

_COMMAND, _REPLY = b"\x7e\x00", b"\x02\x00"
_BEFORE_DATA, _CRC = 4, 2  # bytes
_LONGEST = _BEFORE_DATA + 255 + _CRC
_PATIENCE = 0.5  # seconds; the module drops a command that is not whole after 0.4
_TRIGGER_NOW = 0x0002


class _Kind(IntEnum):
    READ = 7
    WRITE = 8


def reading(register: int, count: int = 1) -> bytes:
    """Return the command that reads ``count`` registers, 1 to 255, from ``register`` on, 0 to 0xFFFF."""
    return _command(_Kind.READ, 1, register, bytes([count]))


def writing(register: int, values: bytes) -> bytes:
    """Return the command that writes ``values``, 1 to 255, from ``register`` on; power-off undoes it."""
    return _command(_Kind.WRITE, len(values), register, values)


def _command(kind: _Kind, count: int, register: int, data: bytes) -> bytes:
    body = bytes([kind, count]) + register.to_bytes(2, "big") + data
    return _COMMAND + body + _crc(body)


def _crc(body: bytes) -> bytes:
    """CRC-16/XMODEM, high byte first."""
    return crc_hqx(body, 0).to_bytes(2, "big")


def _measure(rest: bytes) -> int | None:
    if len(rest) < _BEFORE_DATA:
        return None
    end = _BEFORE_DATA + rest[3]
    if len(rest) < end + _CRC:
        return None
    return end + _CRC if rest[end : end + _CRC] == _crc(rest[2:end]) else 0


_COMMANDS = {Command.TRIGGER: [writing(_TRIGGER_NOW, b"\x01")]}


def session(line: Connection) -> LineSession:
    """Return the session for a module on ``line``."""
    replies = PacketCutter([_REPLY], _measure, _LONGEST)
    return LineSession(Framer(line.ending, line.gap), _COMMANDS, Outbox(patience=_PATIENCE), replies)


PROFILE = Profile(
    name="gm65",
    title="GM65, GM805, GM812, GM861",
    session=session,
    examples=(Example(b"2912345678906\r", "2912345678906"),),
    can=frozenset(_COMMANDS),
    proof=Proof.SIMULATED,
)
