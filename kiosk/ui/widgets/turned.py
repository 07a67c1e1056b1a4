"""A screen that is turned to the customer."""

from kiosk.ui.widgets.claiming import Claiming


class Turned(Claiming):
    """Theirs to read: the status bar tells nothing of the shop meanwhile."""
