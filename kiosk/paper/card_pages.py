"""Cards on paper in true size: a page for each, as card printers take them, or sheets to be cut.

All lengths are millimetres.
"""

from collections.abc import Iterable, Iterator, Sequence
from ctypes import c_void_p

from kiosk.drawing.native import cairo
from kiosk.drawing.typesetting import typesetter
from kiosk.paper.card_face import draw_printed, stroke_thinly
from kiosk.paper.card_sheets import MARK_FROM, MARK_TO, Sheet
from kiosk.paper.file import pdf_surface
from kiosk.paper.printed_card import PrintedCard

_POINT = 25.4 / 72


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
        draw_printed(context, card, sheet, x, y)
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


def _mark(context: c_void_p, sheet: Sheet, x: float, y: float) -> None:
    """A thin line at each corner, outside of the card."""
    for corner_x, out_x in ((x, -1), (x + sheet.width, 1)):
        for corner_y, out_y in ((y, -1), (y + sheet.height, 1)):
            cairo.cairo_move_to(context, corner_x + out_x * MARK_FROM, corner_y)
            cairo.cairo_line_to(context, corner_x + out_x * MARK_TO, corner_y)
            cairo.cairo_move_to(context, corner_x, corner_y + out_y * MARK_FROM)
            cairo.cairo_line_to(context, corner_x, corner_y + out_y * MARK_TO)
    stroke_thinly(context)
