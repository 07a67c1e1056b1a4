"""Bar codes with which scanners are set up: FNC3 at the start of one says that it is an order.

Only what was found is here, with where that was; none of it was read in the maker's own manual.
"""

from dataclasses import dataclass

FNC3 = "\xf3"
"""As python-barcode writes it in Code 128."""


@dataclass(frozen=True, slots=True)
class ProgrammingCode:
    """The text of a Code 128 that makes a scanner a serial device; ``source`` says where it was found."""

    text: str
    source: str


_MENU = ProgrammingCode(
    f"{FNC3}TRMUSB130.",
    "two public programs, which send it as a menu command",
)
_TO_SERIAL = {0x0C2E: _MENU, 0x0536: _MENU}


def to_serial(vendor: int) -> ProgrammingCode | None:
    """Return the code for scanners with this USB vendor number; None where none is known."""
    return _TO_SERIAL.get(vendor)
