"""A piece of card with round corners and a thin edge."""

from functools import lru_cache
from typing import Any

from kivy.graphics import BorderImage, Color
from kivy.graphics.texture import Texture
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.drawing.shapes import Card, draw_card
from kiosk.ui.canvas import paint

_DARKER, _LIGHTER = 0.86, 1.5
_LIGHT = 0.5
"""Ground with a part of red, green or blue above this is light."""


class Panel(Widget):
    """A background with a border; `radius` and `thickness` are in pixels, `pressed` changes its colour."""

    fill = ColorProperty((1, 1, 1, 1))
    edge = ColorProperty((0, 0, 0, 1))
    radius = NumericProperty(20)
    thickness = NumericProperty(2)
    pressed = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        with self.canvas.before:
            self._color = Color()
            self._image = BorderImage()
        for name in ("fill", "edge", "radius", "thickness"):
            self.fbind(name, self._paint)
        self.fbind("pos", self._place)
        self.fbind("size", self._place)
        self.fbind("pressed", self._place)
        self._paint()

    def _paint(self, *_: Any) -> None:
        corner = int(self.radius + self.thickness) + 1
        card = Card(tuple(self.fill[:3]), tuple(self.edge[:3]), self.thickness, self.radius)
        self._image.texture = _square(2 * corner + 1, card)
        self._image.border = (corner,) * 4
        self._place()

    def _place(self, *_: Any) -> None:
        self._image.pos = (round(self.x), round(self.y))
        self._image.size = (round(self.width), round(self.height))
        # Without height there is nothing to lie on: the corners go, too.
        shade = self._pressed_shade if self.pressed else 1
        self._color.rgba = (shade, shade, shade, 1) if self.height else (0, 0, 0, 0)

    @property
    def _pressed_shade(self) -> float:
        """What its colours are multiplied by: darker, or on dark ground lighter."""
        return _DARKER if max(self.fill[:3]) > _LIGHT else _LIGHTER


@lru_cache(maxsize=64)
def _square(size: int, card: Card) -> Texture:
    """A card of `size` pixels each way, to be stretched between its corners."""
    return paint(size, size, lambda context: draw_card(context, card, 0, 0, size, size))
