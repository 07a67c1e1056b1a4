"""A piece of text on the glass."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style
from kiosk.ui.typesetting import typeset


class Text(Widget):
    """Text that takes the room it needs: it hugs its words or, where it `wraps`, keeps its width.

    Its size follows at once when a property changes, so that others can be placed by it.
    """

    width: float
    height: float
    text = StringProperty("")
    px = NumericProperty(20)
    bold = BooleanProperty(False)
    ink = ColorProperty((0, 0, 0, 1))
    wraps = BooleanProperty(False)
    markup = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._out = (0, 0)
        with self.canvas:
            self._color = Color()
            self._rectangle = Rectangle(size=(0, 0))
        for name in ("text", "px", "bold", "ink", "wraps", "markup"):
            self.fbind(name, self._set)
        self.fbind("width", self._rewrap)
        self.fbind("pos", self._place)
        self._set()

    def _rewrap(self, *_: Any) -> None:
        if self.wraps:
            self._set()

    def _set(self, *_: Any) -> None:
        width: int | None = max(1, int(self.width)) if self.wraps else None
        if not self.text:
            self._rectangle.size = self._out = (0, 0)
            self.height = 0
            if width is None:
                self.width = 0
            return
        style = Style(int(self.px), self.bold, tuple(self.ink[:3]))
        setting = typeset(self.text, style, width, self.markup)
        extent = setting.extent
        self._rectangle.texture = setting.texture
        self._rectangle.size = setting.texture.size
        self._out = (extent.x - extent.left, -extent.bottom)
        if width is None:
            self.size = (extent.width, extent.height)
        else:
            self.height = extent.height
        self._place()

    def _place(self, *_: Any) -> None:
        # Between two pixels every stroke would be blurred.
        self._rectangle.pos = (round(self.x) + self._out[0], round(self.y) + self._out[1])
