"""What holding a key offers."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.uix.widget import Widget

from kiosk.ui.keyboard.fitting import Placed
from kiosk.ui.keyboard.painting import Look, paint_strip


class Strip(Widget):
    """A row of letters above a held key, the first of them chosen; the finger slides to another."""

    def __init__(self, held: Placed, keyboard: Widget, look: Look, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._faces, self._look, self._index = held.key.held, look, 0
        self._step = round(min(max(held.width, held.height), keyboard.width / len(self._faces)))
        self.size = self._step * len(self._faces), held.height
        self.x = min(max(keyboard.x, keyboard.x + held.x), keyboard.right - self.width)
        self.y = keyboard.top - held.y + look.sizes.unit
        with self.canvas:
            Color()
            self._rectangle = Rectangle(pos=self.pos, size=self.size)
        self._paint()

    @property
    def chosen(self) -> str:
        """The letter that is typed when the finger leaves."""
        return self._faces[self._index]

    def choose(self, x: float) -> None:
        """The letter above or below the finger."""
        index = min(max(0, int((x - self.x) / self._step)), len(self._faces) - 1)
        if index != self._index:
            self._index = index
            self._paint()

    def _paint(self) -> None:
        self._rectangle.texture = paint_strip(
            self._faces, self._index, self._step, int(self.height), self._look
        )
