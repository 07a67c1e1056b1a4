"""The title of a screen that has its own words and buttons for it."""

from collections.abc import Sequence

from kivy.uix.widget import Widget

from kiosk.ui.widgets import Text
from kiosk.ui.widgets.header_bar import stand_header


def stand_title(
    screen: Widget, title: Text, buttons: Sequence[Widget], _top: float, _gap: float, shrink: float
) -> tuple[float, bool]:
    """As `stand_header`, which has the one place for it."""
    return stand_header(screen, title, buttons, shrink)
