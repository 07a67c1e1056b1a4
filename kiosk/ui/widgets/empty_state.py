"""What stands where there is nothing to show: a picture, a sentence, and what can be done about it."""

from typing import Any

from kivy.app import App
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tap_button import TapButton
from kiosk.ui.widgets.text import Text


class EmptyState(Widget):
    """In the middle of its place; dispatches `on_tap` for its button, if it has a word."""

    picture = StringProperty("")
    title = StringProperty("")
    sentence = StringProperty("")
    word = StringProperty("")
    __events__ = ("on_tap",)
    on_tap = default_handler

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **properties})
        self._art = Text(px=theme.sizes.picture * 1.6, ink=theme.palette.ink)
        self._title = Text(bold=True, px=theme.sizes.headline * 0.8, ink=theme.palette.ink)
        self._words = Text(centered=True, px=theme.sizes.title, ink=theme.palette.soft)
        self._texts = (self._art, self._title, self._words)
        self._button = TapButton()
        self._button.bind(on_tap=lambda _: self.dispatch("on_tap"))
        for child in (*self._texts, self._button):
            self.add_widget(child)
        for name in ("picture", "title", "sentence", "word"):
            self.fbind(name, self._tell)
        self._tell()

    def stand(self, x: float, floor: float, width: float, height: float) -> bool:
        """Take the middle of a place; returns whether there is room for it."""
        unit, column = App.get_running_app().sizes.unit, [*self._texts, self._button]
        gaps = [3 * unit, 2 * unit, 5 * unit, 0]
        self._words.wraps = False
        if self._words.width > width - 16 * unit:
            self._words.wraps, self._words.width = True, width - 16 * unit
        taken = placing.stacked_height(column, gaps)
        placing.stack(column, x, floor + (height + taken) / 2, gaps)
        for widget in column:
            widget.x = x + (width - widget.width) / 2
        return taken <= height

    def _tell(self, *_: Any) -> None:
        is_there = bool(self.sentence)
        self._art.text, self._words.text = self.picture if is_there else "", self.sentence
        self._title.text = self.title
        self._button.text = self.word if is_there else ""
