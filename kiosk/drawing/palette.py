"""The colours of the two themes."""

from collections.abc import Sequence
from typing import NamedTuple

Rgba = tuple[float, float, float, float]
"""Red, green, blue and opacity from 0 to 1."""


def _hex(code: str) -> Rgba:
    r, g, b = bytes.fromhex(code)
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
