"""A screen that is not cleared by a tap."""

from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget


class Claiming(Widget):
    """Claims what nothing on it does: a tap beside the keys must not take away what was written."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Let what is on it have it first."""
        if super().on_touch_down(touch):
            return True
        if self.collide_point(*touch.pos):
            touch.grab(self)
            return True
        return False

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Nothing comes of it."""
        if touch.grab_current is self:
            touch.ungrab(self)
            return True
        return bool(super().on_touch_up(touch))
