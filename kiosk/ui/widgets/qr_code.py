"""A code for the camera of a telephone."""

from kivy.graphics import Rectangle
from kivy.graphics.texture import Texture
from kivy.properties import ObjectProperty

from kiosk.cards.qr import QUIET, Modules
from kiosk.ui.widgets.code_picture import CodePicture, sharp_texture


class QrCode(CodePicture):
    """Its modules are whole pixels wide."""

    modules = ObjectProperty(None, allownone=True)

    def make_texture(self) -> Texture:
        """A square of pixels."""
        side = len(self.modules)
        pixels = bytes(0 if dark else 255 for row in self.modules for dark in row)
        texture = sharp_texture(side, side, pixels)
        texture.flip_vertical()
        return texture

    def place_code(self, code: Rectangle) -> None:
        """In the middle."""
        side = int(self.width // across(self.modules)) * len(self.modules)
        margin = (round(self.width) - side) // 2
        code.size = side, side
        code.pos = round(self.x) + margin, round(self.y) + margin


def across(modules: Modules) -> int:
    """How many modules it is wide, the white ones around it included."""
    return len(modules) + 2 * QUIET
