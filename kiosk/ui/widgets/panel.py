"""A piece of card with round corners and a thin edge."""

from typing import Any

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty

from kiosk.drawing.shapes import Card, Color, draw_card
from kiosk.ui.batching import Batched, Box, Quads

_DARKER, _LIGHTER = 0.86, 1.5
_LIGHT = 0.5
"""Ground with a part of red, green or blue above this is light."""


class Panel(Batched):
    """A background with a border; `radius` and `thickness` are in pixels, `pressed` changes its colour."""

    fill = ColorProperty((1, 1, 1, 1))
    edge = ColorProperty((0, 0, 0, 1))
    radius = NumericProperty(20)
    thickness = NumericProperty(2)
    pressed = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        for name in ("fill", "edge", "radius", "thickness", "pressed"):
            self.fbind(name, self._paint)
        for name in ("pos", "size"):
            self.fbind(name, self._moved)
        self._paint()

    def add_to(self, quads: Quads) -> None:
        """Add the card."""
        # Without height there is nothing to lie on: the corners go, too.
        if not self.height:
            return
        x, y = round(self.x), round(self.y)
        box = Box(x, y, x + round(self.width), y + round(self.height))
        card = self._card
        corner = int(card.radius + card.thickness) + 1
        quads.frame(card, box, corner, lambda context, *size: draw_card(context, card, 0, 0, *size))

    def _paint(self, *_: Any) -> None:
        self._card = Card(self._shaded(self.fill), self._shaded(self.edge), self.thickness, self.radius)
        self.redraw()

    def _moved(self, *_: Any) -> None:
        self.redraw()

    def _shaded(self, color: Any) -> Color:
        """A colour, under a finger darker, or on dark ground lighter."""
        shade = 1.0 if not self.pressed else _DARKER if max(self.fill[:3]) > _LIGHT else _LIGHTER
        red, green, blue = (min(1, part * shade) for part in color[:3])
        return red, green, blue
