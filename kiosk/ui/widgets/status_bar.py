"""The line at the top of every screen: where, when, and whether all is well."""

from kivy.properties import BooleanProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.panel import Panel


class StatusBar(Widget):
    """Small words that are read only by somebody who looks for them."""

    left = StringProperty("")
    state_text = StringProperty("")
    well = BooleanProperty(True)
    right_text = StringProperty("")


class Banner(Panel):
    """One sentence at the foot of the screen about something that needs a hand."""

    text = StringProperty("")
