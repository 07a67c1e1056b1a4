"""Nixdorf modes A and B: odd parity, a letter before the data, and a scanner that waits for RTS.

In mode B the scanner reads only while the host asserts RTS; in mode A that does no harm.
Sources: Symbol MP7000 manual, page 47; LS4208, page 80; DS9208, page 144. The letters are unverified.
"""

from collections.abc import Sequence
from dataclasses import replace

from drivers.connection import Connection
from drivers.framing import Frame, Framer
from drivers.line_session import LineSession
from drivers.profile import Example, LineDefaults, Profile, Proof
from drivers.session import Command, Event, Rts
from drivers.symbology import Symbology

_LETTERS = {
    b"A": Symbology.EAN13,
    b"B": Symbology.EAN8,
    b"E": Symbology.DATABAR,
    b"H": Symbology.CODE25,
    b"I": Symbology.ITF,
    b"K": Symbology.CODE128,
    b"L": Symbology.CODE93,
    b"M": Symbology.CODE39,
    b"N": Symbology.CODABAR,
    b"O": Symbology.MSI,
    b"P": Symbology.GS1_128,
}


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
    return NixdorfSession(Framer(line.ending, line.gap), reading=_without_letter)


def _without_letter(frame: Frame) -> Frame:
    """Take a letter off that tells the kind of bar code; a frame without one stays whole."""
    kind = _LETTERS.get((frame.data or b"")[:1])
    if frame.data is None or kind is None or len(frame.data) == 1:
        return frame
    return replace(frame, data=frame.data[1:], symbology=kind)


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
