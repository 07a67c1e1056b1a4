"""One of several things to choose from."""

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.ui.widgets.tap_button import TapButton


class Choice(TapButton):
    """A pill with a picture and a word; `pad` is the space at its ends."""

    picture = StringProperty("")
    chosen = BooleanProperty(False)
    pad = NumericProperty(0)
