"""The foot of a greeting: who may be here too, and for a while what was just done."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.people.companions import Companion
from kiosk.people.greetings import Greeting
from kiosk.people.taps import Action, Tap
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

UNDO_FOR = 5.0
"""Seconds in which a tap can be taken back."""


class GreetingFoot(Widget):
    """One row, as high as its buttons; without any it takes no room.

    Dispatches `on_came_along` with the companion who is here, `on_taken_back` with the tap, and
    `on_add_note`.
    """

    tightness = NumericProperty(1)
    __events__ = ("on_add_note", "on_came_along", "on_taken_back")

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._companions: tuple[Companion, ...] = ()
        self._name = ""
        self._done: Tap | None = None
        self._questions: list[str] = []
        self._pool: list[TapButton] = []
        self._buttons: list[TapButton] = []
        self._forget = Clock.create_trigger(self._forget_done, UNDO_FOR)
        self.bind(pos=self._arrange, width=self._arrange)

    def show(self, greeting: Greeting, words: Words, done: Tap | None, note_waits: bool) -> None:
        """Ask who came along; where something was `done` just now, offer to take that back first."""
        note = words.gettext("Finish the note") if note_waits else words.gettext("Add a note")
        self.ids.add_note.text = note if greeting.customer else ""
        self._words, self._done = words, done
        self._companions = tuple(sorted(greeting.companions, key=_closeness))
        self._name = within(greeting.customer.called_by) if greeting.customer else ""
        self._forget.cancel()
        if done is not None:
            self._forget()
        self._set()

    def on_add_note(self) -> None:
        """Nothing, until somebody binds to it."""

    def on_came_along(self, companion: Companion) -> None:
        """Nothing, until somebody binds to it."""

    def on_taken_back(self, tap: Tap) -> None:
        """Nothing, until somebody binds to it."""

    def _forget_done(self, *_: Any) -> None:
        self._done = None
        self._set()

    def _set(self) -> None:
        if self._done is not None:
            self._questions = [f"✓ {done_word(self._done.action, self._words)}"]
            self._set_buttons([self._words.gettext("Undo")])
        else:
            asked = [self._words.gettext("With {name} today?"), self._words.gettext("With {name}?")]
            self._questions = [text.format(name=self._name) for text in asked if self._companions]
            names = [(within(c.called_by), c.present) for c in self._companions]
            self._set_buttons([f"✓ {name}" if is_here else name for name, is_here in names])
        self._arrange()

    def _set_buttons(self, texts: Sequence[str]) -> None:
        """Widgets are used again: those thrown away would keep their pictures until Python tidies up."""
        while len(self._pool) < len(texts):
            self._pool.append(self._new_button(len(self._pool)))
        self._buttons = self._pool[: len(texts)]
        for i, text in enumerate(texts):
            self._buttons[i].text = text
            self._buttons[i].main = self._done is None and self._companions[i].present

    def _new_button(self, index: int) -> TapButton:
        button = TapButton()
        button.bind(on_tap=lambda *_: self._tapped(index))
        return button

    def _tapped(self, index: int) -> None:
        if self._done is not None:
            self.dispatch("on_taken_back", self._done)
        elif not self._companions[index].present:
            self.dispatch("on_came_along", self._companions[index])

    def _arrange(self, *_: Any) -> None:
        """As many buttons as there is room for, those closest first; the question gives way to them."""
        note, unit = self.ids.add_note, App.get_running_app().sizes.unit
        for button in (*self._buttons, note):
            button.tightness = self.tightness
        self.height = max(button.height for button in (*self._buttons, note))
        note.y = self.y
        x, width = placing.at_hand(note, self.x, self.width, 3 * unit)
        right = x + width
        left = self._ask(x, right) + 4 * unit
        self.ids.buttons.clear_widgets()
        for button in self._buttons:
            if left + button.width <= right:
                button.pos = left, self.y
                self.ids.buttons.add_widget(button)
                left = button.right + 3 * unit
        if App.get_running_app().left_handed:
            for widget in (self.ids.question, *self.ids.buttons.children):
                widget.x += right - (left - 3 * unit)

    def _ask(self, x: float, right: float) -> float:
        """The longest question with which all buttons fit, or none; returns how far it reaches."""
        question, unit = self.ids.question, App.get_running_app().sizes.unit
        wanted = sum(button.width + 3 * unit for button in self._buttons) + unit
        for text in (*self._questions, ""):
            question.text = text
            if x + question.width + wanted <= right:
                break
        question.pos = x, self.center_y - question.height / 2
        return float(question.right if question.text else x - 4 * unit)


def done_word(action: Action, words: Words) -> str:
    """The word on the button, and for what it has done."""
    return {
        Action.WISHED: words.gettext("Wished"),
        Action.ASKED: words.gettext("Asked"),
        Action.THANKED: words.gettext("Thanked"),
        Action.PUT_RIGHT: words.gettext("Put right"),
    }[action]


def _closeness(companion: Companion) -> tuple[bool, bool]:
    return not companion.present, not companion.is_near
