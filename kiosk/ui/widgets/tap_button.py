"""Something to tap."""

from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.panel import Panel


class TapButton(Panel):
    """A button with a word on it, without one not there; `main` is the one that is most likely meant.

    `tightness` makes it smaller where there is less room. Dispatches `on_tap`.
    """

    text = StringProperty("")
    main = BooleanProperty(False)
    tightness = NumericProperty(1)
    __events__ = ("on_tap",)

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Claim a touch that begins on the button."""
        if not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A touch that ends on the button, too, is a tap."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        if self.collide_point(*touch.pos):
            self.dispatch("on_tap")
        return True

    def on_tap(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""
