"""Denso Wave: plain lines; commands of one to three letters, each answered with OK or NG.

Sources: QK20 manual, pages 110 and 111; SE1-QB, pages 82, 83 and 95; GT10B, page 33; GT20Q, page 63.
"""

import re

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.outbox import Outbox
from drivers.packets import PacketCutter
from drivers.profile import Example, Profile, Proof

_REPLY = re.compile(rb"(?:OK|NG|ERROR|\x18)\r")
_BEGINNINGS = (b"OK", b"NG", b"ERROR", b"\x18")
_LONGEST = len(b"ERROR\r")
_PATIENCE = 0.5  # seconds; a beep takes 0.1

_COMMANDS = {
    Command.WELCOME: [b"B1\r", b"LG\r"],
    Command.UNKNOWN: [b"B3\r", b"LR\r"],
    Command.REFUSED: [b"B3\r", b"LR\r"],
    Command.TRIGGER: [b"R\r"],
    Command.ENABLE: [b"R\r"],
    Command.DISABLE: [b"Z\r"],
}


def _measure(rest: bytes) -> int | None:
    reply = _REPLY.match(rest)
    if reply:
        return reply.end()
    return None if rest in _BEGINNINGS else 0


def session(line: Connection) -> LineSession:
    """Return the session for a scanner on ``line``."""
    replies = PacketCutter(_BEGINNINGS, _measure, _LONGEST)
    return LineSession(Framer(line.ending, line.gap), _COMMANDS, Outbox(patience=_PATIENCE), replies)


PROFILE = Profile(
    name="denso",
    title="Denso Wave",
    session=session,
    examples=(Example(b"2912345678906\r", "2912345678906"),),
    can=frozenset(_COMMANDS),
    proof=Proof.SIMULATED,
    beeps=True,
    lights=True,
    sends_lines=False,
    unverified="CR behind a command and its answer: what the scanner is set to is used for both",
)
