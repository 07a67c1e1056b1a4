"""A small fact under the name."""

from kivy.properties import StringProperty

from kiosk.ui.widgets.panel import Panel


class Chip(Panel):
    """A few words in a pill."""

    text = StringProperty("")
