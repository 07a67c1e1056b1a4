"""What can be tapped."""

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget


class Tappable(Widget):
    """Dispatches `on_tap` for a touch that begins and ends on it; `pressed` while it would be one."""

    pressed = BooleanProperty(False)
    __events__ = ("on_tap",)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Claim a touch that begins here."""
        if not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self.pressed = True
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """A finger that slides away takes it back."""
        if touch.grab_current is not self:
            return False
        self.pressed = self.collide_point(*touch.pos)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A touch that ends here, too, is a tap."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        self.pressed = False
        if self.collide_point(*touch.pos):
            self.dispatch("on_tap")
        return True

    def on_tap(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""
