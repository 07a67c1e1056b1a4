"""One of several things to choose from."""

from typing import Any

from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.widgets.tap_button import PanelButton


class Choice(PanelButton):
    """A pill with a picture and a word; `pad` is the space at its ends. It knows its `value`."""

    value: Any = None
    picture = StringProperty("")
    chosen = BooleanProperty(False)
    pad = NumericProperty(0)

    @property
    def widest(self) -> int:
        """The width of its words once it is chosen, in bold: no pill may move when another one is."""
        words = self.ids.words
        return measure(words.text, Style(int(words.px * words.shrink), True, (0, 0, 0))).width
