"""A few words to tap beside a line of text."""

from typing import Any

from kivy.app import App
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.asking_twice import AskingTwice
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class LineButton(Tappable, Widget):
    """Words without a panel, as high as a finger; without any it is not there."""

    width: float
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
        self.size = (max(self._label.width, least), least) if self.text else (0, 0)
        self._stand()

    def _stand(self, *_: Any) -> None:
        self._label.pos = self.x, self.y + (self.height - self._label.height) / 2


class LineAskTwice(AskingTwice, LineButton):
    """The same that asks twice; it is as wide in both states, so that nothing moves."""

    def tell(self) -> None:
        """Show what is said now."""
        widest = 0.0
        for text in (self.really, self.word) if self.word else ("",):
            self.text = text
            widest = max(widest, self.width)
        palette = App.get_running_app().palette
        self.text = self.said
        self._label.ink = palette.brick if self.asking else palette.soft
        self.width = widest if self.text else 0
