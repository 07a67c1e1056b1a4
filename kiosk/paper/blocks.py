"""The pieces that stand on a page, each with its height; all lengths are in units."""

from collections.abc import Callable
from ctypes import c_void_p
from typing import NamedTuple

from kiosk.drawing.shapes import draw_modules, mirror
from kiosk.drawing.typesetting import Style, measure, typesetter
from kiosk.paper.sheet import Code

UNITS = 6
"""Units in a point: whole as Pango's pixels are, and 432 to the inch, fine enough to print emoji."""


class Block(NamedTuple):
    """A piece that is never split; `gap` is the space above it where it stands under another one.

    `draw` is called with a context and where the left upper corner is.
    """

    height: int
    gap: int
    draw: Callable[[c_void_p, int, int], None]


def text(words: str, style: Style, width: int | None, gap: int = 0) -> Block:
    """Words wrapped at `width`, or not wrapped; no words take no room."""

    def draw(context: c_void_p, x: int, y: int) -> None:
        setter = typesetter()
        extent = setter.lay_out(words, style, width)
        # A page from right to left is drawn in a mirror: words are turned back within it.
        ends = 2 * x + (extent.width if width is None else width) if setter.right_to_left else None
        mirror(context, ends)
        setter.draw(context, style.color, x, y)
        mirror(context, ends)

    return Block(measure(words, style, width).height if words else 0, gap, draw)


def code(modules: Code, side: int, width: int, gap: int = 0) -> Block:
    """A code, in modules of one size that fit into `side`, within a column of this width."""
    module = side // len(modules)

    def draw(context: c_void_p, x: int, y: int) -> None:
        # In a mirror not every scanner could read it.
        ends = 2 * x + width if typesetter().right_to_left else None
        mirror(context, ends)
        draw_modules(context, modules, x + (width - module * len(modules) if ends else 0), y, module)
        mirror(context, ends)

    return Block(module * len(modules), gap, draw)


def stacked(*blocks: Block) -> Block:
    """Blocks under each other as one; those without height take no room."""
    shown = [block for block in blocks if block.height]

    def draw(context: c_void_p, x: int, y: int) -> None:
        for block in shown:
            y += block.gap if block is not shown[0] else 0
            block.draw(context, x, y)
            y += block.height

    gap = shown[0].gap if shown else 0
    return Block(sum(block.gap + block.height for block in shown) - gap, gap, draw)
