"""Where Cairo's pixels are shown."""

from typing import Any

from kivy.graphics import Callback
from kivy.graphics.opengl import GL_ONE, GL_ONE_MINUS_SRC_ALPHA, GL_SRC_ALPHA, glBlendFunc
from kivy.uix.widget import Widget


class Premultiplied(Widget):
    """Draws its children with colours that are multiplied by their alpha already, as Cairo's are."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        with self.canvas.before:
            Callback(lambda _: glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA))
        with self.canvas.after:
            Callback(lambda _: glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA))
