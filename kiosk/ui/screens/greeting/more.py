"""What tells that there is more, and turns to it."""

from typing import Any

from kivy.app import App
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class MoreButton(Tappable, Widget):
    """A few words as high as a finger; without any it is not there."""

    text = StringProperty("")

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._label = Text(bold=True, px=theme.sizes.chip, ink=theme.palette.pine)
        self.least_height = max(theme.sizes.touch * 0.75, theme.sizes.chip * 1.3)
        """Pixels, while it is there."""
        super().__init__(**{"size_hint": (None, None), **properties})
        self.add_widget(self._label)
        self.fbind("text", self._tell)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self._tell()

    def _tell(self, *_: Any) -> None:
        self._label.text = self.text
        least = self.least_height
        self.size = (max(self._label.width, 2 * least), least) if self.text else (0, 0)
        self._stand()

    def _stand(self, *_: Any) -> None:
        self._label.pos = self.x, self.y + (self.height - self._label.height) / 2
