"""Honeywell, Hand Held Products and Metrologic: plain lines or lines behind a header, and two kinds of beep.

The header, where the shop has switched it on, tells the kind of bar code and the exact length. Menu commands
are echoed, with a status before each mark. In host ACK mode the scanner reads nothing more until it is
answered, for up to 10 seconds.
Sources: Honeywell 4820 manual, page 32; 1900GHD, page 98; 1450g, page 155; VuQuest 3310, page 166; header and
letters: the public tests of enioka_scan.
"""

from collections.abc import Sequence
from dataclasses import replace

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import LONGEST_FRAME, Frame, Framer
from drivers.line_session import LineSession
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.profile import Example, LineDefaults, Profile, Proof
from drivers.session import Event, Send, earliest
from drivers.symbology import Symbology, expand_upc_e
from drivers.wrapping import HONEYWELL

HEADER = b"\x16\xfe"
_TITLE, _BEFORE_DATA = b"MSGGET", 14  # the title, four digits, three letters and GS
_BEFORE_TITLE = len(HEADER) + 5
_SWITCH_ON = b"DECHDR1"
_PATIENCE = 1.0  # seconds
_GAP = 0.2  # seconds within one scan
_ANSWER_AFTER = 0.5  # seconds, of the 10 that the scanner waits

_UPC_E = b"E"
_COMMANDS = {Command.WELCOME: b"\x16\x07\r", Command.TRIGGER: b"\x16T\r"}
_GOOD, _BAD, _NEITHER = b"\x1b7,", b"\x1b8,", b"\x1b1,"  # the last is a short green light without a beep
_ANSWERS = {Command.WELCOME: _GOOD, Command.UNKNOWN: _BAD, Command.REFUSED: _BAD + _BAD}


def temporary(setting: str) -> bytes:
    """Return the menu command for ``setting``, tag, sub-tag and value, that power-off undoes."""
    return b"\x16M\r" + setting.encode("ascii") + b"!"


class HoneywellSession(LineSession):
    """Lines, some of them behind a header, which the scanner is asked for."""

    _header_due: float | None = None

    def __init__(self, line: Connection) -> None:
        replies = PacketCutter([_SWITCH_ON], _measure_reply, len(_SWITCH_ON) + 2)
        super().__init__(
            Framer(line.ending, line.gap), {}, Outbox(patience=_PATIENCE), replies, reading=_unless_broken
        )
        self._headers = PacketCutter([HEADER], measure, LONGEST_FRAME + _BEFORE_TITLE)

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(super().due, self._header_due)

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        self._outbox.put(temporary(_SWITCH_ON.decode()))
        return super().begin(now)

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        others, packets = self._headers.cut(chunk)
        self._header_due = now + _GAP if self._headers.holds_something else None
        return [*super().feed(others, now), *(_read(packet, now) for packet in packets)]

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        broken: list[Event] = []
        if self._header_due is not None and now >= self._header_due:
            length, self._header_due = len(self._headers.give_up()), None
            broken = [Frame(None, length, now)]
        return [*broken, *super().tick(now)]

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession; none of these is answered."""
        return [Send(_COMMANDS[command])] if command in _COMMANDS else []


class HostAckSession(HoneywellSession):
    """The same of a scanner that waits for an answer to each scan: it gets one in time, whatever happens."""

    _answer_at: float | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(super().due, self._answer_at)

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return self._waits_for(super().feed(chunk, now), now)

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        answers: list[Event] = []
        if self._answer_at is not None and now >= self._answer_at:
            self._answer_at, answers = None, [Send(_NEITHER)]
        return [*answers, *self._waits_for(super().tick(now), now)]

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession; what comes too late for an answer is not sent."""
        if command not in _ANSWERS:
            return super().command(command, now)
        if self._answer_at is None:
            return []
        self._answer_at = None
        return [Send(_ANSWERS[command])]

    def _waits_for(self, events: Sequence[Event], now: float) -> Sequence[Event]:
        if any(isinstance(event, Frame) for event in events):
            self._answer_at = now + _ANSWER_AFTER
        return events


def measure(rest: bytes) -> int | None:
    """Of a header and its data: SYN FE, the length in four bytes, low first, CR, and so many bytes."""
    length = int.from_bytes(rest[2:6], "little")
    end = _BEFORE_TITLE + length
    if len(rest) < _BEFORE_TITLE + _BEFORE_DATA:
        return None
    title = _TITLE + b"%04d" % (length - _BEFORE_DATA)
    is_header = rest[6:7] == b"\r" and rest[_BEFORE_TITLE:].startswith(title)
    if not is_header or length == _BEFORE_DATA:
        return 0
    if len(rest) < end:
        return None
    return end if rest[end - 1 : end] == b"\r" else 0


def _read(packet: bytes, now: float) -> Frame:
    start = _BEFORE_TITLE + _BEFORE_DATA
    kind = HONEYWELL.get(packet[start - 4 : start - 3])
    data = packet[start:-1]
    if packet[start - 4 : start - 3] == _UPC_E:
        data = expand_upc_e(data.decode("latin-1")).encode("latin-1")
    return Frame(data, len(data), now, symbology=kind)


def _measure_reply(rest: bytes) -> int | None:
    """Of the echo of a menu command: a status stands before the mark at its end."""
    status = rest[len(_SWITCH_ON) : len(_SWITCH_ON) + 2]
    if len(status) < 2:
        return None
    return len(rest) if status[:1] in (b"\x05", b"\x06", b"\x15") and status[1:] == b"!" else 0


def _unless_broken(frame: Frame) -> Frame:
    """Read nothing from what is left of a header."""
    is_part = frame.data is not None and _TITLE in frame.data
    return replace(frame, data=None) if is_part else frame


_HEADER_EXAMPLE = b"\x16\xfe\x1c\0\0\0\rMSGGET0014dE0\x1d2912345678906\r"
_EXAMPLES = (
    Example(b"2912345678906\r\n", "2912345678906"),
    Example(b"]C0LOY-000123\r\n", "LOY-000123", Symbology.CODE128),
    Example(_HEADER_EXAMPLE, "2912345678906", Symbology.EAN13),
)
_UNVERIFIED = "the command that switches the header on; without it the scanner goes on sending plain lines"

PROFILE = Profile(
    name="honeywell",
    title="Honeywell, Hand Held, Metrologic",
    session=HoneywellSession,
    examples=_EXAMPLES,
    can=frozenset(_COMMANDS),
    line=LineDefaults(baud=115200),
    proof=Proof.SIMULATED,
    beeps=True,
    sends_lines=False,
    unverified=_UNVERIFIED,
)
HOST_ACK = Profile(
    name="honeywell-host-ack",
    title="Honeywell that waits for an answer",
    session=HostAckSession,
    examples=_EXAMPLES,
    can=frozenset({*_COMMANDS, *_ANSWERS}),
    line=LineDefaults(baud=115200),
    proof=Proof.SIMULATED,
    beeps=True,
    sends_lines=False,
    unverified=_UNVERIFIED,
)
