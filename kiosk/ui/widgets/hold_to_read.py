"""A strip over what only staff are to read."""

from typing import Any

from kivy.app import App
from kivy.properties import NumericProperty, StringProperty

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class HoldToRead(Tappable, Panel):
    """Has a few neutral words on it, or those `under` it, of type size `under_px`, while a finger holds it.

    It takes the width it is given, and as much height as either needs; without a `text` it is not there.
    """

    text = StringProperty("")
    under = StringProperty("")
    under_px = NumericProperty(0)

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        palette, unit = theme.palette, theme.sizes.unit
        self._label = Text(wraps=True, px=theme.sizes.chip, ink=palette.soft)
        self._under = Text(wraps=True, px=theme.sizes.chip, ink=palette.ink)
        look = {"fill": palette.card, "edge": palette.line, "radius": 5 * unit, "size_hint": (None, None)}
        super().__init__(**{**look, **properties})
        self.ids["words"], self.under_px = self._label, self.under_px or theme.sizes.chip
        for text in (self._label, self._under):
            self.add_widget(text)
        for name in ("text", "under", "under_px", "pressed", "width"):
            self.fbind(name, self._tell)
        for name in ("pos", "height"):
            self.fbind(name, self._stand)
        self._tell()

    def _tell(self, *_: Any) -> None:
        sizes = self._theme.sizes
        self._under.px = self.under_px
        for text, words in ((self._label, self.text), (self._under, self.under)):
            text.width, text.text = max(1, self.width - 12 * sizes.unit), words
        is_read = self.pressed and bool(self.under)
        self._label.veiled, self._under.veiled = is_read, not is_read
        tallest = max(self._label.height, self._under.height) + 8 * sizes.unit
        self.height = max(sizes.touch, tallest) if self.text else 0
        self._stand()

    def _stand(self, *_: Any) -> None:
        # Kivy brings its center up to date only after it has told of a new size.
        for text in (self._label, self._under):
            text.pos = self.x + 6 * self._theme.sizes.unit, self.y + (self.height - text.height) / 2
