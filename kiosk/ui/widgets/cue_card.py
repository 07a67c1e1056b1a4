"""One cue on a card of its own: a picture, what it says, and where that comes from."""

from typing import Any

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable


class CueCard(Panel):
    """A card as high as its words; `shrink` makes all of it smaller where there is too much to say.

    `roomy` is about the picture and the space alone: less of it stands in a list.
    `done` is the word on its button, if it has one: on the side of the hand that taps or, where the words
    would have too little room beside it, `stacked` under them. Dispatches `on_done` for a tap on that.
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
    __events__ = ("on_done",)

    def on_done(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""


class Tile(Tappable, CueCard):
    """A card that is tapped as a whole."""
