"""How a scanner is connected."""

from dataclasses import dataclass
from typing import Literal

from drivers.framing import Ending
from drivers.wrapping import NOTHING_AROUND, Wrapping

Parity = Literal["none", "even", "odd", "mark", "space"]
Layout = Literal["us", "de", "fr", "es", "gb"]

_SHORTEST_GAP = 0.08
_GAP_IN_CHARACTERS = 20


@dataclass(frozen=True, slots=True)
class Connection:
    """A scanner as the settings describe it.

    ``port`` is a device path, or an address: ``socket://host:port``, ``rfc2217://host:port``, and
    ``listen://address:port`` for those who connect to this machine. ``baud`` is bits a second; ``bits`` is
    7 or 8; ``stop_bits`` is 1, 1.5 or 2. ``layout`` is that of the keyboard which a scanner that types is
    set to.
    """

    port: str
    profile: str = "plain"
    baud: int = 9600
    bits: int = 8
    parity: Parity = "none"
    stop_bits: float = 1
    ending: Ending = Ending.AUTO
    wrapping: Wrapping = NOTHING_AROUND
    layout: Layout = "us"

    @property
    def gap(self) -> float:
        """The silence, in seconds, that tells two scans apart."""
        bits_a_character = 1 + self.bits + (self.parity != "none") + self.stop_bits
        return max(_SHORTEST_GAP, _GAP_IN_CHARACTERS * bits_a_character / self.baud)
