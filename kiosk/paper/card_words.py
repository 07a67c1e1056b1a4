"""Words on a card, in one line. All lengths are millimetres."""

from ctypes import c_void_p
from typing import NamedTuple

from kiosk.drawing.contrast import INK
from kiosk.drawing.native import cairo
from kiosk.drawing.shapes import Color
from kiosk.drawing.typesetting import Style, typesetter

_UNITS = 20
"""Pango's units in a millimetre: whole, as its pixels are."""


class Line(NamedTuple):
    """How a line of words is set: its height, the width that it may have, and its look."""

    high: float
    room: float
    bold: bool = False
    ink: Color = INK


def fitted(words: str, line: Line) -> tuple[Line, float]:
    """The line as high as it has room for, and how wide it becomes."""
    width, px = _lay_out(words, line)
    return line._replace(high=px / _UNITS), width / _UNITS


def write(context: c_void_p, words: str, place: tuple[float, float], line: Line) -> None:
    """One line from the middle of its upper edge, set smaller where it is too long."""
    width, _ = _lay_out(words, line)
    cairo.cairo_save(context)
    cairo.cairo_translate(context, *place)
    cairo.cairo_scale(context, 1 / _UNITS, 1 / _UNITS)
    typesetter().draw(context, line.ink, -width / 2, 0)
    cairo.cairo_restore(context)


def _lay_out(words: str, line: Line) -> tuple[int, int]:
    """How wide and how high it is set, in Pango's units."""
    setter, px = typesetter(), int(line.high * _UNITS)
    width = setter.lay_out(words, Style(px, line.bold, line.ink), None).width
    most = int(line.room * _UNITS)
    if width > most:
        px = max(1, px * most // width)
        width = setter.lay_out(words, Style(px, line.bold, line.ink), None).width
    return width, px
