"""A piece of text on the glass."""

from collections.abc import Sequence
from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.typesetting import typeset
from kiosk.ui.widgets.mirror import is_mirrored


class Text(Widget):
    """Text that takes the room it needs: it hugs its words or, where it `wraps`, keeps its width.

    On a mirrored layout it can be read all the same. Its size follows at once when a property changes,
    so that others can be placed by it. Where it is not `shown` it takes no room, where it is `veiled`
    nothing is seen of it; `shrink` is for `placing.fit`.

    What is written the other way stands where reading begins, too, or `at_own_edge`, where it begins itself.
    """

    width: float
    height: float
    text = StringProperty("")
    px = NumericProperty(20)
    bold = BooleanProperty(False)
    ink = ColorProperty((0, 0, 0, 1))
    wraps = BooleanProperty(False)
    markup = BooleanProperty(False)
    shrink = NumericProperty(1)
    shown = BooleanProperty(True)
    veiled = BooleanProperty(False)
    at_own_edge = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._out = (0, 0)
        with self.canvas:
            self._color = Color()
            self._rectangle = Rectangle(size=(0, 0))
        for name in ("text", "px", "bold", "ink", "wraps", "markup", "shrink", "shown"):
            self.fbind(name, self._set)
        self.fbind("width", self._rewrap)
        self.fbind("pos", self._place)
        self._set()

    def on_veiled(self, *_: Any) -> None:
        """Hide the text while it is veiled: a premultiplied colour of four zeros is transparent."""
        self._color.rgba = (0, 0, 0, 0) if self.veiled else (1, 1, 1, 1)

    @property
    def breaks_words(self) -> bool:
        """True where there is a word too long for the width: it goes on in the next line."""
        width = int(self.width)
        return self.wraps and measure(self.text, self._style, width, whole_words=True).width > width

    @property
    def _style(self) -> Style:
        return Style(int(self.px * self.shrink), self.bold, tuple(self.ink[:3]))

    def _rewrap(self, *_: Any) -> None:
        if self.wraps:
            self._set()

    def _set(self, *_: Any) -> None:
        width: int | None = max(1, int(self.width)) if self.wraps else None
        if not self.text or not self.shown:
            self._rectangle.size = self._out = (0, 0)
            self.height = 0
            if width is None:
                self.width = 0
            return
        setting = typeset(self.text, self._style, width, self.markup)
        extent = setting.extent
        self._rectangle.texture = setting.texture
        self._rectangle.size = setting.texture.size
        start = extent.x
        if width is not None and not self.at_own_edge:
            start = round(self.width) - extent.width if is_mirrored() else 0
        self._out = (start - extent.left, -extent.bottom)
        if is_mirrored():
            self._rectangle.tex_coords = _turned(setting.texture.tex_coords)
        if width is None:
            self.size = (extent.width, extent.height)
        else:
            self.height = extent.height
        self._place()

    def _place(self, *_: Any) -> None:
        # Between two pixels every stroke would be blurred.
        x, y = self._out
        if is_mirrored():
            x = round(self.width) - self._rectangle.size[0] - x
        self._rectangle.pos = (round(self.x) + x, round(self.y) + y)


def _turned(corners: Sequence[float]) -> Sequence[float]:
    """A texture seen in a mirror: where its four corners are, the left ones changed for the right ones."""
    return (*corners[2:4], *corners[0:2], *corners[6:8], *corners[4:6])
