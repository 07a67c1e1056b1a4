"""What is read under a finger that stays, and opened by one that only taps."""

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.properties import StringProperty

from kiosk.ui.widgets.tappable import Tappable

_READING = 0.5
"""Seconds from which on a finger on a cover is there to read, and not to tap."""


class ReadOrTap(Tappable):
    """While a `cover` lies on its words, these are shown as long as a finger holds it."""

    cover = StringProperty("")
    _touched_at = 0.0

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Remember when the touch began."""
        self._touched_at = Clock.get_time()
        return bool(super().on_touch_down(touch))

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The cover falls again after reading; else it is a tap."""
        is_read = self.cover and Clock.get_time() - self._touched_at >= _READING
        if not is_read or touch.grab_current is not self:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self.let_go()
        return True
