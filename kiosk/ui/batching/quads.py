"""Pictures of an atlas, placed: the vertices and indices of a mesh.

A vertex is x and y in pixels of the canvas, and u and v, from 0 to 1, in the texture.
"""

from collections.abc import Callable, Hashable, Sequence
from ctypes import c_void_p
from typing import NamedTuple

from kiosk.drawing.native import cairo
from kiosk.ui.batching.atlas import Atlas
from kiosk.ui.canvas import Draw

DrawFrame = Callable[[c_void_p, int, int], None]
"""Paints with a Cairo context, from its left upper corner on, so wide and so high."""


class Box(NamedTuple):
    """A rectangle on the canvas, in whole pixels."""

    left: int
    bottom: int
    right: int
    top: int

    def within(self, other: "Box") -> "Box":
        """What is in both; without width or height where nothing is."""
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        return Box(
            left, bottom, max(left, min(self.right, other.right)), max(bottom, min(self.top, other.top))
        )


class Quads:
    """Adds one picture after the other; what comes later lies above.

    Nothing is seen outside of `clip`. Where the canvas is `mirrored`, pictures are turned back, so that they
    can be read. The methods raise AtlasFull.
    """

    def __init__(self, atlas: Atlas, clip: Box, mirrored: bool) -> None:
        self.clip = clip
        self.vertices: list[float] = []
        self.indices: list[int] = []
        self._atlas, self._mirrored = atlas, mirrored
        self._u, self._v = 1 / atlas.width, 1 / atlas.height

    def picture(self, key: Hashable, x: int, y: int, size: tuple[int, int], draw: Draw) -> None:
        """A picture with its left lower corner at `x` and `y`; `draw` paints it from its left upper one."""
        whole = Box(x, y, x + size[0], y + size[1])
        seen = whole.within(self.clip)
        width, height = seen.right - seen.left, seen.top - seen.bottom
        if not width or not height:
            return
        from_left = whole.right - seen.right if self._mirrored else seen.left - x
        from_top = whole.top - seen.top
        if size[0] <= self._atlas.width and size[1] <= self._atlas.height:
            slot = self._atlas.slot(key, *size, draw)
            column, row = slot.x + from_left, slot.y + from_top
        else:
            part = (key, from_left, from_top, width, height)
            slot = self._atlas.slot(part, width, height, _moved(draw, from_left, from_top))
            column, row = slot.x, slot.y
        ends = (column + width, column) if self._mirrored else (column, column + width)
        self._grid((seen.left, seen.right), (seen.bottom, seen.top), ends, (row + height, row))

    def frame(self, key: Hashable, box: Box, corner: int, draw: DrawFrame) -> None:
        """What fills a box and looks the same everywhere but in its corners, of so many pixels each way."""
        left, bottom, right, top = box
        width, height = min(right - left, 2 * corner + 1), min(top - bottom, 2 * corner + 1)
        if width <= 0 or height <= 0:
            return
        slot = self._atlas.slot(
            (key, width, height), width, height, lambda context: draw(context, width, height)
        )
        self._grid(
            _parted(left, right, width),
            _parted(bottom, top, height),
            _parted(slot.x, slot.x + width, width),
            _parted(slot.y, slot.y + height, height)[::-1],
        )

    def _grid(
        self, xs: Sequence[int], ys: Sequence[int], columns: Sequence[int], rows: Sequence[int]
    ) -> None:
        """The cells between these lines on the canvas, with what is between those of the texture."""
        first, wide = len(self.vertices) // 4, len(xs)
        for y, row in zip(ys, rows, strict=True):
            v = row * self._v
            for x, column in zip(xs, columns, strict=True):
                self.vertices += (x, y, column * self._u, v)
        for up in range(first, first + wide * (len(ys) - 1), wide):
            for corner in range(up, up + wide - 1):
                beyond = corner + wide
                self.indices += (corner, corner + 1, beyond + 1, corner, beyond + 1, beyond)


def _parted(start: int, end: int, drawn: int) -> tuple[int, int, int, int]:
    """Where the corners end that are `drawn` pixels from side to side, the pixel between them included."""
    return start, start + drawn // 2, end - (drawn - 1) // 2, end


def _moved(draw: Draw, left: int, up: int) -> Draw:
    def moved(context: c_void_p) -> None:
        cairo.cairo_translate(context, -left, -up)
        draw(context)

    return moved
