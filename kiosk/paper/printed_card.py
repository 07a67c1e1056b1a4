"""What stands on a card that is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kiosk.drawing.logos import Logo
    from kiosk.drawing.shapes import Color


class Brand(NamedTuple):
    """The shop as its cards show it: its name, its logo, and the colour of the band behind them."""

    name: str
    logo: "Logo | None" = None
    color: "Color | None" = None


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """Its number, one of its two codes, the shop, and the name of an owner.

    `bars` are the modules of a bar code, "1" for black and "0" for white; `square` are the rows of a QR code,
    True for black. Neither holds the white around it.
    """

    number: str
    shop: Brand
    bars: str = ""
    square: Sequence[Sequence[bool]] = ()
    name: str = ""
