"""A piece of card with round corners and a thin edge."""

from functools import lru_cache
from typing import Any

from kivy.graphics import BorderImage, Color
from kivy.graphics.texture import Texture
from kivy.properties import ColorProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.ui import canvas


class Panel(Widget):
    """What texts lie on; `radius` and `thickness` are in pixels."""

    fill = ColorProperty((1, 1, 1, 1))
    edge = ColorProperty((0, 0, 0, 1))
    radius = NumericProperty(20)
    thickness = NumericProperty(2)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        with self.canvas.before:
            self._color = Color()
            self._image = BorderImage()
        for name in ("fill", "edge", "radius", "thickness"):
            self.fbind(name, self._paint)
        self.fbind("pos", self._place)
        self.fbind("size", self._place)
        self._paint()

    def _paint(self, *_: Any) -> None:
        corner = int(self.radius + self.thickness) + 1
        fill, edge = tuple(self.fill[:3]), tuple(self.edge[:3])
        self._image.texture = _rounded(2 * corner + 1, self.radius, fill, edge, self.thickness)
        self._image.border = (corner,) * 4
        self._place()

    def _place(self, *_: Any) -> None:
        self._image.pos = (round(self.x), round(self.y))
        self._image.size = (round(self.width), round(self.height))
        # Without height there is nothing to lie on: the corners go, too.
        self._color.rgba = (1, 1, 1, 1) if self.height else (0, 0, 0, 0)


@lru_cache(maxsize=64)
def _rounded(size: int, radius: float, fill: canvas.Color, edge: canvas.Color, thickness: float) -> Texture:
    return canvas.rounded(size, radius, fill, edge, thickness)
