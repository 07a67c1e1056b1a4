"""Something to tap."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.label_panel import LabelPanel
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class PanelButton(Tappable, Panel):
    """A panel that is tapped, and what stands on it; how it looks is for others."""

    text = StringProperty("")


class TapButton(Tappable, LabelPanel):
    """A button with a word on it, without one not there; `main` is the one that is most likely meant.

    It is as high as every other one; `tightness` makes it narrower where there is less room.
    """

    main = BooleanProperty(False)
    tightness = NumericProperty(1)

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        look = {"radius": 4 * theme.sizes.unit, "fill": theme.palette.card, "edge": theme.palette.line}
        label = Text(bold=True, px=theme.sizes.button, ink=theme.palette.ink)
        super().__init__(label, **{**look, **properties})
        self.fbind("tightness", self.hug)
        self.fbind("main", self._stand_out)
        if self.main:
            self._stand_out()

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """At least as wide as it is high."""
        if not self.text:
            return 0, 0
        sizes = self._theme.sizes
        return max(width + 12 * sizes.unit * self.tightness, sizes.control), sizes.control

    def _stand_out(self, *_: Any) -> None:
        palette = self._theme.palette
        self.fill = palette.pine if self.main else palette.card
        self.edge = palette.pine if self.main else palette.line
        self.ids.words.ink = palette.paper if self.main else palette.ink
