"""Colours and sizes: the palette of the shop's theme, and type sizes from the eye of the cashier."""

from dataclasses import dataclass
from math import radians, tan

from kiosk.ui.typesetting import CAP_HEIGHT

Rgba = tuple[float, float, float, float]

_MM_PER_INCH = 25.4
_KNOWN_WIDTHS_MM = {(800, 480): 154.08, (1280, 800): 217.0, (720, 1280): 87.0}
_USUAL_PPI = 149.0


def _hex(code: str) -> Rgba:
    r, g, b = bytes.fromhex(code)
    return r / 255, g / 255, b / 255, 1.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one theme; every text colour stands at 7:1 or better on every ground."""

    paper: Rgba
    card: Rgba
    ink: Rgba
    soft: Rgba
    line: Rgba
    marigold: Rgba
    marigold_wash: Rgba
    pine: Rgba
    pine_wash: Rgba
    brick: Rgba
    brick_wash: Rgba
    sky: Rgba
    sky_wash: Rgba
    dot: Rgba


LIGHT = Palette(
    paper=_hex("FBF6EC"),
    card=_hex("FFFFFF"),
    ink=_hex("1D2129"),
    soft=_hex("41464F"),
    line=_hex("E6DDCB"),
    marigold=_hex("F4B740"),
    marigold_wash=_hex("FFF1CF"),
    pine=_hex("0F4F41"),
    pine_wash=_hex("DDF0E8"),
    brick=_hex("8A2119"),
    brick_wash=_hex("FBE4DF"),
    sky=_hex("1C4E80"),
    sky_wash=_hex("E0ECF8"),
    dot=_hex("1F8F6B"),
)
DARK = Palette(
    paper=_hex("15181E"),
    card=_hex("1F242D"),
    ink=_hex("F6F1E7"),
    soft=_hex("CBCED6"),
    line=_hex("323945"),
    marigold=_hex("F4B740"),
    marigold_wash=_hex("3A2F12"),
    pine=_hex("8FE0C6"),
    pine_wash=_hex("16352D"),
    brick=_hex("FFB3A8"),
    brick_wash=_hex("43201C"),
    sky=_hex("A9D0FA"),
    sky_wash=_hex("172B40"),
    dot=_hex("2FB58A"),
)
PALETTES = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Eye:
    """How the glass is seen: pixels an inch, and the distance it is read from in millimetres."""

    ppi: float
    distance_mm: float

    def type_size(self, arc_minutes: float) -> float:
        """The type size in pixels at which capitals are this high."""
        capital_mm = 2 * self.distance_mm * tan(radians(arc_minutes / 60) / 2)
        return capital_mm / _MM_PER_INCH * self.ppi / CAP_HEIGHT


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type sizes and the unit of space, in pixels.

    `name` holds three steps, the largest first; `touch` is the side of what a finger hits without aiming.
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
    unit: int


def sizes(width: int, height: int, eye: Eye) -> Sizes:
    """Sizes as drawn for 1280×800 and 720×1280, never smaller than the eye asks for."""
    portrait = height > width
    scale = width / 720 if portrait else min(width / 1280, height / 800)

    def size(drawn: float, arc_minutes: float = 16) -> int:
        return round(max(drawn * scale, eye.type_size(arc_minutes)))

    return Sizes(
        name=(size(170 if portrait else 150, 30), size(112, 30), size(76, 30)),
        clock=size(150, 30),
        headline=size(64 if portrait else 72, 30),
        say=size(48 if portrait else 43, 22),
        sentence=size(36, 18),
        title=size(31 if portrait else 28, 17.5),
        subline=size(26, 17),
        button=size(24, 16.5),
        chip=size(22),
        detail=size(20),
        picture=size(50),
        touch=round(12 / _MM_PER_INCH * eye.ppi),
        unit=max(2, round(4 * scale)),
    )


def pixels_per_inch(width: int, height: int, width_mm: float | None) -> float:
    """From the width of the glass in millimetres; without it, from the displays that are usual."""
    known = width_mm or _KNOWN_WIDTHS_MM.get((width, height))
    return _USUAL_PPI if known is None else width / known * _MM_PER_INCH
