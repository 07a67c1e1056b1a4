"""Scanners that type like a keyboard (USB HID), as most do when they leave the factory.

The bytes are those of ``struct input_event`` as Linux gives them (linux/input.h): time, type, code, value.
Sources: Linux kernel, Documentation/input/event-codes.rst and input.rst; nobody's manual.
"""

import struct
from collections.abc import Sequence
from itertools import chain

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Ending, Framer
from drivers.profile import Example, Profile, Proof
from drivers.profiles.hid_keys import (
    ENTER,
    FUNCTION_KEY,
    LEFT_ALT,
    LEFT_SHIFT,
    PRESSED,
    RELEASED,
    Keys,
)
from drivers.profiles.hid_layouts import KEYPAD_DIGITS, LAYOUTS
from drivers.session import Event, earliest
from drivers.symbology import Symbology
from drivers.transport import TransportKind

_EVENT = struct.Struct("llHHi")  # 24 bytes where a long has 64 bits
_SYN, _KEY = 0, 1
_SYN_DROPPED = 3
_ENDING = b"\r"
_GAP = 0.1  # seconds
_SHORTEST = 4  # bytes of what is ended by silence alone: less than that is no scan
_FORGOTTEN_AFTER = 1.0  # seconds without a key


class KeyboardSession:
    """What is typed, up to Enter, Tab, a function key or a silence. Fulfils ``ScannerSession``."""

    def __init__(self, line: Connection) -> None:
        self._layout = LAYOUTS[line.layout]
        self._keys = Keys(self._layout)
        self._framer = Framer(Ending.AUTO, _GAP)
        self._rest = b""
        self._has_text = False
        self._forgotten_at: float | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(self._framer.due, self._forgotten_at)

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        self._forgotten_at = now + _FORGOTTEN_AFTER
        held = self._rest + chunk
        whole = len(held) - len(held) % _EVENT.size
        self._rest = held[whole:]
        typed = [self._typed(*change) for _, _, *change in _EVENT.iter_unpack(held[:whole])]
        return self._framer.feed(b"".join(typed), now)

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._forgotten_at is not None and now >= self._forgotten_at:
            self._keys, self._rest, self._forgotten_at = Keys(self._layout), b"", None
        frames = self._framer.tick(now)
        self._has_text = self._has_text and not frames
        return [frame for frame in frames if frame.length >= _SHORTEST]

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def _typed(self, kind: int, code: int, value: int) -> bytes:
        if (kind, code) == (_SYN, _SYN_DROPPED):
            return self._keys.were_missed()
        typed = self._keys.changed(code, value) if kind == _KEY else b""
        if typed == FUNCTION_KEY:
            # It stands before the data, which it has nothing to do with, or behind them.
            typed = _ENDING if self._has_text else b""
        if typed:
            self._has_text = typed[-1:] not in b"\r\n\t"
        return typed


_HELD = ((), (LEFT_SHIFT,))
_ON_US_KEYS = {
    char: (key, _HELD[level])
    for key, levels in sorted(LAYOUTS["us"].items(), reverse=True)
    for level, char in enumerate(levels)
} | {"\r": (ENTER, ())}


def pressed(key: int, *held: int) -> bytes:
    """The events of a key that is pressed and let go while others are held."""
    downs = [(one, PRESSED) for one in (*held, key)]
    ups = [(one, RELEASED) for one in (key, *reversed(held))]
    return b"".join(
        _EVENT.pack(0, 0, _KEY, one, value) + _EVENT.pack(0, 0, _SYN, 0, 0) for one, value in downs + ups
    )


def typed_on_us(text: str) -> bytes:
    """The events of a keyboard with the US layout, on which ``text`` is typed."""
    return b"".join(pressed(key, *held) for key, held in map(_ON_US_KEYS.__getitem__, text))


def typed_by_numbers(text: str) -> bytes:
    """The same by Alt and the number of each character on the keypad."""
    keys = {digit: key for key, digit in KEYPAD_DIGITS.items()}
    down, up = (_EVENT.pack(0, 0, _KEY, LEFT_ALT, value) for value in (PRESSED, RELEASED))
    numbers = (b"".join(pressed(keys[digit]) for digit in f"{ord(char):03}") for char in text)
    return b"".join(chain.from_iterable((down, number, up) for number in numbers))


PROFILE = Profile(
    name="hid-keyboard",
    title="any that types like a keyboard",
    session=KeyboardSession,
    examples=(
        Example(typed_on_us("2912345678906\r"), "2912345678906"),
        Example(typed_on_us("]C0Loy-000123\r"), "Loy-000123", Symbology.CODE128),
        Example(typed_by_numbers("Zoë") + typed_on_us("\r"), "Zoë"),
    ),
    proof=Proof.SIMULATED,
    sends_lines=False,
    transport=TransportKind.INPUT,
)
