"""A code for the camera of a telephone: dark on white, whatever the theme."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import ObjectProperty

from kiosk.cards.qr import QUIET, Modules
from kiosk.ui.widgets.mirror import Mirror


class QrCode(Mirror):
    """Its modules are whole pixels wide, so that each has sharp edges."""

    modules = ObjectProperty(None, allownone=True)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        with self.canvas:
            Color(1, 1, 1, 1)
            self._ground = Rectangle(size=(0, 0))
            self._code = Rectangle(size=(0, 0))
        self.fbind("modules", self._draw)
        for name in ("pos", "size"):
            self.fbind(name, self._place)

    def _draw(self, *_: Any) -> None:
        if self.modules is not None:
            self._code.texture = _texture(self.modules)
        self._place()

    def _place(self, *_: Any) -> None:
        if self.modules is None:
            self._ground.size = self._code.size = (0, 0)
            return
        module = int(self.width // across(self.modules))
        x, y, side = round(self.x), round(self.y), module * len(self.modules)
        self._ground.pos, self._ground.size = (x, y), (round(self.width), round(self.height))
        margin = (round(self.width) - side) // 2
        self._code.pos, self._code.size = (x + margin, y + margin), (side, side)


def across(modules: Modules) -> int:
    """How many modules it is wide, the white ones around it included."""
    return len(modules) + 2 * QUIET


def _texture(modules: Modules) -> Texture:
    """A pixel a module, to be made larger."""
    side = len(modules)
    texture = Texture.create((side, side), colorfmt="luminance")
    texture.mag_filter = "nearest"
    pixels = bytes(0 if dark else 255 for row in modules for dark in row)
    texture.blit_buffer(pixels, colorfmt="luminance")
    texture.flip_vertical()
    return texture
