"""A row that is not there yet."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.lang import Builder
from kivy.properties import ColorProperty, ObjectProperty

from kiosk.drawing.shapes import Card, draw_dashes
from kiosk.ui.canvas import paint
from kiosk.ui.widgets.tap_button import PanelButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AddRow(PanelButton):
    """A button with a dashed edge; `dashes` is its colour, `word_ink` that of its word."""

    dashes = ColorProperty((0, 0, 0, 1))
    word_ink = ColorProperty((0, 0, 0, 1))
    topic = ObjectProperty(None, allownone=True)
    """What would be added."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        with self.canvas:
            Color(1, 1, 1, 1)
            self._rectangle = Rectangle(size=(0, 0))
        for name in ("pos", "size", "dashes"):
            self.fbind(name, self._draw)
        self._draw()

    def _draw(self, *_: Any) -> None:
        width, height = round(self.width), round(self.height)
        if self.text and width > 2 * self.radius and height > 0:
            edge = Card(tuple(self.fill[:3]), tuple(self.dashes[:3]), self.thickness, self.radius)
            self._rectangle.texture = _dashed(width, height, edge)
            self._rectangle.pos = round(self.x), round(self.y)
            self._rectangle.size = width, height


@lru_cache(maxsize=16)
def _dashed(width: int, height: int, card: Card) -> Texture:
    return paint(width, height, lambda context: draw_dashes(context, card, 0, 0, width, height))
