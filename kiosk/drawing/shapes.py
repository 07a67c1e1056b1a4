"""Shapes and colours on a Cairo context."""

from collections.abc import Sequence
from ctypes import c_double, c_void_p
from math import pi
from typing import NamedTuple

from kiosk.drawing.native import cairo

Color = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


_ROUND = 1
"""Cairo's round ends and corners of a line."""


class Card(NamedTuple):
    """How a card looks: its ground, its edge, and in units of its context the edge and the corners."""

    fill: Color
    edge: Color
    thickness: float
    radius: float


def set_color(context: c_void_p, color: Color) -> None:
    """Draw on in this colour, opaque."""
    cairo.cairo_set_source_rgba(context, *color, 1.0)


def mirror(context: c_void_p, ends: float | None) -> None:
    """Draw on with `x` and `ends - x` changed for each other, or as before where there is no mirror."""
    if ends is not None:
        cairo.cairo_translate(context, ends, 0)
        cairo.cairo_scale(context, -1, 1)


def draw_card(context: c_void_p, card: Card, x: float, y: float, width: float, height: float) -> None:
    """A card with its left upper corner at `x` and `y`; its edge lies within the width and height."""
    _round_path(context, card, x, y, x + width, y + height)
    set_color(context, card.fill)
    cairo.cairo_fill_preserve(context)
    set_color(context, card.edge)
    cairo.cairo_set_line_width(context, card.thickness)
    cairo.cairo_stroke(context)


def draw_dashes(context: c_void_p, card: Card, x: float, y: float, width: float, height: float) -> None:
    """The edge of such a card alone, in dashes."""
    dash = 3 * card.thickness
    _round_path(context, card, x, y, x + width, y + height)
    set_color(context, card.edge)
    cairo.cairo_set_line_width(context, card.thickness)
    cairo.cairo_set_dash(context, (c_double * 1)(dash), 1, 0.0)
    cairo.cairo_stroke(context)


def draw_tick(context: c_void_p, color: Color, side: float) -> None:
    """A tick in a square of this side, with its left upper corner at 0, 0."""
    cairo.cairo_move_to(context, 0.24 * side, 0.53 * side)
    cairo.cairo_line_to(context, 0.43 * side, 0.71 * side)
    cairo.cairo_line_to(context, 0.77 * side, 0.31 * side)
    set_color(context, color)
    cairo.cairo_set_line_width(context, 0.12 * side)
    cairo.cairo_set_line_cap(context, _ROUND)
    cairo.cairo_set_line_join(context, _ROUND)
    cairo.cairo_stroke(context)


def draw_modules(context: c_void_p, rows: Sequence[Sequence[bool]], x: float, y: float, side: float) -> None:
    """Black squares of this side, wherever a row has True; the left upper corner is at `x` and `y`."""
    for down, row in enumerate(rows):
        for across, black in enumerate(row):
            if black:
                cairo.cairo_rectangle(context, x + across * side, y + down * side, side, side)
    set_color(context, (0.0, 0.0, 0.0))
    # All at once: no hair of white is left between two.
    cairo.cairo_fill(context)


def _round_path(context: c_void_p, card: Card, left: float, top: float, right: float, bottom: float) -> None:
    """The middle of the edge, clockwise from the right upper corner."""
    inset = card.thickness / 2 + card.radius
    left, top, right, bottom = left + inset, top + inset, right - inset, bottom - inset
    cairo.cairo_new_sub_path(context)
    for quarter, (x, y) in enumerate([(right, top), (right, bottom), (left, bottom), (left, top)]):
        cairo.cairo_arc(context, x, y, card.radius, (quarter - 1) * pi / 2, quarter * pi / 2)
    cairo.cairo_close_path(context)
