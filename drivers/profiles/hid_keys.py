"""Keys that go down and up, and what they type: no input or output."""

import unicodedata

from drivers.profiles.hid_layouts import KEYPAD_DIGITS, SPACING, Levels

RELEASED, PRESSED = 0, 1  # and 2 for the repeat of a key that is held
FUNCTION_KEY = b"\0"
"""A key that types nothing was pressed."""
UNKNOWN = b"\xff"
"""Something was typed, and nobody knows what: no UTF-8, so that the whole scan is refused as unreadable."""

ENTER, KEYPAD_ENTER, TAB = 28, 96, 15
_ENDINGS = {ENTER: b"\r", KEYPAD_ENTER: b"\r", TAB: b"\t"}
LEFT_SHIFT, LEFT_ALT, ALT_GR, CAPS_LOCK = 42, 56, 100, 58
_SHIFTS, _CONTROLS = {LEFT_SHIFT, 54}, {29, 97}
_NUM_LOCK, _SCROLL_LOCK = 69, 70
_WITHOUT_MEANING_ALONE = {*_SHIFTS, *_CONTROLS, LEFT_ALT, ALT_GR, _NUM_LOCK, _SCROLL_LOCK}
_CONTROL_CODES = "@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_"
_MOST_DOWN, _MOST_DIGITS = 64, 8
_SURROGATES = range(0xD800, 0xE000)
_CODES = 0x110000


class Keys:
    """The keys of one keyboard, which types what ``layout`` says.

    Left Alt held and a number on the keypad is the character of that number. Caps Lock is on from one press
    to the next. A key that is let go though it was not down shows that something was missed: then nothing is
    down any more.
    """

    def __init__(self, layout: Levels) -> None:
        self._layout = layout
        self._down: set[int] = set()
        self._is_caps_locked = False
        self._digits = ""
        self._dead = ""

    def changed(self, key: int, value: int) -> bytes:
        """Return what is typed by this change: UTF-8, an ending, ``FUNCTION_KEY``, ``UNKNOWN`` or nothing."""
        if value == PRESSED:
            return self._pressed(key)
        return self._released(key) if value == RELEASED else b""

    def were_missed(self) -> bytes:
        """Some changes were missed: none is down any more."""
        self._let_go()
        return UNKNOWN

    def _pressed(self, key: int) -> bytes:
        if len(self._down) >= _MOST_DOWN:
            self._let_go()
        self._down.add(key)
        if key in _WITHOUT_MEANING_ALONE:
            return b""
        if key == CAPS_LOCK:
            self._is_caps_locked = not self._is_caps_locked
            return b""
        if key in _ENDINGS:
            return self._accented("") + _ENDINGS[key]
        if key not in self._layout:
            return FUNCTION_KEY
        if LEFT_ALT in self._down:
            return self._with_alt(key)
        char = self._character(self._layout[key])
        return self._accented(char) if char else UNKNOWN

    def _released(self, key: int) -> bytes:
        if key not in self._down:
            self._let_go()
            return b""
        self._down.remove(key)
        if key != LEFT_ALT or not self._digits:
            return b""
        number, self._digits = int(self._digits), ""
        return UNKNOWN if number >= _CODES or number in _SURROGATES else self._accented(chr(number))

    def _let_go(self) -> None:
        self._down.clear()
        self._is_caps_locked = False
        self._digits = ""

    def _with_alt(self, key: int) -> bytes:
        if key not in KEYPAD_DIGITS:
            return UNKNOWN
        self._digits = (self._digits + KEYPAD_DIGITS[key])[:_MOST_DIGITS]
        return b""

    def _character(self, levels: str) -> str:
        """What a key types with those that are down; empty where nobody knows."""
        is_shifted = bool(_SHIFTS & self._down)
        is_letter = len(levels) > 1 and levels[0] != levels[1] == levels[0].upper()
        if self._is_caps_locked and is_letter:
            is_shifted = not is_shifted
        # The keys of the keypad type the same with Shift.
        level = 2 if ALT_GR in self._down else int(is_shifted and len(levels) > 1)
        char = levels[level : level + 1]
        if not _CONTROLS & self._down:
            return char
        code = _CONTROL_CODES.find(char.upper()) if char else -1
        return chr(code) if code >= 0 else ""

    def _accented(self, char: str) -> bytes:
        """Type ``char`` with the accent of a dead key before it; a dead key waits for what follows."""
        accent, self._dead = self._dead, ""
        if char in SPACING:
            self._dead, char = char, ""
        alone = SPACING.get(accent, "")
        if not (accent and char):
            return (alone + char).encode()
        whole = alone if char == " " else unicodedata.normalize("NFC", char + accent)
        return (whole if len(whole) == 1 else alone + char).encode()
