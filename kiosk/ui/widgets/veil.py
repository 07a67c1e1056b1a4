"""A layer over the whole glass: it darkens it, and takes the touch that only wakes it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.lang import Builder
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_WAKING = "waking"


class Veil(Widget):
    """Asks `wakes` at every touch: a touch that wakes the glass presses nothing."""

    darkness = NumericProperty(0)
    """From 0, where everything is seen through it, to 1."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.wakes: Callable[[], bool] = lambda: False

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Keep a touch that wakes."""
        if not (self.collide_point(*touch.pos) and self.wakes()):
            return False
        touch.ud[_WAKING] = True
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """It is still the same touch."""
        return _WAKING in touch.ud

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Ignore the end of a touch that only woke the glass."""
        return _WAKING in touch.ud
