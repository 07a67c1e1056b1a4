"""A button that does something, and then takes it back."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.drawing.typesetting import Style
from kiosk.ui.typesetting import Words, layouts
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class UndoButton(Tappable, Panel):
    """Has the `word` for what a tap does on it or, where that `is_done`, `done_word` and `undo`.

    It is as large in both states, so that nothing beside it ever moves; without a `word` it is not there.
    `roomy` is a part of the space around the words. What is done, and that it can be undone, stands in two
    lines or, on a button that is wide enough for both, `in_one_line`.
    """

    word = StringProperty("")
    done_word = StringProperty("")
    undo = StringProperty("")
    is_done = BooleanProperty(False)
    shrink = NumericProperty(1)
    roomy = NumericProperty(1)
    in_one_line = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        self._label, self._undo = Text(bold=True), Text(ink=theme.palette.ink)
        super().__init__(**{"size_hint": (None, None), "radius": 4 * theme.sizes.unit, **properties})
        self.ids["words"], self.ids["undo"] = self._label, self._undo
        for text in (self._label, self._undo):
            self.add_widget(text)
        for name in ("word", "done_word", "undo", "is_done", "shrink", "roomy"):
            self.fbind(name, self._tell)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self._tell()

    def _tell(self, *_: Any) -> None:
        sizes, palette, is_done = self._theme.sizes, self._theme.palette, self.is_done and bool(self.word)
        self.fill = palette.pine_wash if is_done else palette.card
        self.edge = palette.pine if is_done else palette.line
        self._label.ink = palette.pine if is_done else palette.ink
        self._label.px = (self._small if is_done else sizes.button) * self.shrink
        self._undo.px = self._small * self.shrink
        self._label.text = f"✓ {self.done_word}" if is_done else self.word
        self._undo.text = self.undo if is_done else ""
        self.hug()
        self._stand()

    def hug(self) -> None:
        """Take up the size that both states need."""
        self.size = self._room() if self.word else (0, 0)

    def _room(self) -> tuple[float, float]:
        """Never less than a finger needs."""
        sizes = self._theme.sizes
        word = self._extent(self.word, sizes.button, bold=True)
        done = self._extent(f"✓ {self.done_word}", self._small, bold=True)
        undo = self._extent(self.undo, self._small, bold=False)
        both = (done[0] + undo[0] + self._gap, 0) if self.in_one_line else (0, done[1] + undo[1])
        width = max(word[0], done[0], undo[0], both[0]) + 11 * sizes.unit * self.roomy
        height = max(word[1] + 8 * sizes.unit * self.roomy, both[1] + 2 * sizes.unit)
        least = sizes.touch * (0.8 if self.roomy < 1 else 1)
        return max(width, least), max(height, least)

    def _extent(self, text: str, px: float, bold: bool) -> tuple[int, int]:
        extent = layouts.extent(Words(text, Style(int(px * self.shrink), bold, (0, 0, 0))))
        return extent.width, extent.height

    def _stand(self, *_: Any) -> None:
        label, undo = self._label, self._undo
        # Kivy brings its center up to date only after it has told of a new size.
        middle, center = self.x + self.width / 2, self.y + self.height / 2
        if self.in_one_line:
            both = label.width + (self._gap + undo.width if undo.text else 0)
            label.pos = middle - both / 2, center - label.height / 2
            undo.pos = label.x + label.width + self._gap, center - undo.height / 2
            return
        undo.pos = middle - undo.width / 2, center - (label.height + undo.height) / 2
        label.pos = middle - label.width / 2, undo.y + undo.height

    @property
    def _small(self) -> float:
        """The type size of what is done."""
        sizes = self._theme.sizes
        return float(sizes.button if self.in_one_line else sizes.detail)

    @property
    def _gap(self) -> float:
        return float(4 * self._theme.sizes.unit)
