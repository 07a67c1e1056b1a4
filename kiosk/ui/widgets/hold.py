"""A hidden gesture: an invisible area is pressed and held."""

from typing import Any

from kivy.clock import Clock
from kivy.properties import NumericProperty

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tappable import Tappable


class Hold(Tappable):
    """Dispatches `on_held` when a finger has rested on it for so many `seconds`, without sliding off."""

    seconds = NumericProperty(5)
    __events__ = ("on_held",)
    on_held = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._holding = Clock.create_trigger(lambda _: self.dispatch("on_held"), self.seconds)
        self.fbind("seconds", self._wait_as_long)
        self.fbind("pressed", self._begin_or_stop)

    def _wait_as_long(self, *_: Any) -> None:
        self._holding.timeout = self.seconds

    def _begin_or_stop(self, *_: Any) -> None:
        self._holding.cancel()
        if self.pressed:
            self._holding()
