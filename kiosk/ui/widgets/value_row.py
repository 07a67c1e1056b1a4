"""Values that are changed on a screen of their own: each is tapped, and says so."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from kivy.app import App
from kivy.properties import BooleanProperty, StringProperty

from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets.labelled import Labelled
from kiosk.ui.widgets.tap_button import PanelButton
from kiosk.ui.widgets.text import Text


class Value(NamedTuple):
    """What stands there, what a tap on it does, and whether it is `missing` so far."""

    text: str
    change: Callable[[], None]
    missing: bool = False
    picture: str = ""


class ValueButton(PanelButton):
    """A picture, a value that may take several lines, and the sign that there is more behind it."""

    picture = StringProperty("")
    missing = BooleanProperty(False)
    change: Callable[[], None]

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._sizes, self._palette = theme.sizes, theme.palette
        look = {"fill": theme.palette.card, "edge": theme.palette.line, "radius": 4 * theme.sizes.unit}
        super().__init__(**{"size_hint": (None, None), **look, **properties})
        px, ink = theme.sizes.button, theme.palette.ink
        self.words = Text(wraps=True, px=px, ink=ink)
        self._art = Text(px=px * 1.2, ink=ink)
        self._sign = Text(text="›", bold=True, px=theme.sizes.title, ink=theme.palette.soft)
        for text in (self.words, self._art, self._sign):
            self.add_widget(text)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)

    def show(self, value: Value) -> None:
        """Stand for this one from now on."""
        self.words.text, self.change = value.text, value.change
        self.words.bold = not value.missing and not value.picture
        self.words.ink = self._palette.soft if value.missing else self._palette.ink
        self._art.text = value.picture

    def wrap(self, width: float) -> float:
        """Break the words where they are too wide for so much; returns the height they need."""
        unit = self._sizes.unit
        self.words.width = max(1, width - self._before - self._sign.width - 8 * unit)
        return float(self.words.height + 6 * unit)

    @property
    def _before(self) -> float:
        """The width of what stands before the words."""
        unit = self._sizes.unit
        return float(5 * unit + (self._art.width + 3 * unit if self._art.text else 0))

    def _stand(self, *_: Any) -> None:
        middle, unit = self.y + self.height / 2, self._sizes.unit
        self._art.pos = self.x + 5 * unit, middle - self._art.height / 2
        self.words.pos = self.x + self._before, middle - self.words.height / 2
        self._sign.pos = self.x + self.width - 5 * unit - self._sign.width, middle - self._sign.height / 2


class ValueRow(Labelled):
    """A label, and one value or several of equal width."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._pool = Pool(ValueButton, on_tap=lambda button: button.change())
        self._shown: list[ValueButton] = []

    def show(self, label: str, values: Sequence[Value]) -> None:
        """These stand there from now on."""
        self.label.text, self._shown = label, self._pool.first(len(values))
        for button, value in zip(self._shown, values, strict=True):
            button.show(value)
        put_only(self, [self.label, *self._shown])

    @property
    def is_there(self) -> bool:
        """True while there is a value."""
        return bool(self._shown)

    def stand_beside(self, x: float, top: float, width: float, least: float) -> float:
        """Side by side."""
        sizes = App.get_running_app().sizes
        gap = 2 * sizes.unit
        for button in self._shown:
            # Where there is so little room, the rest is read on the screen that changes it.
            button.words.most_lines = 1 if least < sizes.control else 0
        each = (width - gap * (len(self._shown) - 1)) / len(self._shown)
        height = round(max(least, *(button.wrap(each) for button in self._shown)))
        for place, button in enumerate(self._shown):
            button.size = each, height
            button.pos = x + place * (each + gap), top - height
        return top - height

    @property
    def first_line(self) -> float:
        """The height of a value."""
        return float(self._shown[0].height)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return super().has_room and not any(button.words.breaks_words for button in self._shown)
