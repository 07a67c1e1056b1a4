"""Pixels that Cairo draws and Kivy shows: blue, green, red, alpha, the colours multiplied by alpha."""

from collections.abc import Callable
from ctypes import addressof, c_char, c_void_p
from math import pi

from kivy.graphics.texture import Texture

from kiosk.ui.native import cairo

Color = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

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


def set_color(context: c_void_p, color: Color) -> None:
    """Draw on in this colour, opaque."""
    cairo.cairo_set_source_rgba(context, *color, 1.0)


def rounded(size: int, radius: float, fill: Color, edge: Color, thickness: float) -> Texture:
    """A square of `size` pixels with round corners, to be stretched between them."""

    def draw(context: c_void_p) -> None:
        inset = thickness / 2
        near, far = inset + radius, size - inset - radius
        cairo.cairo_new_sub_path(context)
        for quarter, (x, y) in enumerate([(far, near), (far, far), (near, far), (near, near)]):
            cairo.cairo_arc(context, x, y, radius, (quarter - 1) * pi / 2, quarter * pi / 2)
        cairo.cairo_close_path(context)
        set_color(context, fill)
        cairo.cairo_fill_preserve(context)
        set_color(context, edge)
        cairo.cairo_set_line_width(context, thickness)
        cairo.cairo_stroke(context)

    return paint(size, size, draw)
