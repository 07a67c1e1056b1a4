"""A family of scanners: what it speaks, what it can do, and how far that is proved."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum

from drivers.command import Command
from drivers.connection import Connection, Parity
from drivers.session import ScannerSession
from drivers.symbology import Symbology
from drivers.transport import TransportKind


class Proof(StrEnum):
    """How far a profile is proved, each step holding those before it."""

    VECTOR = "vector"
    SIMULATED = "simulated"
    REAL = "real"


@dataclass(frozen=True, slots=True)
class LineDefaults:
    """How a family's line is set when it leaves the factory."""

    baud: int = 9600
    bits: int = 8
    parity: Parity = "none"
    stop_bits: float = 1


@dataclass(frozen=True, slots=True)
class Example:
    """What a scanner of the family sends for one scan, and what that means. None of it is anybody's card."""

    sent: bytes = field(repr=False)
    text: str
    symbology: Symbology | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """A family of scanners, as it is named in the settings.

    ``session`` makes what speaks with a scanner on the given line. ``can`` holds the commands that the
    family knows; ``beeps`` and ``lights`` say what is heard or seen of what became of a card. ``unverified``
    says what was never read in a manual, or else is empty. ``sends_lines`` tells that nothing but lines comes
    from a scanner, also after those commands: a till can read it as it comes.
    ``transport`` is the way on which its bytes come.
    """

    name: str
    title: str
    session: Callable[[Connection], ScannerSession]
    examples: tuple[Example, ...]
    can: frozenset[Command] = frozenset()
    line: LineDefaults = LineDefaults()
    proof: Proof = Proof.VECTOR
    unverified: str = ""
    beeps: bool = False
    lights: bool = False
    sends_lines: bool = True
    transport: TransportKind = TransportKind.SERIAL
