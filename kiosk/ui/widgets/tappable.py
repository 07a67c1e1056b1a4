"""What can be tapped."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler


class Tappable(Widget):
    """Dispatches `on_tap` for a touch that begins and ends on it; `pressed` while it would be one.

    What `repeats` is meant to be tapped several times in a row, however quickly.
    """

    pressed = BooleanProperty(False)
    repeats = BooleanProperty(False)
    __events__ = ("on_tap",)
    on_tap = default_handler
    _is_held = False

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Claim a touch that begins here."""
        if not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self._is_held = self.pressed = True
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """A finger that slides away takes it back."""
        if touch.grab_current is not self:
            return False
        self.pressed = self._is_held and self.collide_point(*touch.pos)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A touch that ends here, too, is a tap."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        is_held = self._is_held
        self.let_go()
        if is_held and self.collide_point(*touch.pos):
            self.tapped()
        return True

    def tapped(self) -> None:
        """Dispatch what a tap means here."""
        self.dispatch("on_tap")

    def let_go(self) -> None:
        """Cancel the press: lifting the finger will not count as a tap."""
        self._is_held = self.pressed = False
