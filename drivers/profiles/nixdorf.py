"""Nixdorf modes A and B: odd parity, a letter before the data, and a scanner that waits for RTS.

In mode B the scanner reads only while the host asserts RTS; in mode A that does no harm.
Sources: Symbol MP7000 manual, page 47; LS4208, page 80; DS9208, page 144. The letters are unverified.
"""

from collections.abc import Sequence
from functools import partial

from drivers.command import Command
from drivers.connection import Connection
from drivers.framing import Framer
from drivers.line_session import LineSession
from drivers.profile import Example, LineDefaults, Profile, Proof
from drivers.session import Event, Rts
from drivers.symbology import Symbology
from drivers.wrapping import SYMBOL, without_letter


class NixdorfSession(LineSession):
    """Lines with a letter before the data; RTS has the scanner read or not."""

    def begin(self, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return [Rts(True)]

    def command(self, command: Command, now: float) -> Sequence[Event]:
        """See ScannerSession."""
        return [Rts(command is Command.ENABLE)] if command in PROFILE.can else []


def session(line: Connection) -> NixdorfSession:
    """Return the session for a scanner on ``line``."""
    return NixdorfSession(Framer(line.ending, line.gap), reading=partial(without_letter, letters=SYMBOL))


PROFILE = Profile(
    name="nixdorf",
    title="Nixdorf modes A and B",
    session=session,
    examples=(
        Example(b"A2912345678906\r", "2912345678906", Symbology.EAN13),
        Example(b"KLOY-000123\r", "LOY-000123", Symbology.CODE128),
    ),
    can=frozenset({Command.ENABLE, Command.DISABLE}),
    line=LineDefaults(parity="odd"),
    proof=Proof.SIMULATED,
    unverified="the letters before the data",
)
