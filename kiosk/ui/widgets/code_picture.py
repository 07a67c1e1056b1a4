"""What every code on the glass is: dark modules on white, whatever the theme, each with sharp edges."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture

from kiosk.ui.widgets.mirror import Mirror


class CodePicture(Mirror):
    """A white ground and the code on it; a subclass has `modules`, and says how they look and where they lie.

    The texture is made when the modules change, and only placed anew when the widget moves.
    """

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        with self.canvas:
            Color(1, 1, 1, 1)
            self._ground = Rectangle(size=(0, 0))
            self._code = Rectangle(size=(0, 0))
        self.fbind("modules", self._draw)
        for name in ("pos", "size"):
            self.fbind(name, self._place)

    def make_texture(self) -> Texture:
        """Return the modules as they are now, a pixel a module."""
        raise NotImplementedError

    def place_code(self, code: Rectangle) -> None:
        """Set where the code lies, in whole pixels."""
        raise NotImplementedError

    def _draw(self, *_: Any) -> None:
        if self.modules:
            self._code.texture = self.make_texture()
        self._place()

    def _place(self, *_: Any) -> None:
        if not self.modules:
            self._ground.size = self._code.size = (0, 0)
            return
        self._ground.pos = round(self.x), round(self.y)
        self._ground.size = round(self.width), round(self.height)
        self.place_code(self._code)


def sharp_texture(width: int, height: int, pixels: bytes) -> Texture:
    """A byte a pixel, 0 for black and 255 for white, to be stretched without a blur."""
    texture = Texture.create((width, height), colorfmt="luminance")
    texture.mag_filter = "nearest"
    texture.blit_buffer(pixels, colorfmt="luminance")
    return texture
