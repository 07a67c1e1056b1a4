"""One texture for many small pictures: making a texture takes longer than drawing into one that is there."""

from collections.abc import Hashable
from typing import NamedTuple

from kivy.graphics.texture import Texture

from kiosk.ui.canvas import Draw, pixels

_GAP = 1
"""Pixels between two pictures."""


class AtlasFull(Exception):  # noqa: N818 - it is no mistake
    """There is no room for one more picture; `Atlas.clear` makes room."""


class Slot(NamedTuple):
    """Where a picture is in the texture, in pixels; its first row is at `y`, the others above."""

    x: int
    y: int
    width: int
    height: int


class Atlas:
    """Pictures in rows from the bottom up; each is drawn once, and stays until the atlas is cleared.

    They stand on whole pixels, so that nothing of a neighbour is ever seen.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.texture = Texture.create((width, height), colorfmt="bgra")
        self.texture.min_filter = self.texture.mag_filter = "nearest"
        self._slots: dict[Hashable, Slot] = {}
        self._x = self._y = self._row_height = 0

    def slot(self, key: Hashable, width: int, height: int, draw: Draw) -> Slot:
        """The picture with this key, drawn with a Cairo context if it is not there. Raises AtlasFull."""
        slot = self._slots.get(key)
        if slot is None:
            slot = self._place(width, height)
            self.texture.blit_buffer(
                pixels(width, height, draw), size=(width, height), pos=(slot.x, slot.y), colorfmt="bgra"
            )
            self._slots[key] = slot
        return slot

    def clear(self) -> None:
        """Forget every picture."""
        self._slots.clear()
        self._x = self._y = self._row_height = 0

    def _place(self, width: int, height: int) -> Slot:
        if self._x + width > self.width:
            self._x, self._y, self._row_height = 0, self._y + self._row_height + _GAP, 0
        if width > self.width or self._y + height > self.height:
            raise AtlasFull
        slot = Slot(self._x, self._y, width, height)
        self._x += width + _GAP
        self._row_height = max(self._row_height, height)
        return slot
