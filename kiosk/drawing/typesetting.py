"""Text set by Pango: every script, its direction, its fallback fonts and its line breaks."""

import unicodedata
from ctypes import byref, c_void_p
from functools import lru_cache
from threading import local
from typing import NamedTuple

from kiosk.drawing.fonts import font
from kiosk.drawing.line_breaks import SEPARATOR, UNBROKEN, balance, break_at_separators
from kiosk.drawing.native import PANGO_UNITS, Rectangle, cairo, pango, pangocairo
from kiosk.drawing.shapes import Color, set_color

LINE_HEIGHT = 1.27
"""From line to line as a part of the type size: the fonts' own would go from 1.2 to 2.1."""

_WRAP_WORD, _WRAP_WORD_CHAR = 0, 2
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = 0, 1  # PangoDirection in pango-direction.h
_LEFT, _CENTER, _RIGHT = 0, 1, 2  # PangoAlignment in pango-layout.h
_NOT_CUT, _CUT_AT_THE_END = 0, 3  # PangoEllipsizeMode in pango-layout.h


class Style(NamedTuple):
    """How text is set: the type size in pixels, the weight, the colour."""

    px: int
    bold: bool
    color: Color


class Extent(NamedTuple):
    """What set text takes, in pixels: its size, its lines, and how far its ink stands out on the four sides.

    `x` is where it begins: wrapped right-to-left text stands at the right end of its width. `inset` is the
    space above its ink, and `is_cut` tells that it goes on after its last line.
    """

    x: int
    width: int
    height: int
    lines: int
    left: int
    top: int
    right: int
    bottom: int
    inset: int
    is_cut: bool


def measure(text: str, style: Style, width: int | None = None, whole_words: bool = False) -> Extent:
    """What `text` takes when it is wrapped at `width` pixels, or not wrapped.

    With `whole_words` it is wrapped only where its script allows, and may be wider than `width`.
    """
    setter = typesetter()
    pango.pango_layout_set_wrap(setter.layout, _WRAP_WORD if whole_words else _WRAP_WORD_CHAR)
    extent = setter.lay_out(text, style, width)
    pango.pango_layout_set_wrap(setter.layout, _WRAP_WORD_CHAR)
    return extent


class Typesetter(local):
    """Sets text in a Pango layout: its own, used again for every text, or one by `new_layout`.

    Each thread that draws has its own typesetter.

    `right_to_left` is the direction of the language that is spoken: of its sentences, whatever names
    stand in them, and of what has no direction of its own.
    """

    def __init__(self) -> None:
        self.right_to_left = False
        self._context = pango.pango_font_map_create_context(pangocairo.pango_cairo_font_map_get_default())
        self.layout = self.new_layout()

    def new_layout(self) -> c_void_p:
        """A layout for text that is drawn later, to be used again for another text and never given back."""
        layout = c_void_p(pango.pango_layout_new(self._context))
        pango.pango_layout_set_wrap(layout, _WRAP_WORD_CHAR)
        return layout

    def lay_out(
        self,
        text: str,
        style: Style,
        width: int | None = None,
        markup: bool = False,
        layout: c_void_p | None = None,
        most_lines: int = 0,
        centered: bool = False,
    ) -> Extent:
        """Set `text`, ready to be drawn, and wrapped at `width` pixels if there is one.

        With `markup` the text is Pango's markup: what people wrote must be escaped in it. What would take
        more than `most_lines` ends in an ellipsis; 0 lines are as many as it takes.
        Lines are `centered`, or begin under each other.
        """
        layout = layout or self.layout
        encoded = text.encode()
        direction, start = (_RIGHT_TO_LEFT, _RIGHT) if self.right_to_left else (_LEFT_TO_RIGHT, _LEFT)
        pango.pango_context_set_base_dir(self._context, direction)
        # What has the other direction Pango aligns at the other side.
        pango.pango_layout_set_alignment(layout, _CENTER if centered else start)
        # What somebody wrote sets its own direction, unless it only begins a sentence of ours.
        ours = text.startswith("\N{FIRST STRONG ISOLATE}") or (self.right_to_left and turns(text))
        pango.pango_layout_set_auto_dir(layout, not ours)
        pango.pango_layout_set_font_description(layout, font(style.px, style.bold))
        # Below zero, Pango takes a height as a number of lines.
        pango.pango_layout_set_height(layout, -most_lines or -1)
        pango.pango_layout_set_ellipsize(layout, _CUT_AT_THE_END if most_lines else _NOT_CUT)
        pango.pango_layout_set_width(layout, -1 if width is None else width * PANGO_UNITS)
        if markup:
            pango.pango_layout_set_markup(layout, encoded, len(encoded))
        else:
            _set_text(layout, encoded)
        height = round(style.px * LINE_HEIGHT)
        _set_attributes(layout, height)
        if width is not None and pango.pango_layout_get_line_count(layout) > 1:
            if SEPARATOR in text and not markup:
                _break_lines(layout, text, height)
            else:
                balance(layout, width)
        return _extent(layout)

    def draw(
        self,
        context: c_void_p,
        color: Color,
        x: float,
        y: float,
        outlined: bool = False,
        layout: c_void_p | None = None,
    ) -> None:
        """Draw what was laid out last; where it is `outlined`, emoji are left out."""
        layout = layout or self.layout
        set_color(context, color)
        cairo.cairo_move_to(context, x, y)
        if outlined:
            pangocairo.pango_cairo_layout_path(context, layout)
            cairo.cairo_fill(context)
        else:
            pangocairo.pango_cairo_show_layout(context, layout)


