"""A line of the letter, and beside it what can be done about it."""

from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.people.profile.own_page import Line
from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import Text
from kiosk.ui.widgets.line_button import LineAskTwice, LineButton

_LEAST_OF_TOUCH = 0.75


class LetterLine(Widget):
    """Dispatches `on_change` and, asked twice, `on_forget` for its `line`."""

    line: Line
    __events__ = ("on_change", "on_forget")
    on_change = on_forget = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), **properties})
        theme = App.get_running_app()
        self._words = words
        self._text = Text(wraps=True, ink=theme.palette.ink)
        self._change, self._forget = LineButton(), LineAskTwice()
        self._change.bind(on_tap=lambda _: self.dispatch("on_change"))
        self._forget.bind(on_sure=lambda _: self.dispatch("on_forget"))
        for child in (self._text, self._change, self._forget):
            self.add_widget(child)

    def show(self, line: Line, x: float, top: float, width: float, shrink: float) -> None:
        """Tell of something kept, from `top` down."""
        sizes, words = App.get_running_app().sizes, self._words
        self.line, self._forget.asking = line, False
        self._change.text = words.gettext("Change") if line.kept is not None else ""
        self._forget.word = words.gettext("Forget") if line.forget is not None else ""
        self._forget.really = words.gettext("Really?")
        change, forget = _widths(words)
        height = self.height_of(line, width, shrink, words)
        self.pos, self.size = (x, top - height), (width, height)
        x, room = (x + change + forget, width) if App.get_running_app().left_handed else (x, width)
        end = x if App.get_running_app().left_handed else x + width
        self._forget.x, self._change.x = end - forget, end - forget - change
        for button in (self._change, self._forget):
            button.y = self.y + (height - button.height) / 2
        text = self._text
        text.px, text.text = int(sizes.subline * shrink), line.text
        text.width = max(1, room - (change + forget if _does(line) else 0))
        text.pos = x if _does(line) else self.x, self.y + (height - text.height) / 2

    @staticmethod
    def height_of(line: Line, width: float, shrink: float, words: Words) -> float:
        """The height of a line of this width."""
        sizes = App.get_running_app().sizes
        taken = sum(_widths(words)) if _does(line) else 0
        style = Style(int(sizes.subline * shrink), False, (0, 0, 0))
        tallest = float(measure(line.text, style, max(1, int(width - taken))).height)
        return max(tallest, sizes.touch * _LEAST_OF_TOUCH) if _does(line) else tallest


def _does(line: Line) -> bool:
    """True where something can be done about it."""
    return line.kept is not None


def _widths(words: Words) -> tuple[float, float]:
    """What changing and forgetting take at the end of every line, the space before them included."""
    sizes = App.get_running_app().sizes
    bold, least = Style(sizes.chip, True, (0, 0, 0)), sizes.touch * _LEAST_OF_TOUCH

    def wide(*texts: str) -> float:
        return float(max(least, *(measure(text, bold).width for text in texts)) + 6 * sizes.unit)

    return wide(words.gettext("Change")), wide(words.gettext("Forget"), words.gettext("Really?"))


def height_of_heading(text: str, width: float, shrink: float) -> float:
    """The height of what stands above some lines."""
    style = Style(int(App.get_running_app().sizes.chip * shrink), True, (0, 0, 0))
    return float(measure(text, style, int(width)).height)
