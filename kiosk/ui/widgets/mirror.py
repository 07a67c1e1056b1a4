"""A layout for languages that are written from right to left.

Everything is placed as for the others, `x` counted from where reading begins. A `Mirror` shows it turned
about its middle, and touches come to it turned. What has a direction of its own turns itself back: `Text`
draws its words the right way round, and a keyboard is a `Mirror` within the mirror.
"""

from typing import Any

from kivy.graphics import PopMatrix, PushMatrix, Scale
from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import typesetter


def set_mirrored(right_to_left: bool) -> None:
    """Settle the direction of the layout, before anything of it is made."""
    typesetter().right_to_left = right_to_left


def is_mirrored() -> bool:
    """True while reading begins at the right."""
    return typesetter().right_to_left


class Mirror(Widget):
    """Turns what is on it about its middle, where the layout is mirrored."""

    def __init__(self, **properties: Any) -> None:
        self._turned = is_mirrored()
        super().__init__(**properties)
        if self._turned:
            with self.canvas.before:
                PushMatrix()
                self._scale = Scale(-1, 1, 1)
            with self.canvas.after:
                PopMatrix()
            self.fbind("pos", self._turn)
            self.fbind("size", self._turn)
            self._turn()

    def to_local(self, x: float, y: float, relative: bool = False) -> tuple[float, float]:
        """Where a point of its parent is on it."""
        return (self.x + self.right - x, y) if self._turned else (x, y)

    def to_parent(self, x: float, y: float, relative: bool = False) -> tuple[float, float]:
        """Convert a point to the parent's coordinates; mirroring is its own inverse."""
        return self.to_local(x, y)

    def _turn(self, *_: Any) -> None:
        self._scale.origin = self.center


class TouchMirror(Mirror):
    """A `Mirror` whose children are touched."""

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Hand it on, turned."""
        return self._hand_on(super().on_touch_down, touch)

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """Hand it on, turned."""
        return self._hand_on(super().on_touch_move, touch)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Hand it on, turned."""
        return self._hand_on(super().on_touch_up, touch)

    def _hand_on(self, to: Any, touch: MotionEvent) -> bool:
        touch.push()
        touch.apply_transform_2d(self.to_local)
        try:
            return bool(to(touch))
        finally:
            touch.pop()
