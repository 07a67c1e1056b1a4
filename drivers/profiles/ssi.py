"""Zebra, Symbol and Motorola by SSI, the Simple Serial Interface: packets, each of them acknowledged.

A scanner that waits for its acknowledgement sends a packet again, so it comes first, and a packet that comes
again is acknowledged and read no second time. A scanner that does not do as it is told sends plain lines:
these are read as long as no packet has come.
Sources: ``ssi_packets`` and ``ssi_types``; DS9908 manual, pages 247 to 254; SE955, pages 191 to 210. Of the
beeps those up to 06 were read in a manual, and no others are used.
"""

from collections.abc import Sequence
from functools import partial

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import LONGEST_FRAME, Frame, Framer
from drivers.profile import Example, LineDefaults, Profile, Proof
from drivers.profiles.ssi_commands import SsiCommands
from drivers.profiles.ssi_packets import SCANNER, Opcode, Packet, Status, build, is_whole, may_begin, parse
from drivers.profiles.ssi_types import GROW, UPC_E, ZEBRA, Types
from drivers.session import Event, Reply, Send, earliest
from drivers.symbology import Symbology, expand_upc_e

_SILENCE = 0.5
"""Seconds without a byte that end a packet which is not whole."""
_SENT_AGAIN_WITHIN = 7.0
"""Seconds; a scanner tries three times, two seconds apart."""
_RESEND = b"\x01"
_ACK = Send(build(Opcode.ACK))
_NO_READ = 0x01, b"NR"
_TEXT = frozenset({*range(0x20, 0x7F), *b"\x02\x03\t\n\r\x1d"})


