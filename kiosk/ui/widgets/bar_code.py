"""A bar code for a scanner."""

from kivy.graphics import Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import StringProperty

from kiosk.ui.widgets.code_picture import CodePicture, sharp_texture

QUIET = 11
"""Modules that stay white on either side: the most that any kind asks for. Source: ISO/IEC 15420, EAN-13."""


class BarCode(CodePicture):
    """Its `modules`, "1" for black and "0" for white, are as many whole pixels wide as there is room for."""

    modules = StringProperty("")

    def make_texture(self) -> Texture:
        """One row of pixels."""
        return bars(self.modules)

    def place_code(self, code: Rectangle) -> None:
        """In the middle, with an eighth of the height left white above and below."""
        module = max(1, int(self.width // (len(self.modules) + 2 * QUIET)))
        wide, margin = module * len(self.modules), round(self.height / 8)
        code.size = wide, round(self.height) - 2 * margin
        code.pos = round(self.x + (self.width - wide) / 2), round(self.y) + margin


def bars(modules: str) -> Texture:
    """One row of pixels, a pixel a module, to be stretched."""
    return sharp_texture(len(modules), 1, bytes(0 if module == "1" else 255 for module in modules))
