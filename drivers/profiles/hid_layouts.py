"""Keyboard layouts: what each key types plain, with Shift and with AltGr.

A key is known by its number in Linux (linux/input-event-codes.h), which is that of its place. A combining
accent stands for a dead key, which goes onto the character that follows. Source: the layouts of Windows,
which scanners follow (kbdus, kbdgr, kbdfr, kbdsp, kbduk).
"""

from collections.abc import Mapping

from drivers.connection import Layout

Levels = Mapping[int, str]
"""What a key types: one to three characters, for its number."""

_GRAVE, _ACUTE, _CIRCUMFLEX, _TILDE, _DIAERESIS = "\u0300", "\u0301", "\u0302", "\u0303", "\u0308"
SPACING = {_GRAVE: "`", _ACUTE: "´", _CIRCUMFLEX: "^", _TILDE: "~", _DIAERESIS: "¨"}
"""What is typed of a dead key alone."""

SPACE, KEYPAD_POINT = 57, 83
KEYPAD_DIGITS = {82: "0", 79: "1", 80: "2", 81: "3", 75: "4", 76: "5", 77: "6", 71: "7", 72: "8", 73: "9"}
_KEYPAD = {**KEYPAD_DIGITS, 55: "*", 74: "-", 78: "+", KEYPAD_POINT: ".", 98: "/", 117: "=", 121: ","}

# Rows of keys beside each other: the number of the first, and what they type.
_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
)
_PLACES = {char: first + place for first, plain, _ in _ROWS for place, char in enumerate(plain)}
_LEFT_OF_Z = "left of z"
_POINT = "point of the keypad"
_PLACES |= {_LEFT_OF_Z: 86, _POINT: KEYPAD_POINT}
_US = {
    **{
        first + place: "".join(levels)
        for first, *row in _ROWS
        for place, levels in enumerate(zip(*row, strict=True))
    },
    **_KEYPAD,
    _PLACES[_LEFT_OF_Z]: "\\|",
    SPACE: " ",
}


def _differing(keys: Mapping[str, str]) -> Levels:
    """The US layout, but for these keys, each named by what it types there."""
    return _US | {_PLACES[key]: levels for key, levels in keys.items()}


# fmt: off
LAYOUTS: Mapping[Layout, Levels] = {
    "us": _US,
    "gb": _differing({
        "`": "`¬¦", "2": '2"', "3": "3£", "4": "4$€", "'": "'@", "\\": "#~", _LEFT_OF_Z: "\\|",
    }),
    "de": _differing({
        "`": _CIRCUMFLEX + "°", "2": '2"²', "3": "3§³", "6": "6&", "7": "7/{", "8": "8([", "9": "9)]",
        "0": "0=}", "-": "ß?\\", "=": _ACUTE + _GRAVE,
        "q": "qQ@", "e": "eE€", "y": "zZ", "[": "üÜ", "]": "+*~",
        ";": "öÖ", "'": "äÄ", "\\": "#'",
        _LEFT_OF_Z: "<>|", "z": "yY", "m": "mMµ", ",": ",;", ".": ".:", "/": "-_", _POINT: ",",
    }),
    "fr": _differing({
        "`": "²", "1": "&1", "2": "é2" + _TILDE, "3": '"3#', "4": "'4{", "5": "(5[", "6": "-6|",
        "7": "è7" + _GRAVE, "8": "_8\\", "9": "ç9^", "0": "à0@", "-": ")°]", "=": "=+}",
        "q": "aA", "w": "zZ", "e": "eE€", "[": _CIRCUMFLEX + _DIAERESIS, "]": "$£¤",
        "a": "qQ", ";": "mM", "'": "ù%", "\\": "*µ",
        _LEFT_OF_Z: "<>", "z": "wW", "m": ",?", ",": ";.", ".": ":/", "/": "!§",
    }),
    "es": _differing({
        "`": "ºª\\", "1": "1!|", "2": '2"@', "3": "3·#", "4": "4$" + _TILDE, "5": "5%€", "6": "6&¬",
        "7": "7/", "8": "8(", "9": "9)", "0": "0=", "-": "'?", "=": "¡¿",
        "e": "eE€", "[": _GRAVE + _CIRCUMFLEX + "[", "]": "+*]",
        ";": "ñÑ", "'": _ACUTE + _DIAERESIS + "{", "\\": "çÇ}",
        _LEFT_OF_Z: "<>", ",": ",;", ".": ".:", "/": "-_",
    }),
}
# fmt: on
