"""What is drawn together with everything else of its kind."""

from collections.abc import Callable
from typing import Any

from kivy.uix.widget import Widget

from kiosk.ui.batching.quads import Box, Quads


class Batched(Widget):
    """A widget that draws nothing itself: a `Batch` above it in the tree asks it for its quads."""

    def __init__(self, **properties: Any) -> None:
        self.redraw: Callable[..., None] = _ignore
        """Has the batch drawn anew; to be called whenever something of this looks different."""
        super().__init__(**properties)

    def add_to(self, quads: Quads) -> None:
        """Add what is seen of it; its children come after."""
        raise NotImplementedError

    @property
    def window(self) -> Box | None:
        """The part of it that its children are seen in; None for everywhere."""
        return None


def _ignore(*_: Any) -> None:
    """It is on no glass."""
