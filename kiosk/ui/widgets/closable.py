"""A screen that the sign in the corner closes."""

from kiosk.ui.widgets.claiming import Claiming


class Closable(Claiming):
    """Has no way out of its own; a touch beside its buttons does nothing."""
