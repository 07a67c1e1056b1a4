"""A screen that is not cleared by a tap."""

from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget


class Claiming(Widget):
    """Takes every touch on it that no child takes: a tap beside the keys must not clear what was written."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Let what is on it have it first."""
        if super().on_touch_down(touch):
            return True
        if self.collide_point(*touch.pos):
            touch.grab(self)
            return True
        return False

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Take the end of the touch as well."""
        if touch.grab_current is self:
            touch.ungrab(self)
            return True
        return bool(super().on_touch_up(touch))
