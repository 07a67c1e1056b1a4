"""The head of a card: the shop's name and logo, on a band of its colour. All lengths are millimetres."""

from ctypes import c_void_p
from typing import NamedTuple

from kiosk.drawing.contrast import INK, WHITE, ink_on
from kiosk.drawing.native import cairo
from kiosk.drawing.shapes import Card, Color, draw_card, set_color
from kiosk.paper.card_words import Line, fitted, write
from kiosk.paper.printed_card import Brand

_NAME = 5.0
_BAND = 9.0
_LOGO, _LOGO_WIDTH, _LOGO_GAP, _LOGO_FRAME = 6.6, 26.0, 2.6, 0.7
"""How high and how wide a logo is at the most, the white after it, and that around it on a band."""

_TOP = 4.0
"""Of the name where there is no band."""

_MIDDLE_OF_LINE = 0.63
"""Of a line of words, as a part of its size."""


class Head(NamedTuple):
    """Where it stands: the card's left upper corner, its width, and the parts of it that words have.

    `bleed` is how far the band goes over the edges; where it is negative, it stays off them. All of it is
    smaller by `scale`.
    """

    x: float
    y: float
    width: float
    middle: float
    room: float
    bleed: float
    scale: float


def draw_head(context: c_void_p, shop: Brand, head: Head) -> None:
    """The logo and the name side by side, in the middle."""
    ink, middle = INK, head.y + (_TOP + _NAME * _MIDDLE_OF_LINE) * head.scale
    if shop.color is not None:
        ink = ink_on(shop.color)
        middle = _draw_band(context, shop.color, head)
    room = _LOGO_WIDTH * head.scale, _LOGO * head.scale
    wide, high = shop.logo.fitted(*room) if shop.logo else (0.0, 0.0)
    gap = _LOGO_GAP * head.scale if shop.logo and shop.name else 0
    line = Line(_NAME * head.scale, head.room - wide - gap, bold=True, ink=ink)
    line, name = fitted(shop.name, line) if shop.name else (line, 0)
    left = head.middle - (wide + gap + name) / 2
    if shop.logo:
        if shop.color is not None:
            _draw_frame(context, (left, middle - high / 2), (wide, high), head.scale)
        shop.logo.draw(context, left, middle - high / 2, high)
    if shop.name:
        write(context, shop.name, (left + wide + gap + name / 2, middle - line.high * _MIDDLE_OF_LINE), line)


def _draw_band(context: c_void_p, color: Color, head: Head) -> float:
    """Along the upper edge; returns where the middle of what is seen of it lies."""
    top, below = head.y - head.bleed, head.y + _BAND * head.scale
    set_color(context, color)
    cairo.cairo_rectangle(context, head.x - head.bleed, top, head.width + 2 * head.bleed, below - top)
    cairo.cairo_fill(context)
    return (max(head.y, top) + below) / 2


def _draw_frame(
    context: c_void_p, place: tuple[float, float], size: tuple[float, float], scale: float
) -> None:
    """White around a logo, which would not be seen on its own colour."""
    frame = _LOGO_FRAME * scale
    look = Card(WHITE, WHITE, 0.0, 1.0 * scale)
    draw_card(context, look, place[0] - frame, place[1] - frame, size[0] + 2 * frame, size[1] + 2 * frame)
