"""NFC readers with a PN532 on a serial line (HSU), which can ask a tag what it is.

What is written on a tag as text is read as a number of the shop's own. Else the tag is known by the number in
its chip, which counts only where the shop gives tags out. A tag that answers as a payment card does is
refused: it is asked for nothing but the list of what it is for, and that answer is dropped. A number that
changes each time, as a telephone's does, is nobody's.
Sources: Adafruit_CircuitPython_PN532 (frames, commands); ISO 14443-3 (a number that begins with 08 is
random); EMV Contactless, Book B (the list 2PAY.SYS.DDF01). It was not tried with a reader.
"""

from collections.abc import Sequence
from enum import Enum, auto

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Frame
from drivers.ndef import message_in, text_in
from drivers.packets import PacketCutter
from drivers.profile import Example, LineDefaults, Profile
from drivers.scanner import Reason, Refusal
from drivers.session import Event, Send, earliest
from drivers.symbology import Symbology

_START = b"\x00\x00\xff"
_ACK = _START + b"\x00\xff\x00"
_TO_READER, _FROM_READER = b"\xd4", b"\xd5"
_LONGEST = 5 + 255 + 2
_WAKE = b"\x55\x55" + bytes(14)
_SAM, _LIST, _EXCHANGE = 0x14, 0x4A, 0x40
_SET_UP, _LOOK = b"\x14\x01\x14\x01", b"\x4a\x01\x00"
_READ = 0x30
_FIRST_PAGE, _PAGES_AT_ONCE = 4, 4
_MOST_MEMORY = 512
_WHAT_FOR = b"\x00\xa4\x04\x00\x0e2PAY.SYS.DDF01\x00"
_DONE = b"\x90\x00"
_SPEAKS_ISO_14443_4 = 0x20
_RANDOM = 0x08
_LOOK_AGAIN = 0.25
_GONE_AFTER = 1.0
_SILENT = 2.0
"""Seconds: from one look to the next; until a tag is gone; until a silent reader is woken again."""


class _Asked(Enum):
    NOTHING = auto()
    WHAT_FOR = auto()
    MEMORY = auto()


def frame(data: bytes, direction: bytes = _TO_READER) -> bytes:
    """Return a frame around a command, or around an answer: length, data, and a sum for each of them."""
    body = direction + data
    length = len(body)
    return _START + bytes([length, -length & 0xFF]) + body + bytes([-sum(body) & 0xFF, 0])


def measure(rest: bytes) -> int | None:
    """Of a frame: three bytes of beginning, the length and its complement, the data, their sum, and 0."""
    if len(rest) < len(_ACK):
        return None
    if rest.startswith(_ACK):
        return len(_ACK)
    length = rest[3]
    end = 5 + length + 2
    if length == 0 or (length + rest[4]) & 0xFF:
        return 0
    if len(rest) < end:
        return None
    return end if sum(rest[5 : end - 1]) & 0xFF == 0 and rest[end - 1] == 0 else 0


class Pn532Session:
    """Looks for a tag again and again, and asks it what it is. Fulfils ``ScannerSession``."""

    def __init__(self, _connection: Connection) -> None:
        self._frames = PacketCutter([_START], measure, _LONGEST)
        self._asked = _Asked.NOTHING
        self._number, self._memory = b"", b""
        self._lying: bytes | None = None
        self._seen_at = 0.0
        self._look_at: float | None = None
        self._wake_at: float | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(self._look_at, self._wake_at)

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        self._wake_at, self._look_at = now + _SILENT, None
        return [Send(_WAKE + frame(_SET_UP))]

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        _, frames = self._frames.cut(chunk)
        return [event for one in frames for event in self._answer(one, now)]

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._wake_at is not None and now >= self._wake_at:
            self._frames.give_up()
            return self.begin(now)
        if self._look_at is not None and now >= self._look_at:
            self._look_at = None
            return self._ask(_LOOK, _Asked.NOTHING, now)
        return []

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def _ask(self, data: bytes, asked: _Asked, now: float) -> list[Event]:
        self._asked, self._wake_at = asked, now + _SILENT
        return [Send(frame(data))]

    def _answer(self, received: bytes, now: float) -> Sequence[Event]:
        if received == _ACK or received[5:6] != _FROM_READER or len(received) < 9:
            # It has understood, and answers when there is something to answer, perhaps in an hour.
            self._wake_at = None
            return []
        code, data = received[6] - 1, received[7:-2]
        if code == _SAM:
            return self._ask(_LOOK, _Asked.NOTHING, now)
        if code == _LIST:
            return self._found(data, now)
        return self._told(data, now) if code == _EXCHANGE else []

    def _found(self, data: bytes, now: float) -> Sequence[Event]:
        """A tag: how many there are, its place, two bytes on it, how it speaks, and its number."""
        self._wake_at, self._look_at = None, now + _LOOK_AGAIN
        if len(data) < 6 or data[0] == 0:
            return []
        number = data[6 : 6 + data[5]]
        if number == self._lying and now - self._seen_at < _GONE_AFTER:
            self._seen_at = now
            return []
        if not number:
            return []
        self._number, self._memory, self._look_at = number, b"", None
        if data[4] & _SPEAKS_ISO_14443_4:
            return self._ask(bytes([_EXCHANGE, 1]) + _WHAT_FOR, _Asked.WHAT_FOR, now)
        return self._read_on(now)

    def _read_on(self, now: float) -> list[Event]:
        page = _FIRST_PAGE + len(self._memory) // 4
        return self._ask(bytes([_EXCHANGE, 1, _READ, page]), _Asked.MEMORY, now)

    def _told(self, data: bytes, now: float) -> Sequence[Event]:
        asked, self._asked = self._asked, _Asked.NOTHING
        self._wake_at, self._look_at = None, now + _LOOK_AGAIN
        events = self._read(asked, data, now) if asked is not _Asked.NOTHING else []
        if any(isinstance(event, Frame | Refusal) for event in events):
            self._lying, self._seen_at = self._number, now
        return events

    def _read(self, asked: _Asked, data: bytes, now: float) -> list[Event]:
        """What comes of an answer: a scan, or the next question."""
        is_well, answer = data[:1] == b"\0", data[1:]
        if asked is _Asked.WHAT_FOR and is_well and answer.endswith(_DONE):
            return [Refusal(Reason.PAYMENT_CARD, len(self._number), now)]
        if asked is _Asked.MEMORY and is_well and len(answer) == 4 * _PAGES_AT_ONCE:
            self._memory += answer
            message = message_in(self._memory)
            if message is not None and message.missing and len(self._memory) < _MOST_MEMORY:
                return self._read_on(now)
            text = text_in(message.data) if message is not None else None
            if text is not None:
                return [Frame(text.encode(), len(text), now)]
        return self._by_number(now)

    def _by_number(self, now: float) -> list[Event]:
        if self._number[0] == _RANDOM:
            return [Refusal(Reason.FOREIGN_TAG, len(self._number), now)]
        text = self._number.hex().upper().encode()
        return [Frame(text, len(self._number), now, symbology=Symbology.TAG)]


def _answers(*answers: str) -> bytes:
    return b"".join(frame(bytes.fromhex(answer), _FROM_READER) for answer in answers)


PROFILE = Profile(
    name="pn532",
    title="NFC readers with a PN532",
    session=Pn532Session,
    examples=(
        Example(_answers("15", "4B01010044000704A1B2C3D4E580", "4101"), "04A1B2C3D4E580", Symbology.TAG),
    ),
    line=LineDefaults(baud=115200),
    unverified="all of it: it was not tried with a reader",
    sends_lines=False,
)
