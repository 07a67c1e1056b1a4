"""Pixels that Cairo draws and Kivy shows: blue, green, red, alpha, the colours multiplied by alpha."""

from collections.abc import Callable
from ctypes import addressof, c_char, c_void_p

from kivy.graphics.texture import Texture

from kiosk.drawing.native import cairo

_ARGB32 = 0


def paint(width: int, height: int, draw: Callable[[c_void_p], None]) -> Texture:
    """A texture of `width` by `height` pixels on which `draw` has painted with a Cairo context."""
    width, height = max(1, width), max(1, height)
    pixels = bytearray(width * height * 4)
    # Cairo writes through this view; it must let go of the pixels before they are read.
    view = (c_char * len(pixels)).from_buffer(pixels)
    surface = cairo.cairo_image_surface_create_for_data(addressof(view), _ARGB32, width, height, width * 4)
    context = cairo.cairo_create(surface)
    draw(context)
    cairo.cairo_surface_flush(surface)
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    del view
    texture = Texture.create((width, height), colorfmt="bgra")
    texture.blit_buffer(pixels, colorfmt="bgra")
    texture.flip_vertical()
    return texture