class SsiSession:
    """Reads packets, and lines until the first packet has come. Fulfils ``ScannerSession``."""

    def __init__(self, line: Connection, types: Types = ZEBRA) -> None:
        self._types = types
        self._lines = Framer(line.ending, line.gap)
        self._commands = SsiCommands()
        self._held = b""
        self._speaks_ssi = self._is_raw = self._is_lost = False
        self._silent_at: float | None = None
        self._parts: list[bytes] = []
        self._last: tuple[Packet, float] | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        return earliest(self._silent_at, self._lines.due, self._commands.due)

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession: data are to come in packets."""
        self._commands.begin()
        return self._commands.next(now)

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        self._silent_at = now + _SILENCE
        if self._is_raw:
            return list(self._lines.feed(chunk, now))
        self._held += chunk
        return self._cut(now)

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        events: list[Event] = [*self._lines.tick(now), *self._commands.next(now)]
        if self._silent_at is not None and now >= self._silent_at:
            self._silent_at = None
            while self._held:
                # Its length may be what is broken: a whole packet may stand behind it.
                self._skip()
                events += self._cut(now)
            self._is_raw = self._is_lost = False
            self._parts = []
        return events

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        self._commands.put(command)
        return self._commands.next(now)

    def _cut(self, now: float) -> list[Event]:
        """Take what is whole off what is held."""
        events: list[Event] = []
        while self._held:
            if not may_begin(self._held):
                events += self._no_packet(now)
            elif is_whole(self._held):
                events += self._packet(now)
            else:
                break
        return events

    def _no_packet(self, now: float) -> list[Event]:
        if not self._begins_line():
            self._skip()
            return []
        self._is_raw, held, self._held = True, self._held, b""
        return [*self._lines.feed(held, now)]

    def _begins_line(self) -> bool:
        """Plain data are believed until the first packet: from then on they are the rest of a broken one."""
        return not (self._speaks_ssi or self._is_lost) and self._held[0] in _TEXT

    def _skip(self) -> None:
        ends_line = not self._speaks_ssi and self._held[0] in b"\r\n"
        self._is_lost = (self._is_lost or self._held[0] != 0) and not ends_line
        self._held = self._held[1:]

    def _packet(self, now: float) -> list[Event]:
        packet = parse(self._held)
        if packet is None:
            asked_before = self._is_lost
            self._skip()
            return [] if asked_before else [Send(build(Opcode.NAK, _RESEND))]
        self._held = self._held[self._held[0] + 2 :]
        self._speaks_ssi, self._is_lost = True, False
        if packet.opcode in (Opcode.ACK, Opcode.NAK):
            is_resend = packet.opcode == Opcode.NAK and packet.data == _RESEND
            return [Reply(packet.data), *self._commands.answered(now, again=is_resend)]
        if packet.opcode == Opcode.PARAM_SEND:
            # It answers the request for it, so it is not acknowledged.
            return [Reply(packet.data), *self._commands.answered(now)]
        return [_ACK, *self._acknowledged(packet, now)]

    def _acknowledged(self, packet: Packet, now: float) -> list[Event]:
        if packet.opcode != Opcode.DECODE_DATA:
            return [Reply(packet.data)]
        if not packet.data or self._was_read(packet, now):
            return []
        kind, data = packet.data[0], packet.data[1:]
        if self._parts and self._parts[0][:1] != packet.data[:1]:
            self._parts = []
        self._parts.append(packet.data if not self._parts else data)
        if packet.status & Status.CONTINUES:
            self._parts = self._parts if sum(map(len, self._parts)) <= LONGEST_FRAME else []
            return []
        text, self._parts = b"".join(self._parts)[1:], []
        if (kind, text) == _NO_READ:
            return []
        text = text.rstrip(b"\r\n\t")
        if kind in UPC_E:
            text = expand_upc_e(text.decode("latin-1")).encode("latin-1")
        return [Frame(text, len(text), now, symbology=self._types.get(kind))]

    def _was_read(self, packet: Packet, now: float) -> bool:
        """Tell whether the scanner sends again what it sent before, since it missed the acknowledgement."""
        before, self._last = self._last, (packet._replace(status=packet.status & Status.CONTINUES), now)
        if before is None or not packet.status & Status.RETRANSMIT:
            return False
        return before[0] == self._last[0] and now - before[1] < _SENT_AGAIN_WITHIN


def _packet(kind: int, text: str) -> bytes:
    """What a scanner sends for a bar code of this kind."""
    return build(Opcode.DECODE_DATA, bytes([kind]) + text.encode(), source=SCANNER)


_EAN = bytes.fromhex("12F300000B32393132333435363738393036FC42")
_EXAMPLES = (
    Example(_EAN, "2912345678906", Symbology.EAN13),
    Example(bytes.fromhex("14F300000B323931323334353637383930360D0AFC29"), "2912345678906", Symbology.EAN13),
    Example(bytes.fromhex("11F3000008383535393431303034303032FC8E"), "855941004002", Symbology.UPCA),
    Example(bytes.fromhex("0FF30000034C4F592D303030313233FCB4"), "LOY-000123", Symbology.CODE128),
    Example(bytes.fromhex("0EF300001C68747470733A2F2F78FBA0"), "https://x", Symbology.QR),
    Example(
        bytes.fromhex("15F300000241323132333430303030303030313942FBBD"), "A21234000000019B", Symbology.CODABAR
    ),
    Example(bytes.fromhex("0AF300021C4141414141FDA007F300001C4242FE66"), "AAAAABB", Symbology.QR),
    Example(_packet(0x09, "04252614"), "042100005264", Symbology.UPCA),
    Example(b"LOY-000123\r\n", "LOY-000123"),
)

PROFILE = Profile(
    name="ssi",
    title="Zebra, Symbol, Motorola by SSI",
    session=SsiSession,
    examples=_EXAMPLES,
    can=frozenset(Command),
    proof=Proof.SIMULATED,
    beeps=True,
    lights=True,
    sends_lines=False,
    unverified="some of the less usual kinds of bar code",
)
GM67 = Profile(
    name="gm67",
    title="GM67",
    session=partial(SsiSession, types=GROW),
    examples=_EXAMPLES,
    can=frozenset(Command),
    line=LineDefaults(baud=115200),
    proof=Proof.SIMULATED,
    beeps=True,
    lights=True,
    sends_lines=False,
    unverified="its large packets (F4) are not read",
)
