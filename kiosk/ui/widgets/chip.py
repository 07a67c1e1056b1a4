"""A small fact under the name."""

from typing import Any

from kivy.app import App

from kiosk.ui.widgets.label_panel import LabelPanel
from kiosk.ui.widgets.text import Text


class Chip(LabelPanel):
    """A few words in a pill."""

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        colors = {"fill": theme.palette.card, "edge": theme.palette.line}
        self._unit = theme.sizes.unit
        super().__init__(Text(px=theme.sizes.chip, ink=theme.palette.ink), **colors, **properties)

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """Round at both ends."""
        room = width + 10 * self._unit, height + 5 * self._unit
        self.radius = room[1] / 2 - self.thickness
        return room
