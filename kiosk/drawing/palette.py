"""The colours of the two themes."""

from collections.abc import Sequence
from typing import NamedTuple

Rgba = tuple[float, float, float, float]
"""Red, green, blue and opacity from 0 to 1."""


def from_code(code: str) -> Rgba:
    """The opaque colour that is written like #0f4f41, with or without its sign. Raises ValueError."""
    r, g, b = bytes.fromhex(code.removeprefix("#"))
    return r / 255, g / 255, b / 255, 1.0


def code(color: Sequence[float]) -> str:
    """The colour as Pango's markup has it, like #0f4f41."""
    return "#" + "".join(f"{round(part * 255):02x}" for part in color[:3])


class Palette(NamedTuple):
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
    paper=from_code("FBF6EC"),
    card=from_code("FFFFFF"),
    ink=from_code("1D2129"),
    soft=from_code("41464F"),
    line=from_code("E6DDCB"),
    marigold=from_code("F4B740"),
    marigold_wash=from_code("FFF1CF"),
    pine=from_code("0F4F41"),
    pine_wash=from_code("DDF0E8"),
    brick=from_code("8A2119"),
    brick_wash=from_code("FBE4DF"),
    sky=from_code("1C4E80"),
    sky_wash=from_code("E0ECF8"),
    dot=from_code("1F8F6B"),
)
DARK = Palette(
    paper=from_code("15181E"),
    card=from_code("1F242D"),
    ink=from_code("F6F1E7"),
    soft=from_code("CBCED6"),
    line=from_code("323945"),
    marigold=from_code("F4B740"),
    marigold_wash=from_code("3A2F12"),
    pine=from_code("8FE0C6"),
    pine_wash=from_code("16352D"),
    brick=from_code("FFB3A8"),
    brick_wash=from_code("43201C"),
    sky=from_code("A9D0FA"),
    sky_wash=from_code("172B40"),
    dot=from_code("2FB58A"),
)
PALETTES = {"light": LIGHT, "dark": DARK}
