"""A double tap means what was there at the first tap, and nothing that has come under the finger since."""

from kivy.app import App
from kivy.input.motionevent import MotionEvent

from kiosk.ui.widgets.tappable import Tappable

WITHIN = 0.35
"""Seconds from one touch to the next that make a double tap of them, or of three a triple one."""


class DoubleTaps:
    """Remembers the last tap on a button; one on what `repeats`, as a digit does, begins no double tap."""

    def __init__(self) -> None:
        self._last = 0.0
        self._where = 0.0, 0.0

    def is_second(self, touch: MotionEvent) -> bool:
        """Tell whether a touch that begins is the second one of a double tap, or follows one as quickly."""
        near = App.get_running_app().sizes.touch / 2
        far_x, far_y = abs(touch.x - self._where[0]), abs(touch.y - self._where[1])
        is_second = bool(0 <= touch.time_start - self._last < WITHIN and max(far_x, far_y) < near)
        if is_second:
            self._last = touch.time_start
        return is_second

    def ended(self, touch: MotionEvent) -> None:
        """Note a touch that ends, as long as what it was on still holds it."""
        held = [widget for grabbed in touch.grab_list if isinstance(widget := grabbed(), Tappable)]
        if any(not widget.repeats for widget in held):
            self._last, self._where = touch.time_start, touch.pos
