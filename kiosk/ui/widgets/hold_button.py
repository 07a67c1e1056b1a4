"""A button for what cannot be undone: a tap does nothing, it is pressed and held."""

from pathlib import Path
from typing import Any

from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import NumericProperty, StringProperty

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

HELD_FOR = 3.0
"""Seconds."""


class HoldButton(Tappable, Panel):
    """Dispatches `on_held` when it has been held long enough; letting go before, or sliding off, stops it.

    `progress` goes from 0 to 1 meanwhile.
    """

    text = StringProperty("")
    progress = NumericProperty(0)
    __events__ = ("on_held",)
    on_held = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._ticking = Clock.create_trigger(self._tick, 0, interval=True)
        self.fbind("pressed", self._begin_or_stop)

    def _begin_or_stop(self, *_: Any) -> None:
        self.progress = 0
        self._ticking.cancel()
        if self.pressed:
            self._ticking()

    def _tick(self, seconds: float) -> None:
        self.progress = min(1, self.progress + seconds / HELD_FOR)
        if self.progress == 1:
            self._ticking.cancel()
            self.dispatch("on_held")
