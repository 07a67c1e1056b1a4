"""The line at the top of every screen: where, when, and whether all is well."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.widgets.panel import Panel


class StatusBar(Widget):
    """Small words that are read only by somebody who looks for them."""

    left = StringProperty("")
    state_text = StringProperty("")
    well = BooleanProperty(True)
    right_text = StringProperty("")

    def on_kv_post(self, _base: Widget) -> None:
        """Its words are there: from now on they fit."""
        for name in ("left", "state_text", "right_text", "width"):
            self.fbind(name, self._fit)
        self._fit()

    def _fit(self, *_: Any) -> None:
        placing.fit(self, lambda _shrink, _spared: self._has_room)

    @property
    def _has_room(self) -> bool:
        return bool(self.ids.state.right + 4 * App.get_running_app().sizes.unit <= self.ids.right.x)


class Banner(Panel):
    """One sentence at the foot of the screen about something that needs a hand."""

    text = StringProperty("")
