"""Pixels that Cairo draws and Kivy shows: blue, green, red, alpha, the colours multiplied by alpha."""

from collections.abc import Callable
from ctypes import addressof, c_char, c_void_p

from kivy.graphics.texture import Texture

from kiosk.drawing.native import cairo

Draw = Callable[[c_void_p], None]
"""Paints with a Cairo context."""

_ARGB32 = 0


def pixels(width: int, height: int, draw: Draw) -> bytearray:
    """What `draw` has painted on so many pixels, four bytes each, from the left upper corner on."""
    painted = bytearray(width * height * 4)
    # Cairo writes through this view; it must let go of the pixels before they are read.
    view = (c_char * len(painted)).from_buffer(painted)
    surface = cairo.cairo_image_surface_create_for_data(addressof(view), _ARGB32, width, height, width * 4)
    context = cairo.cairo_create(surface)
    draw(context)
    cairo.cairo_surface_flush(surface)
    cairo.cairo_destroy(context)
    cairo.cairo_surface_destroy(surface)
    return painted


def paint(width: int, height: int, draw: Draw) -> Texture:
    """A texture of `width` by `height` pixels on which `draw` has painted."""
    width, height = max(1, width), max(1, height)
    texture = Texture.create((width, height), colorfmt="bgra")
    texture.blit_buffer(pixels(width, height, draw), colorfmt="bgra")
    texture.flip_vertical()
    return texture