def turns(text: str) -> bool:
    """True where something in `text` is written from right to left."""
    return any(unicodedata.bidirectional(char) in ("R", "AL") for char in text)


@lru_cache(maxsize=1)
def typesetter() -> Typesetter:
    """The one for all text; the first use of it in a thread takes up to 30 ms."""
    return Typesetter()


def _set_text(layout: c_void_p, encoded: bytes) -> None:
    pango.pango_layout_set_attributes(layout, None)
    pango.pango_layout_set_text(layout, encoded, len(encoded))


def _break_lines(layout: c_void_p, text: str, height: int) -> None:
    """Have no line end with a separator."""
    for _ in range(text.count(SEPARATOR)):
        broken = break_at_separators(text, layout)
        if broken == text:
            return
        text = broken
        _set_text(layout, text.encode())
        _set_attributes(layout, height)


def _set_attributes(layout: c_void_p, line_height: int) -> None:
    """Beside those of the markup: even lines, none of which ends in the middle of what is `UNBROKEN`."""
    old = pango.pango_layout_get_attributes(layout)
    attributes = pango.pango_attr_list_copy(old) if old else pango.pango_attr_list_new()
    height = pango.pango_attr_line_height_new_absolute(line_height * PANGO_UNITS)
    pango.pango_attr_list_insert(attributes, height)
    text = pango.pango_layout_get_text(layout).decode()
    for unbroken in UNBROKEN.finditer(text):
        start, end = (len(text[:place].encode()) for place in unbroken.span())
        together = pango.pango_attr_allow_breaks_new(False)
        together.contents.start, together.contents.end = start, end
        pango.pango_attr_list_insert(attributes, together)
    pango.pango_layout_set_attributes(layout, attributes)
    pango.pango_attr_list_unref(attributes)


def _extent(layout: c_void_p) -> Extent:
    ink, logical = Rectangle(), Rectangle()
    pango.pango_layout_get_pixel_extents(layout, byref(ink), byref(logical))
    right, bottom = logical.x + logical.width, logical.y + logical.height
    return Extent(
        x=logical.x,
        width=logical.width,
        height=logical.height,
        lines=pango.pango_layout_get_line_count(layout),
        left=max(0, logical.x - ink.x),
        top=max(0, logical.y - ink.y),
        right=max(0, ink.x + ink.width - right),
        bottom=max(0, ink.y + ink.height - bottom),
        inset=ink.y - logical.y,
        is_cut=bool(pango.pango_layout_is_ellipsized(layout)),
    )
