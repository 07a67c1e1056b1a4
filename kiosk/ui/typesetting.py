"""Text set by Pango: every script, its direction, its fallback fonts and its line breaks."""

import unicodedata
from ctypes import byref, c_void_p
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from kivy.graphics.texture import Texture

from kiosk.people.words import FIRST_STRONG_ISOLATE
from kiosk.ui.canvas import Color, paint, set_color
from kiosk.ui.native import Rectangle, cairo, fontconfig, pango, pangocairo

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
"""The typeface of the glass, and Noto for every other script, whatever else is installed."""

LINE_HEIGHT = 1.27
"""From line to line as a part of the type size: the fonts' own would go from 1.2 to 2.1."""

LARGE = 60
"""From this type size on letters are drawn as outlines: as glyphs, Cairo would keep every one of them."""

CAP_HEIGHT = 0.668
"""The height of the capitals as a part of the type size."""

_UNITS = 1024
_WRAP_WORD, _WRAP_WORD_CHAR = 0, 2


class Style(NamedTuple):
    """How text is set: the type size in pixels, the weight, the colour."""

    px: int
    bold: bool
    color: Color


class Extent(NamedTuple):
    """What set text takes, in pixels: its size, its lines, and how far its ink stands out on the four sides.

    `x` is where it begins: wrapped right-to-left text stands at the right end of its width.
    """

    x: int
    width: int
    height: int
    lines: int
    left: int
    top: int
    right: int
    bottom: int


class Setting(NamedTuple):
    """Text as a texture, and what it takes."""

    texture: Texture
    extent: Extent


def measure(text: str, style: Style, width: int | None = None, whole_words: bool = False) -> Extent:
    """What `text` takes when it is wrapped at `width` pixels, or not wrapped.

    With `whole_words` it is wrapped only where its script allows, and may be wider than `width`.
    """
    setter = _typesetter()
    pango.pango_layout_set_wrap(setter.layout, _WRAP_WORD if whole_words else _WRAP_WORD_CHAR)
    setter.lay_out(text, style, width, markup=False)
    extent = setter.extent()
    pango.pango_layout_set_wrap(setter.layout, _WRAP_WORD_CHAR)
    return extent


@lru_cache(maxsize=32)
def typeset(text: str, style: Style, width: int | None = None, markup: bool = False) -> Setting:
    """`text` drawn; the newest 32 are kept, so that what stands on every greeting is drawn once.

    With `markup` the text is Pango's markup: what people wrote must be escaped in it.
    """
    setter = _typesetter()
    setter.lay_out(text, style, width, markup)
    e = setter.extent()

    def draw(context: c_void_p) -> None:
        set_color(context, style.color)
        cairo.cairo_move_to(context, e.left - e.x, e.top)
        if style.px >= LARGE and not _holds_pictures(text):
            pangocairo.pango_cairo_layout_path(context, setter.layout)
            cairo.cairo_fill(context)
        else:
            pangocairo.pango_cairo_show_layout(context, setter.layout)

    return Setting(paint(e.left + e.width + e.right, e.top + e.height + e.bottom, draw), e)


def _holds_pictures(text: str) -> bool:
    """True where there may be emoji: they have no outline."""
    return any(unicodedata.category(char) == "So" for char in text)


class _Typesetter:
    """One Pango layout, used again for every text, by the one thread that draws."""

    def __init__(self) -> None:
        for font in (files("fontpkg_atkinson_hyperlegible") / "files").iterdir():
            fontconfig.FcConfigAppFontAddFile(None, str(font).encode())
        context = pango.pango_font_map_create_context(pangocairo.pango_cairo_font_map_get_default())
        self.layout = pango.pango_layout_new(context)
        pango.pango_layout_set_wrap(self.layout, _WRAP_WORD_CHAR)

    def lay_out(self, text: str, style: Style, width: int | None, markup: bool) -> None:
        encoded = text.encode()
        # What somebody wrote sets its own direction, unless it only begins a sentence of ours.
        pango.pango_layout_set_auto_dir(self.layout, not text.startswith(FIRST_STRONG_ISOLATE))
        pango.pango_layout_set_font_description(self.layout, _font(style.px, style.bold))
        pango.pango_layout_set_width(self.layout, -1 if width is None else width * _UNITS)
        if markup:
            pango.pango_layout_set_markup(self.layout, encoded, len(encoded))
        else:
            pango.pango_layout_set_attributes(self.layout, None)
            pango.pango_layout_set_text(self.layout, encoded, len(encoded))
        self._set_line_height(round(style.px * LINE_HEIGHT))

    def _set_line_height(self, px: int) -> None:
        old = pango.pango_layout_get_attributes(self.layout)
        attributes = pango.pango_attr_list_copy(old) if old else pango.pango_attr_list_new()
        height = pango.pango_attr_line_height_new_absolute(px * _UNITS)
        pango.pango_attr_list_insert(attributes, height)
        pango.pango_layout_set_attributes(self.layout, attributes)
        pango.pango_attr_list_unref(attributes)

    def extent(self) -> Extent:
        ink, logical = Rectangle(), Rectangle()
        pango.pango_layout_get_pixel_extents(self.layout, byref(ink), byref(logical))
        right, bottom = logical.x + logical.width, logical.y + logical.height
        return Extent(
            x=logical.x,
            width=logical.width,
            height=logical.height,
            lines=pango.pango_layout_get_line_count(self.layout),
            left=max(0, logical.x - ink.x),
            top=max(0, logical.y - ink.y),
            right=max(0, ink.x + ink.width - right),
            bottom=max(0, ink.y + ink.height - bottom),
        )


@lru_cache(maxsize=1)
def _typesetter() -> _Typesetter:
    return _Typesetter()


@lru_cache(maxsize=64)
def _font(px: int, bold: bool) -> c_void_p:
    name = f"{','.join(TYPEFACES)}{' Bold' if bold else ''}"
    font: c_void_p = pango.pango_font_description_from_string(name.encode())
    pango.pango_font_description_set_absolute_size(font, px * _UNITS)
    return font
