"""Opticon: plain lines; commands between ESC and CR, kept in working memory alone.

Sources: NLV-4001 manual, pages 17 and 23; NLV-5201, pages 31 and 41; wiki.opticonusa.com, Menu_Commands (S7
and S8); the maker's opticonnect_sdk_flutter (N).
"""

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.profile import Example, Profile, Proof


def _frame(command: str) -> bytes:
    return b"\x1b" + command.encode("ascii") + b"\r"


# A command of one character cannot share a frame with another one.
_COMMANDS = {
    Command.WELCOME: [_frame("B"), _frame("L")],
    Command.UNKNOWN: [_frame("E")],
    Command.REFUSED: [_frame("E"), _frame("N")],
    Command.TRIGGER: [_frame("Z")],
    Command.ENABLE: [_frame("S8")],
    Command.DISABLE: [_frame("S7")],
}


def session(line: Connection) -> LineSession:
    """Return the session for a scanner on ``line``."""
    return LineSession(Framer(line.ending, line.gap), _COMMANDS)


PROFILE = Profile(
    name="opticon",
    title="Opticon",
    session=session,
    examples=(Example(b"2912345678906\r", "2912345678906"),),
    can=frozenset(_COMMANDS),
    proof=Proof.SIMULATED,
    beeps=True,
    lights=True,
    unverified="S7, S8 and N stand in the maker's wiki and library, not in a manual that was read",
)
