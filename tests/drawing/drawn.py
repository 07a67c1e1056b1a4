"""Logos as they are drawn, and pictures of one colour to make them of."""

import io
from ctypes import addressof, c_char, c_void_p

from PIL import Image

from kiosk.drawing.logos import logo_from
from kiosk.drawing.native import cairo


def png(width: int, height: int, color: tuple[int, int, int]) -> bytes:
    """A picture of this size in pixels."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), color).save(file, "PNG")
    return file.getvalue()


def drawn(data: bytes, high: int) -> Image.Image:
    """The picture in a PNG or an SVG, so many pixels high."""
    logo = logo_from(data)
    width = round(high * logo.width / logo.height)
    pixels = bytearray(4 * width * high)
    address = c_void_p(addressof(c_char.from_buffer(pixels)))
    surface = cairo.cairo_image_surface_create_for_data(address, 0, width, high, 4 * width)
    context = cairo.cairo_create(surface)
    logo.draw(context, 0, 0, high)
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    return Image.frombytes("RGBA", (width, high), bytes(pixels), "raw", "BGRA")
