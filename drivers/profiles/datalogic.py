"""Datalogic and PSC: plain lines; single bytes, or escape sequences where the scanner is cordless.

Sources: PowerScan 4170405 manual, page 397; Magellan 9300i, page 481; QuickScan QD2300, page 185; Gryphon
GBT4200, page 264; PowerScan PD96, page 318.
"""

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.profile import Example, Profile, Proof

# "F" (not on file) is left out: on some models it stops the scanning as well.
_WIRED = {
    Command.WELCOME: [b"\x01"],
    Command.TRIGGER: [b"T"],
    Command.ENABLE: [b"E"],
    Command.DISABLE: [b"D"],
}
_SHORT_HIGH, _LONG_LOW, _PAUSE = b"\x1b[0q", b"\x1b[2q", b"\x1b[5q"
_CORDLESS = {
    Command.WELCOME: [_SHORT_HIGH],
    Command.UNKNOWN: [_LONG_LOW],
    Command.REFUSED: [_LONG_LOW, _PAUSE, _LONG_LOW],
}
_EXAMPLES = (Example(b"2912345678906\r\n", "2912345678906"),)


def wired(line: Connection) -> LineSession:
    """Return the session for a scanner on ``line``."""
    return LineSession(Framer(line.ending, line.gap), _WIRED)


def cordless(line: Connection) -> LineSession:
    """Return the session for a cordless scanner whose base is on ``line``."""
    return LineSession(Framer(line.ending, line.gap), _CORDLESS)


PROFILE = Profile(
    name="datalogic",
    title="Datalogic, PSC",
    session=wired,
    examples=_EXAMPLES,
    can=frozenset(_WIRED),
    proof=Proof.SIMULATED,
    beeps=True,
)
CORDLESS = Profile(
    name="datalogic-cordless",
    title="Datalogic, cordless",
    session=cordless,
    examples=_EXAMPLES,
    can=frozenset(_CORDLESS),
    proof=Proof.SIMULATED,
    beeps=True,
)
