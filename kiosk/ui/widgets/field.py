"""Something to write down, and what it is."""

from typing import Any

from kivy.app import App

from kiosk.ui.widgets.labelled import Labelled
from kiosk.ui.widgets.text_field import TextField


class Field(Labelled):
    """A label, and one line to write in."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.field = TextField()
        self.add_widget(self.field)

    def set_type(self, px: int) -> None:
        """Write in this size."""
        unit = App.get_running_app().sizes.unit
        self.field.px, self.field.pad = px, 4 * unit

    def stand_beside(self, x: float, top: float, width: float, least: float) -> float:
        """All of the width is for the field."""
        height = max(least, self.field.px * 1.27 + 4 * App.get_running_app().sizes.unit)
        self.field.size, self.field.pos = (width, height), (x, top - height)
        return float(top - height)

    @property
    def first_line(self) -> float:
        """The height of the field."""
        return float(self.field.height)
