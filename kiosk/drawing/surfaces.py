"""Pictures that Cairo writes as PNG."""

from collections.abc import Callable
from ctypes import c_void_p, string_at
from typing import Any

from kiosk.drawing.native import WriteFunction, cairo

_ARGB = 0  # CAIRO_FORMAT_ARGB32


def appending(written: bytearray) -> Any:
    """A cairo_write_func_t that adds what it is given to `written`; keep it as long as Cairo may call it."""

    def write(_closure: int | None, data: int, length: int) -> int:
        written.extend(string_at(data, length))
        return 0

    return WriteFunction(write)


def picture_png(width: int, height: int, draw: Callable[[c_void_p], None]) -> bytes:
    """A file of so many pixels; what is not drawn on is transparent."""
    surface = c_void_p(cairo.cairo_image_surface_create(_ARGB, width, height))
    context = cairo.cairo_create(surface)
    written = bytearray()
    try:
        draw(context)
        cairo.cairo_surface_write_to_png_stream(surface, appending(written), None)
    finally:
        cairo.cairo_destroy(context)
        cairo.cairo_surface_destroy(surface)
    return bytes(written)
