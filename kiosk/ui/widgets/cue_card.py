"""One cue on a card of its own: a picture, what it says, and where that comes from."""

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.panel import Panel


class CueCard(Panel):
    """A card as high as its words; `shrink` makes all of it smaller where there is too much to say."""

    picture = StringProperty("")
    title = StringProperty("")
    detail = StringProperty("")
    strong = BooleanProperty(True)
    title_px = NumericProperty(0)
    shrink = NumericProperty(1)
    detail_ink = ColorProperty((0, 0, 0, 1))
    pad = NumericProperty(0)
    picture_room = NumericProperty(0)
