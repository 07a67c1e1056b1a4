"""The reports of a USB keyboard that types a text: which keys are down, eight bytes each.

A report is the modifiers, 0, and up to six keys. Source: Device Class Definition for HID 1.11, appendix B.1;
HID Usage Tables, page 0x07.
"""

from collections.abc import Iterator

_SHIFT = 0x02
_UP = bytes(8)
_DIGITS = "1234567890"
_FIRST_LETTER, _FIRST_DIGIT = 0x04, 0x1E
_PLAIN = {"\r": 0x28, "\n": 0x28, "\t": 0x2B, " ": 0x2C}
_SIGNS = ("-=[]\\", "_+{}|", 0x2D), (";'`,./", ':"~<>?', 0x33)
_SHIFTED_DIGITS = "!@#$%^&*()"


def _keys() -> Iterator[tuple[str, tuple[int, int]]]:
    for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz"):
        yield letter, (0, _FIRST_LETTER + number)
        yield letter.upper(), (_SHIFT, _FIRST_LETTER + number)
    for number, (digit, sign) in enumerate(zip(_DIGITS, _SHIFTED_DIGITS, strict=True)):
        yield digit, (0, _FIRST_DIGIT + number)
        yield sign, (_SHIFT, _FIRST_DIGIT + number)
    for plain, shifted, first in _SIGNS:
        for number, (one, other) in enumerate(zip(plain, shifted, strict=True)):
            yield one, (0, first + number)
            yield other, (_SHIFT, first + number)
    for char, key in _PLAIN.items():
        yield char, (0, key)


_KEYS = dict(_keys())


def reports(data: bytes) -> Iterator[bytes]:
    """Yield the reports that type ``data``: one key down, and up again. What no key types is left out."""
    for char in data.decode("latin-1").replace("\r\n", "\r"):
        if char in _KEYS:
            modifier, key = _KEYS[char]
            yield bytes([modifier, 0, key, 0, 0, 0, 0, 0])
            yield _UP
