"""A question in a row with the buttons that answer it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.greeting.questions import Answer, Question
from kiosk.ui.screens.greeting.terser import Terse
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class AnswerButton(TapButton):
    """Knows what a tap on it does."""

    does: Callable[[], object]

    def show(self, answer: Answer) -> None:
        """Stand for this answer."""
        self.text, self.main, self.does = answer.text, answer.main, answer.does


class FootQuestion(Widget):
    """Has as many answers on the glass as there is room for, or all of them in rows."""

    tightness = NumericProperty(1)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.question = Question([], [])
        self._pool = Pool(AnswerButton, on_tap=lambda button: button.does())
        self._buttons: list[AnswerButton] = []

    def show(self, question: Question) -> None:
        """Ask this from now on."""
        self.question = question
        self._buttons = self._pool.first(len(question.answers))
        for button, answer in zip(self._buttons, question.answers, strict=True):
            button.show(answer)

    @property
    def tallest(self) -> float:
        """The height of a row."""
        return float(max((button.height for button in self._buttons), default=0))

    def ask(self, terse: Terse, gap: float) -> float:
        """In so few words; returns how wide the question is with all its answers, `gap` between them."""
        text, unit = self.ids.text, App.get_running_app().sizes.unit
        text.text = self.question.text(terse)
        for button in self._buttons:
            button.tightness = self.tightness
        answers = sum(button.width + gap for button in self._buttons) + unit
        return float(answers + (text.width + 4 * unit if text.text else 0))

    def stand(self, x: float, right: float, y: float, gap: float) -> None:
        """In one row, with the answers that have room there."""
        text, left = self.ids.text, x
        if text.text:
            text.pos = x, y + (self.tallest - text.height) / 2
            left = text.right + gap
        shown: list[AnswerButton] = []
        for button in self._buttons:
            if left + button.width <= right:
                button.pos, shown = (left, y), [*shown, button]
                left = button.right + gap
        put_only(self.ids.buttons, shown)
        if App.get_running_app().left_handed:
            for widget in (text, *shown):
                widget.x += right - (left - gap)

    def stand_in_rows(self, x: float, y: float, width: float, gap: float) -> float:
        """In as many rows as are needed, from `y` up; returns how high they are."""
        put_only(self.ids.buttons, self._buttons)
        below = placing.flow(self._buttons, x, 0, width, gap)
        for button in self._buttons:
            button.y += y - below
        return -below
