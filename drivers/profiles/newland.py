"""Newland: plain lines; commands in frames, each answered, 50 milliseconds apart.

Sources: Newland HR52 manual, pages 35 and 234; FM530, page 141.
"""

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.profile import Example, Profile, Proof

_REPLY, _END = b"\x02\x010000", b";\x03"
_LONGEST = 512
_PAUSE, _PATIENCE = 0.05, 5.0  # seconds; an answer may wait for the scanner's flash memory


def temporary(setting: str) -> bytes:
    """Return the command for ``setting``, tag, sub-tag and value, that is forgotten when the power goes."""
    return b"\x7e\x010000#" + setting.encode("ascii") + _END


_COMMANDS = {Command.TRIGGER: [temporary("SCNTRG1")]}


def _measure(rest: bytes) -> int | None:
    end = rest.find(_END)
    return end + len(_END) if end >= 0 else None


def session(line: Connection) -> LineSession:
    """Return the session for a scanner on ``line``."""
    replies = PacketCutter([_REPLY], _measure, _LONGEST)
    return LineSession(Framer(line.ending, line.gap), _COMMANDS, Outbox(_PAUSE, _PATIENCE), replies)


PROFILE = Profile(
    name="newland",
    title="Newland NLS, Sunmi, Rakinda",
    session=session,
    examples=(Example(b"2912345678906\r\n", "2912345678906"),),
    can=frozenset(_COMMANDS),
    proof=Proof.SIMULATED,
    unverified="the ending that a scanner has when it is new",
)
