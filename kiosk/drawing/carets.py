"""Where a caret stands in text that Pango has set; places are counted in Python's characters."""

from ctypes import byref, c_int, c_uint
from typing import NamedTuple

from kiosk.drawing.native import PANGO_UNITS, Rectangle, pango
from kiosk.drawing.typesetting import LINE_HEIGHT, Style, typesetter

_IS_CURSOR_POSITION = 1 << 4  # PangoLogAttr in pango-break.h


class Caret(NamedTuple):
    """A caret in pixels from the left upper corner of the text."""

    x: int
    y: int
    height: int


def caret(text: str, place: int, style: Style, width: int | None = None) -> Caret:
    """The caret before the character at `place` of `text` wrapped at `width`, or not wrapped."""
    setter = typesetter()
    setter.lay_out(text, style, width)
    strong = Rectangle()
    pango.pango_layout_get_cursor_pos(setter.layout, _bytes(text, place), byref(strong), None)
    # As high as a line: the fonts of some scripts are twice as high.
    height = round(style.px * LINE_HEIGHT)
    middle = (strong.y + strong.height / 2) / PANGO_UNITS
    return Caret(round(strong.x / PANGO_UNITS), round(middle - height / 2), height)


def nearest_place(text: str, x: float, y: float, style: Style, width: int | None = None) -> int:
    """The place for a caret nearest to a point."""
    setter = typesetter()
    setter.lay_out(text, style, width)
    index, trailing = c_int(), c_int()
    pango.pango_layout_xy_to_index(
        setter.layout, int(x * PANGO_UNITS), int(y * PANGO_UNITS), byref(index), byref(trailing)
    )
    return _characters(text, index.value) + trailing.value


def place_beside(text: str, place: int, to_the_right: bool) -> int:
    """The place next to `place` as it is seen; at an end of the text, `place` itself."""
    setter = typesetter()
    setter.lay_out(text, Style(20, False, (0, 0, 0)))
    index, trailing = c_int(), c_int()
    pango.pango_layout_move_cursor_visually(
        setter.layout, 1, _bytes(text, place), 0, 1 if to_the_right else -1, byref(index), byref(trailing)
    )
    if not 0 <= index.value <= len(text.encode()):
        return place
    return _characters(text, index.value) + trailing.value


def places(text: str) -> list[int]:
    """Every place for a caret: before, after and between what is seen as one character."""
    encoded = text.encode()
    attributes = (c_uint * (len(text) + 1))()
    pango.pango_get_log_attrs(encoded, len(encoded), -1, None, attributes, len(attributes))
    return [place for place, bits in enumerate(attributes) if bits & _IS_CURSOR_POSITION]


def _bytes(text: str, place: int) -> int:
    return len(text[:place].encode())


def _characters(text: str, index: int) -> int:
    return len(text.encode()[:index].decode())
