"""One cue on a card of its own: a picture, what it says, and where that comes from."""

from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable


class CueCard(Panel):
    """A card as high as its words; `shrink` makes all of it smaller where there is too much to say.

    `roomy` is about the picture and the space alone: less of it stands in a list.
    `done` is the word on its button, if it has one: on the side of the hand that taps or, where the words
    would have too little room beside it, `stacked` under them. Dispatches `on_done` for a tap on that.
    While a `cover` stands on it instead of its words, these are shown as long as a finger holds it.
    """

    picture = StringProperty("")
    title = StringProperty("")
    detail = StringProperty("")
    done = StringProperty("")
    strong = BooleanProperty(True)
    title_px = NumericProperty(0)
    shrink = NumericProperty(1)
    roomy = NumericProperty(1)
    detail_ink = ColorProperty((0, 0, 0, 1))
    pad = NumericProperty(0)
    picture_room = NumericProperty(0)
    button_room = NumericProperty(0)
    beside = NumericProperty(0)
    stacked = BooleanProperty(False)
    left_handed = BooleanProperty(False)
    cover = StringProperty("")
    held = BooleanProperty(False)
    __events__ = ("on_done",)
    on_done = default_handler

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """The button has it first; a finger elsewhere lifts the cover."""
        if super().on_touch_down(touch):
            return True
        if not self.cover or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self.held = True
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The cover falls."""
        if touch.grab_current is self and self.held:
            touch.ungrab(self)
            self.let_go()
            return True
        return bool(super().on_touch_up(touch))

    def let_go(self) -> None:
        """The cover falls, though the finger is still there."""
        self.held = False


class Tile(Tappable, CueCard):
    """A card that is tapped as a whole; it has no cover."""
