"""A box to tick beside something."""

from typing import Any

from kivy.properties import BooleanProperty, ObjectProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.tick_box import Box


class TickMark(Tappable, Widget):
    """As large as a finger, and in its middle a box; it knows what it is `about`."""

    chosen = BooleanProperty(False)
    about = ObjectProperty(None, allownone=True)

    def __init__(self, **properties: Any) -> None:
        self._box = Box()
        super().__init__(**{"size_hint": (None, None), **properties})
        self.add_widget(self._box)
        self.fbind("chosen", self._box.setter("chosen"))
        for name in ("pos", "size"):
            self.fbind(name, self._stand)

    def _stand(self, *_: Any) -> None:
        box = self._box
        box.pos = (
            round(self.x + (self.width - box.width) / 2),
            round(self.y + (self.height - box.height) / 2),
        )
