"""A short sentence that goes by itself."""

from typing import Any

from kivy.app import App
from kivy.clock import Clock

from kiosk.ui.widgets.label_panel import LabelPanel
from kiosk.ui.widgets.text import Text

_SHOWN_FOR = 4.0
"""Seconds."""


class Toast(LabelPanel):
    """As high as a button, or higher; without a sentence it is not there."""

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._sizes, palette = theme.sizes, theme.palette
        look = {"fill": palette.ink, "edge": palette.ink, "radius": 4 * theme.sizes.unit}
        super().__init__(Text(bold=True, px=theme.sizes.chip, ink=palette.paper), **look, **properties)
        self._going = Clock.create_trigger(lambda _: self.take_away(), _SHOWN_FOR)

    def say(self, sentence: str, width: float) -> None:
        """Say it for a while, no wider than so much."""
        words, around = self.ids.words, 12 * self._sizes.unit
        words.wraps, self.text = False, sentence
        if words.width + around > width:
            words.wraps, words.width = True, max(1, width - around)
        self._going.cancel()
        self._going()

    def take_away(self) -> None:
        """It has been read."""
        self._going.cancel()
        self.text = ""

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """Some space around its words."""
        if not self.text:
            return 0, 0
        unit = self._sizes.unit
        return width + 12 * unit, max(height + 4 * unit, self._sizes.control)
