"""A sheet as a PDF whose text can be found and copied."""

from collections.abc import Iterable
from ctypes import c_void_p

from kiosk.drawing.native import cairo
from kiosk.drawing.shapes import mirror
from kiosk.drawing.typesetting import typesetter
from kiosk.paper import style
from kiosk.paper.blocks import UNITS
from kiosk.paper.file import pdf_surface
from kiosk.paper.pages import Page, pages
from kiosk.paper.sheet import Sheet

_COLOR_ALPHA = 0x3000


def pdf(sheet: Sheet) -> bytes:
    """The file, A4; the same for the same sheet. It may be called from any thread."""
    written = bytearray()
    with pdf_surface(written, style.WIDTH / UNITS, style.HEIGHT / UNITS, sheet.title) as surface:
        # Of this thread: the glass has its own.
        typesetter().right_to_left = sheet.right_to_left
        recordings = [_record(page) for page in pages(sheet)]
        _print(recordings, surface)
    # Cairo plays them only at the end: none may go before.
    for one in recordings:
        cairo.cairo_surface_destroy(one)
    return bytes(written)


def _record(page: Page) -> c_void_p:
    """A page as drawn in units: straight on a PDF, Cairo would draw emoji with 72 dots to the inch."""
    recording: c_void_p = cairo.cairo_recording_surface_create(_COLOR_ALPHA, None)
    context = cairo.cairo_create(recording)
    mirror(context, style.WIDTH if typesetter().right_to_left else None)
    for block, x, y in page:
        block.draw(context, x, y)
    cairo.cairo_destroy(context)
    return recording


def _print(recordings: Iterable[c_void_p], surface: c_void_p) -> None:
    context = cairo.cairo_create(surface)
    cairo.cairo_scale(context, 1 / UNITS, 1 / UNITS)
    for recording in recordings:
        cairo.cairo_set_source_surface(context, recording, 0, 0)
        cairo.cairo_paint(context)
        cairo.cairo_show_page(context)
    cairo.cairo_destroy(context)
