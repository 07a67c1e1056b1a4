"""A bar code for a scanner: dark on white, whatever the theme."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import StringProperty

from kiosk.ui.widgets.mirror import Mirror

QUIET = 10
"""Modules that stay white on either side. Source: ISO/IEC 15417."""


class BarCode(Mirror):
    """Its `modules`, "1" for black and "0" for white, are as many whole pixels wide as there is room for."""

    modules = StringProperty("")

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        with self.canvas:
            Color(1, 1, 1, 1)
            self._ground = Rectangle(size=(0, 0))
            self._code = Rectangle(size=(0, 0))
        for name in ("pos", "size", "modules"):
            self.fbind(name, self._draw)

    def _draw(self, *_: Any) -> None:
        if not self.modules:
            self._ground.size = self._code.size = (0, 0)
            return
        self._code.texture = bars(self.modules)
        module = max(1, int(self.width // (len(self.modules) + 2 * QUIET)))
        wide, margin = module * len(self.modules), round(self.height / 8)
        self._ground.pos = round(self.x), round(self.y)
        self._ground.size = round(self.width), round(self.height)
        self._code.size = wide, round(self.height) - 2 * margin
        self._code.pos = round(self.x + (self.width - wide) / 2), round(self.y) + margin


def bars(modules: str) -> Texture:
    """One row of pixels, a pixel a module, to be stretched."""
    texture = Texture.create((len(modules), 1), colorfmt="luminance")
    texture.mag_filter = "nearest"
    texture.blit_buffer(bytes(0 if module == "1" else 255 for module in modules), colorfmt="luminance")
    return texture
