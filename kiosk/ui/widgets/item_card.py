"""One thing that is kept, to be opened by a tap."""

from pathlib import Path

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import BooleanProperty, ObjectProperty, StringProperty

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.read_or_tap import ReadOrTap

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_LEAST_OF_TOUCH = 0.8


class ItemCard(ReadOrTap, Panel):
    """A picture, a title, a detail, and the sign that there is more where something is `kept`.

    A `faded` one is over.

    It does not know its own height: `height_of` does, before there is a card.
    """

    picture = StringProperty("")
    title = StringProperty("")
    detail = StringProperty("")
    faded = BooleanProperty(False)
    kept = ObjectProperty(None, allownone=True)
    """What it is about."""

    def shrink(self, shrink: float) -> None:
        """Set all of its words smaller."""
        for text in (self.ids.art, self.ids.cover, self.ids.title, self.ids.detail, self.ids.sign):
            text.shrink = shrink


def height_of(title: str, detail: str, width: float, shrink: float) -> float:
    """The height of a card of this width that says so."""
    sizes = App.get_running_app().sizes
    room = int(width - 4 * sizes.unit - picture_room() - sign_room())
    words = _height(title, sizes.button, True, room, shrink) + _height(
        detail, sizes.detail, False, room, shrink
    )
    return float(max(words + 6 * sizes.unit, _LEAST_OF_TOUCH * sizes.touch))


def picture_room() -> float:
    """The width of what stands before the words, the space on both sides of it included."""
    sizes = App.get_running_app().sizes
    return float(sizes.picture * 0.9 + 6 * sizes.unit)


def sign_room() -> float:
    """The same of what stands behind them."""
    sizes = App.get_running_app().sizes
    return float(sizes.title + 2 * sizes.unit)


def _height(text: str, px: int, bold: bool, width: int, shrink: float) -> int:
    return measure(text, Style(int(px * shrink), bold, (0, 0, 0)), width).height if text else 0
