"""The line at the top of every screen: where, when, and whether all is well."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.close_sign import CloseSign  # noqa: F401 - it stands in the kv file
from kiosk.ui.widgets.panel import Panel


class StatusBar(Widget):
    """Small words that are read only by somebody who looks for them.

    `at_counter` is who works here; where that can be tapped it stands on `who_button` instead, which
    dispatches `on_who`. Where the screen under it `closes` by a sign at its end, a tap on that dispatches
    `on_close`. While it is `quiet` it only tells how long the screen stays.
    """

    left = StringProperty("")
    state_text = StringProperty("")
    well = BooleanProperty(True)
    right_text = StringProperty("")
    at_counter = StringProperty("")
    who_button = StringProperty("")
    button_below = BooleanProperty(False)
    closes = BooleanProperty(False)
    quiet = BooleanProperty(False)
    __events__ = ("on_close", "on_who")
    on_close = on_who = default_handler

    def on_kv_post(self, _base: Widget) -> None:
        """Its words are there: from now on they fit."""
        names = ("left", "state_text", "right_text", "at_counter", "who_button", "width", "closes", "quiet")
        for name in names:
            self.fbind(name, self._fit)
        self._fit()

    def _fit(self, *_: Any) -> None:
        placing.fit(self, self._stand, spare=1)

    def _stand(self, _shrink: float, spared: int) -> bool:
        """Without room for it beside the others the button stands under them."""
        self.button_below = bool(spared)
        return self._has_room

    @property
    def _has_room(self) -> bool:
        ids = self.ids
        end = ids.at_counter.x if self.button_below else min(ids.at_counter.x, ids.who_button.x)
        return bool(ids.state.right + 4 * App.get_running_app().sizes.unit <= end)


class Banner(Panel):
    """One sentence at the foot of the screen about something that needs a hand."""

    text = StringProperty("")
