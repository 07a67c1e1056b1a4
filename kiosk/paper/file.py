"""A PDF file that Cairo draws into."""

from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import c_void_p

from kiosk.drawing.native import cairo
from kiosk.drawing.surfaces import appending

_TITLE, _CREATE_DATE = 0, 5


@contextmanager
def pdf_surface(written: bytearray, width: float, height: float, title: str = "") -> Iterator[c_void_p]:
    """A surface of so many points; what is drawn on it stands in `written` as a PDF when it is left.

    No time is in it: the same pages are the same file.
    """
    # Cairo calls it for as long as the surface is there.
    writer = appending(written)
    surface: c_void_p = cairo.cairo_pdf_surface_create_for_stream(writer, None, width, height)
    cairo.cairo_pdf_surface_set_metadata(surface, _TITLE, title.encode() or None)
    cairo.cairo_pdf_surface_set_metadata(surface, _CREATE_DATE, None)
    try:
        yield surface
    finally:
        cairo.cairo_surface_finish(surface)
        cairo.cairo_surface_destroy(surface)
