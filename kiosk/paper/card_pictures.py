"""One card as a picture, to be sent or laid out elsewhere."""

import zlib
from ctypes import c_void_p
from struct import pack

from kiosk.drawing.contrast import WHITE
from kiosk.drawing.native import cairo
from kiosk.drawing.shapes import set_color
from kiosk.drawing.surfaces import appending, picture_png
from kiosk.drawing.typesetting import typesetter
from kiosk.paper.card_face import draw_printed
from kiosk.paper.card_sheets import CARD_HEIGHT, CARD_WIDTH, SHEETS
from kiosk.paper.printed_card import PrintedCard

DOTS_PER_INCH = 600
"""Of a PNG: as many as a card printer prints at the most."""

_POINT = 25.4 / 72
_DOT = 25.4 / DOTS_PER_INCH
_SIZE_CHUNK_AT = 33
"""Bytes: behind the signature and the header of a PNG."""


def card_svg(card: PrintedCard) -> bytes:
    """The card in true size. Raises NoRoomError."""
    written = bytearray()
    writer = appending(written)
    width, height = CARD_WIDTH / _POINT, CARD_HEIGHT / _POINT
    surface = c_void_p(cairo.cairo_svg_surface_create_for_stream(writer, None, width, height))
    context = cairo.cairo_create(surface)
    try:
        _draw(context, card, _POINT)
    finally:
        cairo.cairo_destroy(context)
        cairo.cairo_surface_finish(surface)
        cairo.cairo_surface_destroy(surface)
    return bytes(written)


def card_png(card: PrintedCard) -> bytes:
    """The card with DOTS_PER_INCH, which the file tells. Raises NoRoomError."""
    size = round(CARD_WIDTH / _DOT), round(CARD_HEIGHT / _DOT)
    written = picture_png(*size, lambda context: _draw(context, card, _DOT))
    return written[:_SIZE_CHUNK_AT] + _resolution() + written[_SIZE_CHUNK_AT:]


def _draw(context: c_void_p, card: PrintedCard, unit: float) -> None:
    """On white, where a unit is so many millimetres."""
    cairo.cairo_scale(context, 1 / unit, 1 / unit)
    set_color(context, WHITE)
    cairo.cairo_paint(context)
    typesetter().right_to_left = False
    draw_printed(context, card, SHEETS["card"], 0, 0)


def _resolution() -> bytes:
    """The chunk of a PNG that tells its dots per metre. Source: PNG specification, pHYs."""
    per_metre = round(1000 / _DOT)
    chunk = b"pHYs" + pack(">IIB", per_metre, per_metre, 1)
    return pack(">I", len(chunk) - 4) + chunk + pack(">I", zlib.crc32(chunk))
