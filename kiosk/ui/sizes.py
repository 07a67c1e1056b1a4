"""Sizes: those of type from the eye of the cashier, the others as drawn."""

from dataclasses import dataclass
from math import radians, tan

from kiosk.drawing.fonts import CAP_HEIGHT
from kiosk.drawing.typesetting import LINE_HEIGHT
from kiosk.machine.density import MM_PER_INCH


@dataclass(frozen=True, slots=True)
class Eye:
    """How the glass is seen: pixels an inch, and the distance it is read from in millimetres."""

    ppi: float
    distance_mm: float

    def type_size(self, arc_minutes: float) -> float:
        """The type size in pixels at which capitals are this high."""
        capital_mm = 2 * self.distance_mm * tan(radians(arc_minutes / 60) / 2)
        return capital_mm / MM_PER_INCH * self.ppi / CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes and the unit of space, in pixels.

    `name` holds three steps, the largest first; `touch` is the side of what a finger hits without aiming,
    and `control` the height of every button.
    """

    name: tuple[int, int, int]
    clock: int
    headline: int
    say: int
    sentence: int
    title: int
    subline: int
    button: int
    chip: int
    detail: int
    picture: int
    touch: int
    control: int
    unit: int


_ROOMY = 10
"""So many fingers high there is room for higher buttons."""


def sizes(width: int, height: int, eye: Eye, text_scale: float = 1) -> Sizes:
    """Sizes as drawn for 1280×800 and 720×1280, never smaller than the eye asks for.

    `text_scale` makes all type larger: for eyes that need it.
    """
    upright = height > width
    scale = width / 720 if upright else min(width / 1280, height / 800)

    def size(drawn: float, arc_minutes: float = 16) -> int:
        return round(max(drawn * scale, eye.type_size(arc_minutes)) * text_scale)

    unit, button = max(2, round(4 * scale)), size(24, 16.5)
    touch = round(12 / MM_PER_INCH * eye.ppi)
    least = touch * (0.9 if height >= _ROOMY * touch else 0.8)
    return Sizes(
        name=(size(170 if upright else 150, 30), size(112, 30), size(76, 30)),
        clock=size(150, 30),
        headline=size(64 if upright else 72, 30),
        say=size(48 if upright else 43, 22),
        sentence=size(36, 18),
        title=size(31 if upright else 28, 17.5),
        subline=size(26, 17),
        button=button,
        chip=size(22),
        detail=size(20),
        picture=size(50),
        touch=touch,
        control=round(max(least, button * LINE_HEIGHT + 6 * unit)),
        unit=unit,
    )
