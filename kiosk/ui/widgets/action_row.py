"""What can be done about one thing: a label, and buttons of equal width."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App

from kiosk.ui.widgets.labelled import Labelled
from kiosk.ui.widgets.tap_button import TapButton

_MOST = 2
"""So many buttons stand in a row; where there are fewer, none is wider for it."""


class ActionRow(Labelled):
    """A button without a word is not there."""

    def __init__(self, buttons: Sequence[TapButton], **properties: Any) -> None:
        super().__init__(**properties)
        self._buttons = buttons
        for button in buttons:
            self.add_widget(button)

    @property
    def is_there(self) -> bool:
        """True while there is anything to do."""
        return any(button.text for button in self._buttons)

    def stand_beside(self, x: float, top: float, width: float, least: float) -> float:
        """Side by side."""
        gap = 3 * App.get_running_app().sizes.unit
        each = (width - (_MOST - 1) * gap) / _MOST
        for button in self._buttons:
            if button.text:
                button.width = each
                button.x, button.top = x, top
                x += each + gap
        return top - self.first_line

    @property
    def first_line(self) -> float:
        """The height of a button."""
        return float(App.get_running_app().sizes.control)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        around = 4 * App.get_running_app().sizes.unit
        shown = [button for button in self._buttons if button.text]
        return super().has_room and all(one.ids.words.width + around <= one.width for one in shown)
