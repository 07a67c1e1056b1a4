"""The text that is written on an NFC tag.

Sources: NFC Forum, Type 2 Tag (blocks of tag, length and value), NDEF 1.0 (records), and the Record Type
Definitions of Text and URI.
"""

from typing import NamedTuple

_NULL, _MESSAGE, _END = 0x00, 0x03, 0xFE
_LONG = 0xFF
_SHORT_RECORD, _HAS_ID, _LAST, _WELL_KNOWN = 0x10, 0x08, 0x40, 1
_UTF_16, _LANGUAGE = 0x80, 0x3F
_PREFIXES = {0: "", 1: "http://www.", 2: "https://www.", 3: "http://", 4: "https://"}


class Message(NamedTuple):
    """An NDEF message; ``missing`` counts its bytes that have not been read yet."""

    data: bytes
    missing: int


def message_in(memory: bytes) -> Message | None:
    """Find the message in what was read of a tag, from its page 4 on; None where there is none."""
    place = 0
    while place + 1 < len(memory) and memory[place] != _END:
        kind, length, start = memory[place], memory[place + 1], place + 2
        if kind == _NULL:
            place += 1
            continue
        if length == _LONG:
            length, start = int.from_bytes(memory[start : start + 2], "big"), start + 2
        if kind == _MESSAGE:
            data = memory[start : start + length]
            return Message(data, length - len(data))
        place = start + length
    return None


def text_in(message: bytes) -> str | None:
    """Return the first text or address in a message; None where it holds neither, or is broken."""
    place = 0
    while place + 3 <= len(message):
        flags, type_length = message[place], message[place + 1]
        is_short = bool(flags & _SHORT_RECORD)
        size = 1 if is_short else 4
        payload_length = int.from_bytes(message[place + 2 : place + 2 + size], "big")
        place += 2 + size
        id_length = message[place] if flags & _HAS_ID and place < len(message) else 0
        place += bool(flags & _HAS_ID)
        kind = message[place : place + type_length]
        place += type_length + id_length
        payload = message[place : place + payload_length]
        place += payload_length
        if flags & 7 == _WELL_KNOWN and payload:
            text = _text(kind, payload)
            if text:
                return text
        if flags & _LAST:
            break
    return None


def _text(kind: bytes, payload: bytes) -> str | None:
    first, rest = payload[0], payload[1:]
    try:
        if kind == b"T":
            return rest[first & _LANGUAGE :].decode("utf-16" if first & _UTF_16 else "utf-8")
        if kind == b"U" and first in _PREFIXES:
            return _PREFIXES[first] + rest.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None
