"""A button for what cannot be taken back."""

from kiosk.drawing.palette import Rgba
from kiosk.ui.widgets.asking_twice import AskingTwice
from kiosk.ui.widgets.tap_button import TapButton


class AskTwice(AskingTwice, TapButton):
    """A button that asks twice, in brick."""

    def tell(self) -> None:
        """Show what is said now."""
        self.text = self.said
        self.paint()

    @property
    def _colours(self) -> tuple[Rgba, Rgba, Rgba]:
        """Brick: what follows cannot be undone."""
        palette = self._theme.palette
        if self.asking:
            return palette.brick, palette.brick, palette.paper
        return palette.card, palette.line, palette.brick
