"""Cards on paper in true size: a page for each, as card printers take them, or sheets to be cut.

All lengths are millimetres. Source: GS1 General Specifications (the modules, heights and quiet zones of EAN
and UPC).
"""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_void_p
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

from kiosk.drawing.native import cairo
from kiosk.drawing.palette import LIGHT
from kiosk.drawing.shapes import draw_modules, set_color
from kiosk.drawing.typesetting import Style, typesetter
from kiosk.paper.card_sheets import Sheet
from kiosk.paper.file import pdf_surface

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

_POINT = 25.4 / 72
_MARK_FROM, _MARK_TO = 0.4, 1.3
"""Millimetres from a card at which the crop marks of its corners begin and end: within half of the gap."""

_HOLE = 5.0
"""Millimetres across the hole of a key tag, as punches make it."""

_FULL_SIZE = 45.0
"""Millimetres of height from which on everything has its full size."""

_MARGIN, _SMALL = 8.0, 3.6
_ABOVE, _ABOVE_WITH_NAME, _BELOW = 10.5, 15.5, 6.5
"""Millimetres for the words, at full size."""

_UNITS = 20
"""Pango's units in a millimetre: whole, as its pixels are."""


class NoRoomError(Exception):
    """The bars of a number would be narrower than GS1 allows on such a sheet."""


@dataclass(frozen=True, slots=True)
class PrintedCard:
    """What stands on a card: its number, one of its two codes, the shop, and the name of an owner.

    `bars` are the modules of a bar code, "1" for black and "0" for white; `square` are the rows of a QR code,
    True for black. Neither holds the white around it.
    """

    number: str
    shop: str
    bars: str = ""
    square: Sequence[Sequence[bool]] = ()
    name: str = ""


def card_pdf(cards: Iterable[PrintedCard], sheet: Sheet) -> Iterator[bytes]:
    """The file piece by piece, a page at a time; the same for the same cards. Raises NoRoomError."""
    written = bytearray()
    width, height = sheet.paper
    with pdf_surface(written, width / _POINT, height / _POINT) as surface:
        context = cairo.cairo_create(surface)
        cairo.cairo_scale(context, 1 / _POINT, 1 / _POINT)
        typesetter().right_to_left = False
        try:
            for page in _pages(cards, sheet.across * sheet.down):
                _draw_page(context, page, sheet)
                cairo.cairo_show_page(context)
                yield _taken(written)
        finally:
            cairo.cairo_destroy(context)
    yield _taken(written)


def _taken(written: bytearray) -> bytes:
    piece = bytes(written)
    written.clear()
    return piece


def _draw_page(context: c_void_p, page: Sequence[PrintedCard], sheet: Sheet) -> None:
    for place, card in enumerate(page):
        down, across = divmod(place, sheet.across)
        x, y = sheet.left + across * sheet.pitch[0], sheet.top + down * sheet.pitch[1]
        _draw(context, card, sheet, x, y)
        if sheet.marks:
            _mark(context, sheet, x, y)


def _pages(cards: Iterable[PrintedCard], count: int) -> Iterator[Sequence[PrintedCard]]:
    page: list[PrintedCard] = []
    for card in cards:
        page.append(card)
        if len(page) == count:
            yield page
            page = []
    if page:
        yield page


def _draw(context: c_void_p, card: PrintedCard, sheet: Sheet, x: float, y: float) -> None:
    """The shop above, the code in the middle, and the number in plain signs below it."""
    width, scale = sheet.width - sheet.hole, min(1, sheet.height / _FULL_SIZE)
    middle, room = x + sheet.hole + width / 2, width - _MARGIN * scale
    if sheet.hole:
        _draw_hole(context, x + sheet.hole * 0.6, y + sheet.height / 2)
    _write(context, card.shop, (middle, y + 4 * scale), Line(5.0 * scale, room, bold=True))
    above = _ABOVE * scale
    if card.name:
        _write(context, card.name, (middle, y + 10.5 * scale), Line(_SMALL * scale, room))
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
    _write(context, card.number, (middle, top + high + 1.2 * scale), Line(_SMALL * scale, room))


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


class Line(NamedTuple):
    """How a line of words is set: its height, and the width that it may have."""

    high: float
    room: float
    bold: bool = False


def _write(context: c_void_p, words: str, place: tuple[float, float], line: Line) -> None:
    """One line from the middle of its upper edge, set smaller where it is too long."""
    setter, ink = typesetter(), LIGHT.ink[:3]
    px = int(line.high * _UNITS)
    width = setter.lay_out(words, Style(px, line.bold, ink), None).width
    most = int(line.room * _UNITS)
    if width > most:
        px = max(1, px * most // width)
        width = setter.lay_out(words, Style(px, line.bold, ink), None).width
    cairo.cairo_save(context)
    cairo.cairo_translate(context, *place)
    cairo.cairo_scale(context, 1 / _UNITS, 1 / _UNITS)
    setter.draw(context, ink, -width / 2, 0)
    cairo.cairo_restore(context)


def _draw_hole(context: c_void_p, x: float, y: float) -> None:
    """Where it is punched, around its middle."""
    cairo.cairo_new_sub_path(context)
    cairo.cairo_arc(context, x, y, _HOLE / 2, 0, 2 * pi)
    _stroke_thinly(context)


def _mark(context: c_void_p, sheet: Sheet, x: float, y: float) -> None:
    """A thin line at each corner, outside of the card."""
    for corner_x, out_x in ((x, -1), (x + sheet.width, 1)):
        for corner_y, out_y in ((y, -1), (y + sheet.height, 1)):
            cairo.cairo_move_to(context, corner_x + out_x * _MARK_FROM, corner_y)
            cairo.cairo_line_to(context, corner_x + out_x * _MARK_TO, corner_y)
            cairo.cairo_move_to(context, corner_x, corner_y + out_y * _MARK_FROM)
            cairo.cairo_line_to(context, corner_x, corner_y + out_y * _MARK_TO)
    _stroke_thinly(context)


def _stroke_thinly(context: c_void_p) -> None:
    cairo.cairo_set_line_width(context, 0.1)
    set_color(context, (0.5, 0.5, 0.5))
    cairo.cairo_stroke(context)
