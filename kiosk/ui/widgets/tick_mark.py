"""A box to tick beside something."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.tick_box import Tick


class TickMark(Tappable, Widget):
    """As large as a finger, and in its middle a box; it knows what it is `about`."""

    chosen = BooleanProperty(False)
    about = ObjectProperty(None, allownone=True)

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._palette, side = theme.palette, round(8.5 * theme.sizes.unit)
        self._box = Panel(size_hint=(None, None), size=(side, side), radius=1.5 * theme.sizes.unit)
        self._tick = Tick()
        super().__init__(**{"size_hint": (None, None), **properties})
        self.add_widget(self._box)
        self._box.add_widget(self._tick)
        self.fbind("chosen", self._tell)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self._tell()

    def _tell(self, *_: Any) -> None:
        palette = self._palette
        self._box.fill = palette.pine if self.chosen else palette.card
        self._box.edge = palette.pine if self.chosen else palette.soft
        self._tick.color, self._tick.shown = palette.paper[:3], self.chosen

    def _stand(self, *_: Any) -> None:
        box = self._box
        box.pos = (
            round(self.x + (self.width - box.width) / 2),
            round(self.y + (self.height - box.height) / 2),
        )
        self._tick.pos, self._tick.size = box.pos, box.size
