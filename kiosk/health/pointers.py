"""What a hand can point with, as the kernel tells of input devices and udev sorts them (its input_id)."""

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from kiosk.health.examination import text_of

# Numbers of bits, in linux/input-event-codes.h.
_IS_DIRECT = 0x01
_REL_X, _REL_Y = 0x00, 0x01
_ABS_X, _ABS_Y, _ABS_MT_X, _ABS_MT_Y = 0x00, 0x01, 0x35, 0x36
_BUTTONS_OF_A_MOUSE = range(0x110, 0x120)
_PEN, _FINGER, _TOUCH, _STYLUS = 0x140, 0x145, 0x14A, 0x14B

_BITS_OF_A_WORD = 64


class Kind(Enum):
    """A touch screen; what tells places, yet has the buttons of a mouse; a mouse."""

    TOUCH_SCREEN = auto()
    ABSOLUTE = auto()
    MOUSE = auto()


@dataclass(frozen=True, slots=True)
class Pointer:
    """One of them: its file below the root, and what it calls itself."""

    device: str
    name: str
    kind: Kind


def pointers(root: Path) -> list[Pointer]:
    """All of them, the touch screens first; the glass hears neither touchpads nor pens, so they are none."""
    found = []
    for event in sorted((root / "sys/class/input").glob("event*")):
        kind = _kind(event / "device")
        if kind is not None:
            name = text_of(event / "device/name") or event.name
            found.append(Pointer(f"dev/input/{event.name}", name, kind))
    return sorted(found, key=lambda one: list(Kind).index(one.kind))


def _kind(device: Path) -> Kind | None:
    keys, absolute = _bits(device / "capabilities/key"), _bits(device / "capabilities/abs")
    is_direct = _IS_DIRECT in _bits(device / "properties")
    has_buttons = not keys.isdisjoint(_BUTTONS_OF_A_MOUSE)
    if keys & {_PEN, _STYLUS} or (_FINGER in keys and not is_direct):
        return None
    if {_ABS_MT_X, _ABS_MT_Y} <= absolute and (_TOUCH in keys or is_direct):
        return Kind.TOUCH_SCREEN
    if {_ABS_X, _ABS_Y} <= absolute:
        if has_buttons:
            return Kind.ABSOLUTE
        return Kind.TOUCH_SCREEN if _TOUCH in keys or is_direct else None
    is_mouse = has_buttons and {_REL_X, _REL_Y} <= _bits(device / "capabilities/rel")
    return Kind.MOUSE if is_mouse else None


def _bits(file: Path) -> set[int]:
    """The bits that are set, as the kernel writes them: words in hexadecimal, the highest first."""
    value = 0
    for word in text_of(file).split():
        value = value << _BITS_OF_A_WORD | int(word, 16)
    return {bit for bit in range(value.bit_length()) if value >> bit & 1}
