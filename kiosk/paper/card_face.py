"""One card: its head, its code and its number.

All lengths are millimetres. Source: GS1 General Specifications (the modules, heights and quiet zones of EAN
and UPC).
"""

from ctypes import c_void_p
from math import pi

from kiosk.drawing.native import cairo
from kiosk.drawing.shapes import draw_modules, set_color
from kiosk.paper.card_heading import Head, draw_head
from kiosk.paper.card_sheets import MARK_FROM, Sheet
from kiosk.paper.card_words import Line, write
from kiosk.paper.printed_card import PrintedCard

MODULE = 0.33
"""Millimetres of the narrowest bar: GS1's nominal X-dimension, of which 80 to 200 per cent are allowed."""

LEAST_MODULE = 0.264
"""Millimetres that it has at the least."""

BAR_HEIGHT = 22.85
"""Millimetres of the bars at that size; less where a label is lower."""

SQUARE = 18.0
"""Millimetres of a square code, with the four modules of white around it that it needs."""

QUIET = 11
"""Modules of white on either side: the most that any kind here asks for (EAN-13, on the left)."""

_HOLE = 5.0
"""Millimetres across the hole of a key tag, as punches make it."""

_OFF_LABELS = 1.0
"""Millimetres that colour stays off the edge of a label, since no two sheets are fed alike."""

_FULL_SIZE = 45.0
"""Millimetres of height from which on everything has its full size."""

_MARGIN, _SMALL = 8.0, 3.6
_ABOVE, _ABOVE_WITH_NAME, _BELOW = 10.5, 15.5, 6.5
"""Millimetres for the words, at full size."""


class NoRoomError(Exception):
    """The bars of a number would be narrower than GS1 allows on such a sheet."""


def draw_printed(context: c_void_p, card: PrintedCard, sheet: Sheet, x: float, y: float) -> None:
    """The shop above, the code in the middle, and the number in plain signs below it.

    Raises NoRoomError.
    """
    width, scale = sheet.width - sheet.hole, min(1, sheet.height / _FULL_SIZE)
    middle, room = x + sheet.hole + width / 2, width - _MARGIN * scale
    draw_head(context, card.shop, Head(x, y, sheet.width, middle, room, _bleed(sheet, scale), scale))
    if sheet.hole:
        _draw_hole(context, x + sheet.hole * 0.6, y + sheet.height / 2)
    above = _ABOVE * scale
    if card.name:
        write(context, card.name, (middle, y + 10.5 * scale), Line(_SMALL * scale, room))
        above = _ABOVE_WITH_NAME * scale
    high = min(BAR_HEIGHT, sheet.height - above - _BELOW * scale)
    top = y + above + (sheet.height - above - _BELOW * scale - high) / 2
    set_color(context, (0.0, 0.0, 0.0))
    if card.square:
        side = min(SQUARE, high - 2 * scale)
        draw_modules(
            context, card.square, middle - side / 2, top + (high - side) / 2, side / len(card.square)
        )
    else:
        _draw_bars(context, card.bars, width, (middle, top), high)
    write(context, card.number, (middle, top + high + 1.2 * scale), Line(_SMALL * scale, room))


def _bleed(sheet: Sheet, scale: float) -> float:
    """Colour goes over an edge that is cut, up to one that a card printer prints, and not near a label's."""
    if sheet.marks:
        return MARK_FROM
    return 0 if sheet.across * sheet.down == 1 else -_OFF_LABELS * scale


def _draw_bars(context: c_void_p, modules: str, room: float, place: tuple[float, float], high: float) -> None:
    """As wide as they should be, or as there is room for, from the middle of their upper edge."""
    wide = min(MODULE, room / (len(modules) + 2 * QUIET))
    if wide < LEAST_MODULE:
        raise NoRoomError
    middle, top = place
    left, start = middle - wide * len(modules) / 2, 0
    for end, module in enumerate(modules + "0"):
        if module != "1":
            if end > start:
                cairo.cairo_rectangle(context, left + start * wide, top, (end - start) * wide, high)
            start = end + 1
    cairo.cairo_fill(context)


def _draw_hole(context: c_void_p, x: float, y: float) -> None:
    """Where it is punched, around its middle."""
    cairo.cairo_new_sub_path(context)
    cairo.cairo_arc(context, x, y, _HOLE / 2, 0, 2 * pi)
    stroke_thinly(context)


def stroke_thinly(context: c_void_p) -> None:
    """The line of a mark that is not to be seen any more in the end."""
    cairo.cairo_set_line_width(context, 0.1)
    set_color(context, (0.5, 0.5, 0.5))
    cairo.cairo_stroke(context)
