"""The typeface, and the fonts of every script it has no letters for."""

from ctypes import c_void_p
from functools import lru_cache
from importlib.resources import files

from kiosk.drawing.native import PANGO_UNITS, fontconfig, pango

NOTO = [
    "Arabic",
    "Hebrew",
    "Devanagari",
    "Bengali",
    "Tamil",
    "Telugu",
    "Gujarati",
    "Gurmukhi",
    "Kannada",
    "Malayalam",
    "Sinhala",
    "Thai",
    "Lao",
    "Khmer",
    "Myanmar",
    "Georgian",
    "Armenian",
    "Ethiopic",
    "CJK SC",
]
TYPEFACES = ("Atkinson Hyperlegible", "Noto Sans", *(f"Noto Sans {script}" for script in NOTO))
"""The typeface of the kiosk, and Noto for every other script, whatever else is installed."""

CAP_HEIGHT = 0.668
"""The height of the capitals as a part of the type size."""


@lru_cache(maxsize=64)
def font(px: int, bold: bool) -> c_void_p:
    """The typeface at a size in pixels."""
    load_typeface()
    name = f"{','.join(TYPEFACES)}{' Bold' if bold else ''}"
    font: c_void_p = pango.pango_font_description_from_string(name.encode())
    pango.pango_font_description_set_absolute_size(font, px * PANGO_UNITS)
    return font


@lru_cache(maxsize=1)
def load_typeface() -> None:
    """It comes as a Python package, not as one of Debian's."""
    for file in (files("fontpkg_atkinson_hyperlegible") / "files").iterdir():
        fontconfig.FcConfigAppFontAddFile(None, str(file).encode())
