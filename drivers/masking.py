"""What a scanner sent, shown so that nobody's number can be read from it."""

import unicodedata

_CONTROLS = (
    "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI"
    " DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US"
)
_NAMES = dict(enumerate(_CONTROLS.split()))


def masked(data: bytes) -> str:
    """Write bytes with # for each digit, A and a for each letter, and the names of what cannot be seen.

    Signs stay, since it is they that a shop has programmed: ``<STX>^#############<CR>``.
    """
    return "".join(map(_masked, data.decode("utf-8", errors="surrogateescape")))


def _masked(char: str) -> str:
    code = ord(char)
    if code in _NAMES:
        return f"<{_NAMES[code]}>"
    if 0xDC80 <= code <= 0xDCFF:
        return f"<{code - 0xDC00:02X}>"
    if char.isdigit():
        return "#"
    if char.isalpha():
        return "a" if unicodedata.category(char) == "Ll" else "A"
    return char
