"""What stands large on a screen of its own."""

from typing import Any

from kivy.app import App

from kiosk.ui import placing
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.labelled import Row


class Large(Row):
    """A picture or a few signs; without any it is not there."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        theme = App.get_running_app()
        self._steps = (theme.sizes.clock, theme.sizes.headline, theme.sizes.sentence)
        self.text = Text(bold=True, ink=theme.palette.ink)
        self.add_widget(self.text)

    def stand(self, x: float, top: float, width: float, _least: float) -> float:
        """As large as there is room for beside it."""
        if not self.text.text:
            return top
        self.text.px, _ = placing.headline_size(self.text.text, self._steps, width)
        self.text.x, self.text.top = x, top
        return float(self.text.y)
