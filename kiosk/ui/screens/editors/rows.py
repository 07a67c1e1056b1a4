"""What an editor says, in a row of its own."""

from typing import Any

from kivy.app import App

from kiosk.ui.widgets import Text
from kiosk.ui.widgets.labelled import Row, has_columns, label_column


class Saying(Row):
    """A sentence, in the column of what is changed or, where it is about all of it, of the labels."""

    def __init__(self, indented: bool = True, **properties: Any) -> None:
        super().__init__(**properties)
        self._is_indented = indented
        self.words = Text(wraps=True)
        self.add_widget(self.words)

    def say(self, text: str, strong: bool = False) -> None:
        """Say this from now on."""
        app = App.get_running_app()
        self.words.px, self.words.bold = app.sizes.chip, strong
        self.words.ink = app.palette.pine if strong else app.palette.soft
        self.words.text = text

    def stand(self, x: float, top: float, width: float, least: float) -> float:
        """As high as it is long."""
        indent = label_column(width) if self._is_indented and has_columns(width) else 0
        self.words.width = width - indent
        self.words.x, self.words.top = x + indent, top
        return float(self.words.y)
