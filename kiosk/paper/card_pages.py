"""Cards on paper in true size: a page for each, as card printers take them, or sheets to be cut.

All lengths are millimetres. Sources: ISO/IEC 7810 (ID-1, the size of a card) and GS1 General Specifications
(the modules, heights and quiet zones of EAN and UPC).
"""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_void_p
from dataclasses import dataclass
from typing import NamedTuple

from kiosk.drawing.native import cairo
from kiosk.drawing.palette import LIGHT
from kiosk.drawing.shapes import draw_modules, set_color
from kiosk.drawing.typesetting import Style, typesetter
from kiosk.paper.file import pdf_surface

CARD_WIDTH, CARD_HEIGHT = 85.60, 53.98
"""Millimetres of a card (ID-1)."""

MODULE = 0.33
"""Millimetres of the narrowest bar: GS1's nominal X-dimension, of which 80 to 200 per cent are allowed."""

BAR_HEIGHT = 22.85
"""Millimetres of the bars at that size."""

SQUARE = 18.0
"""Millimetres of a square code, with the four modules of white around it that it needs."""

QUIET = 11
"""Modules of white on either side: the most that any kind here asks for (EAN-13, on the left)."""

_POINT = 25.4 / 72
_MARK_FROM, _MARK_TO = 0.4, 1.3
"""Millimetres from a card at which the crop marks of its corners begin and end: within half of the gap."""

_UNITS = 20
"""Pango's units in a millimetre: whole, as its pixels are."""


class Sheet(NamedTuple):
    """A sheet of paper: its size, what is left of it around, and the cards on it, across and down."""

    width: float
    height: float
    left: float
    top: float
    across: int
    down: int
    gap: float
    marks: bool


_ACROSS, _DOWN, _GAP = 2, 5, 3.0

SHEETS = {
    "card": Sheet(CARD_WIDTH, CARD_HEIGHT, 0, 0, 1, 1, 0, marks=False),
    "a4": Sheet(
        210,
        297,
        (210 - _ACROSS * CARD_WIDTH - _GAP) / 2,
        (297 - _DOWN * CARD_HEIGHT - (_DOWN - 1) * _GAP) / 2,
        _ACROSS,
        _DOWN,
        _GAP,
        marks=True,
    ),
}
"""By name: a card printer's page, and A4 for scissors."""


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
    """The file piece by piece, a page at a time; the same for the same cards."""
    written = bytearray()
    with pdf_surface(written, sheet.width / _POINT, sheet.height / _POINT) as surface:
        context = cairo.cairo_create(surface)
        cairo.cairo_scale(context, 1 / _POINT, 1 / _POINT)
        typesetter().right_to_left = False
        for page in _pages(cards, sheet.across * sheet.down):
            _draw_page(context, page, sheet)
            cairo.cairo_show_page(context)
            yield _taken(written)
        cairo.cairo_destroy(context)
    yield _taken(written)


def _taken(written: bytearray) -> bytes:
    piece = bytes(written)
    written.clear()
    return piece


def _draw_page(context: c_void_p, page: Sequence[PrintedCard], sheet: Sheet) -> None:
    for place, card in enumerate(page):
        down, across = divmod(place, sheet.across)
        x = sheet.left + across * (CARD_WIDTH + sheet.gap)
        y = sheet.top + down * (CARD_HEIGHT + sheet.gap)
        _draw(context, card, x, y)
        if sheet.marks:
            _mark(context, x, y)


def _pages(cards: Iterable[PrintedCard], count: int) -> Iterator[Sequence[PrintedCard]]:
    page: list[PrintedCard] = []
    for card in cards:
        page.append(card)
        if len(page) == count:
            yield page
            page = []
    if page:
        yield page


def _draw(context: c_void_p, card: PrintedCard, x: float, y: float) -> None:
    """The shop above, the code in the middle, and the number in plain signs below it."""
    middle, top = x + CARD_WIDTH / 2, y + (CARD_HEIGHT - BAR_HEIGHT) / 2 + 1.5
    _write(context, card.shop, middle, y + 4, 5.0, bold=True)
    if card.name:
        _write(context, card.name, middle, y + 10.5, 3.6, bold=False)
    set_color(context, (0.0, 0.0, 0.0))
    if card.square:
        side = SQUARE / len(card.square)
        draw_modules(context, card.square, middle - SQUARE / 2, top + (BAR_HEIGHT - SQUARE) / 2, side)
    else:
        _draw_bars(context, card.bars, middle, top)
    _write(context, card.number, middle, top + BAR_HEIGHT + 1.2, 3.6, bold=False)


def _draw_bars(context: c_void_p, modules: str, middle: float, top: float) -> None:
    """As wide as they should be, or as the card leaves room for."""
    wide = min(MODULE, (CARD_WIDTH - 4) / (len(modules) + 2 * QUIET))
    left, start = middle - wide * len(modules) / 2, 0
    for place, module in enumerate(modules + "0"):
        if module != "1":
            if place > start:
                cairo.cairo_rectangle(context, left + start * wide, top, (place - start) * wide, BAR_HEIGHT)
            start = place + 1
    cairo.cairo_fill(context)


def _write(context: c_void_p, words: str, middle: float, top: float, high: float, bold: bool) -> None:
    """One line, set smaller where it is too long for the card."""
    setter, ink = typesetter(), LIGHT.ink[:3]
    px = int(high * _UNITS)
    width = setter.lay_out(words, Style(px, bold, ink), None).width
    most = int((CARD_WIDTH - 8) * _UNITS)
    if width > most:
        px = max(1, px * most // width)
        width = setter.lay_out(words, Style(px, bold, ink), None).width
    cairo.cairo_save(context)
    cairo.cairo_translate(context, middle, top)
    cairo.cairo_scale(context, 1 / _UNITS, 1 / _UNITS)
    setter.draw(context, ink, -width / 2, 0)
    cairo.cairo_restore(context)


def _mark(context: c_void_p, x: float, y: float) -> None:
    """A thin line at each corner, outside of the card."""
    cairo.cairo_set_line_width(context, 0.1)
    for corner_x, out_x in ((x, -1), (x + CARD_WIDTH, 1)):
        for corner_y, out_y in ((y, -1), (y + CARD_HEIGHT, 1)):
            cairo.cairo_move_to(context, corner_x + out_x * _MARK_FROM, corner_y)
            cairo.cairo_line_to(context, corner_x + out_x * _MARK_TO, corner_y)
            cairo.cairo_move_to(context, corner_x, corner_y + out_y * _MARK_FROM)
            cairo.cairo_line_to(context, corner_x, corner_y + out_y * _MARK_TO)
    set_color(context, (0.5, 0.5, 0.5))
    cairo.cairo_stroke(context)
