"""A button for what cannot be taken back."""

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.drawing.palette import Rgba
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tap_button import TapButton


class AskTwice(TapButton):
    """A tap turns `word` into the question `really`, in the same place; the next dispatches `on_sure`."""

    word = StringProperty("")
    really = StringProperty("")
    asking = BooleanProperty(False)
    __events__ = ("on_sure",)
    on_sure = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        for name in ("word", "really", "asking"):
            self.fbind(name, self._ask)
        self._ask()

    def on_tap(self, *_: Any) -> None:
        """Ask, or take it as sure."""
        if self.asking:
            self.dispatch("on_sure")
        self.asking = not self.asking

    def _ask(self, *_: Any) -> None:
        self.text = self.really if self.asking and self.word else self.word
        self.paint()

    @property
    def _colours(self) -> tuple[Rgba, Rgba, Rgba]:
        """Brick: what follows cannot be undone."""
        palette = self._theme.palette
        if self.asking:
            return palette.brick, palette.brick, palette.paper
        return palette.card, palette.line, palette.brick
