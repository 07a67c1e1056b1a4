"""Finds out by itself which protocol a scanner speaks, from what it sends; nothing is sent until then."""

from collections.abc import Callable, Sequence

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import LONGEST_FRAME, Framer
from drivers.line_session import LineSession
from drivers.packets import Measure
from drivers.profile import Profile, Proof
from drivers.profiles import honeywell, plain, rfid, ssi
from drivers.profiles.ssi_packets import SUM, is_whole, may_begin, parse
from drivers.session import Event, ScannerSession, Speaks

_SILENCE = 0.2
"""Seconds after which bytes that could still be a packet are none."""


class AutoSession:
    """Plain lines, until a packet of another protocol has come whole. Fulfils ``ScannerSession``.

    From then on that protocol is spoken, until the scanner is unplugged.
    """

    def __init__(self, line: Connection) -> None:
        self._line = line
        self._session: ScannerSession | None = None
        self._plain = LineSession(Framer(line.ending, line.gap))
        self._held = b""
        self._silent_at: float | None = None

    @property
    def due(self) -> float | None:
        """See ScannerSession."""
        if self._session is not None:
            return self._session.due
        return self._silent_at if self._held else self._plain.due

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return []

    def feed(self, chunk: bytes, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._session is not None:
            return self._session.feed(chunk, now)
        if not chunk:
            return []
        if not self._held and self._plain.due is not None:
            return self._plain.feed(chunk, now)
        self._held += chunk
        self._silent_at = now + _SILENCE
        taken = _protocol_of(self._held)
        if taken is None:
            return []
        held, self._held = self._held, b""
        if taken == _PLAIN:
            return self._plain.feed(held, now)
        self._session = _SESSIONS[taken](self._line)
        return [Speaks(taken), *self._session.feed(held, now)]

    def tick(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        if self._session is not None:
            return self._session.tick(now)
        if self._held and self._silent_at is not None and now >= self._silent_at:
            held, self._held = self._held, b""
            return self._plain.feed(held, now)
        return [] if self._held else self._plain.tick(now)

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return self._session.command(command, now) if self._session is not None else []


_PLAIN = "plain"
_SESSIONS: dict[str, Callable[[Connection], ScannerSession]] = {
    "ssi": ssi.SsiSession,
    "honeywell": honeywell.HoneywellSession,
    "rdm6300": rfid.RfidSession,
}


def _protocol_of(held: bytes) -> str | None:
    """Name the protocol of these bytes, with which a burst begins; None where more of them are needed."""
    answers = {
        "ssi": _is_ssi(held),
        "honeywell": _is_packet(held, honeywell.HEADER, honeywell.measure),
        "rdm6300": _is_packet(held, rfid.BEGINNING, rfid.measure),
    }
    for name, is_it in answers.items():
        if is_it:
            return name
    return None if None in answers.values() and len(held) <= LONGEST_FRAME else _PLAIN


def _is_ssi(held: bytes) -> bool | None:
    if not may_begin(held):
        return False
    return parse(held) is not None if len(held) > SUM and is_whole(held) else None


def _is_packet(held: bytes, beginning: bytes, measure: Measure) -> bool | None:
    if not held.startswith(beginning):
        return None if beginning.startswith(held) else False
    length = measure(held)
    return None if length is None else length > 0


PROFILE = Profile(
    name="auto",
    title="found out from what the scanner sends",
    session=AutoSession,
    examples=(
        *plain.PROFILE.examples,
        *(example for example in ssi.PROFILE.examples if example.symbology is not None),
        *(example for example in honeywell.PROFILE.examples if example.sent.startswith(honeywell.HEADER)),
        *rfid.RDM6300.examples,
    ),
    proof=Proof.SIMULATED,
    sends_lines=False,
)
