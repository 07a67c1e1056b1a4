"""A label, and what it is about: beside each other in two columns or, where that is too narrow, one above."""

from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.widgets.text import Text

_PART_OF_LABELS = 0.24
_ROOMY = 10
"""A row this many fingers wide has room for its label beside the rest."""


class Row(Widget):
    """One row of a screen; an empty one takes no room. It knows how much it took last."""

    height_taken = 0.0

    def __init__(self, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **properties})

    def stand(self, x: float, top: float, width: float, least: float) -> float:
        """Take the place under `top`; returns how far down it reaches.

        What is tapped is at least so high.
        """
        raise NotImplementedError

    @property
    def has_room(self) -> bool:
        """True when all of its words stand whole."""
        return True


class Labelled(Row):
    """A row with a label, in the same column on every screen; without one the rest has all of the width."""

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        super().__init__(**properties)
        self.label = Text(bold=True, wraps=True, px=theme.sizes.chip, ink=theme.palette.soft)
        self.add_widget(self.label)

    def stand_beside(self, x: float, top: float, width: float, least: float) -> float:
        """Stand what the label is about; returns how far down it reaches."""
        raise NotImplementedError

    @property
    def is_there(self) -> bool:
        """False where there is nothing to show just now."""
        return True

    def stand(self, x: float, top: float, width: float, least: float) -> float:
        """The label on the middle of the first line of the rest, or above it."""
        self.label.shown = self.is_there
        if not self.is_there:
            return top
        if not self.label.text:
            return self.stand_beside(x, top, width, least)
        unit = App.get_running_app().sizes.unit
        if not has_columns(width):
            self.label.width = width
            self.label.x, self.label.top = x, top
            gap = 2 * unit if least >= App.get_running_app().sizes.control else unit
            return self.stand_beside(x, self.label.y - gap, width, least)
        indent = label_column(width)
        self.label.width = indent - 4 * unit
        bottom = self.stand_beside(x + indent, top, width - indent, least)
        self.label.x = x
        self.label.y = min(top - (self.first_line + self.label.height) / 2, top - self.label.height)
        return min(bottom, float(self.label.y))

    @property
    def first_line(self) -> float:
        """The height of what the label stands beside."""
        raise NotImplementedError

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return not (self.is_there and self.label.breaks_words)


def has_columns(width: float) -> bool:
    """True where labels have a column of their own."""
    return bool(width >= _ROOMY * App.get_running_app().sizes.touch)


def label_column(width: float) -> int:
    """The width of the column of labels, the space after it included."""
    return int(width * _PART_OF_LABELS)
