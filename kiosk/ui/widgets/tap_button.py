"""Something to tap."""

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable


class TapButton(Tappable, Panel):
    """A button with a word on it, without one not there; `main` is the one that is most likely meant.

    `tightness` makes it smaller where there is less room.
    """

    text = StringProperty("")
    main = BooleanProperty(False)
    px = NumericProperty(0)
    tightness = NumericProperty(1)
