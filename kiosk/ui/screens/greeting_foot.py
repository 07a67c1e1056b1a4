"""The foot of a greeting: who may be here too, and for a while what was just done."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.people.companions import Companion
from kiosk.people.greetings import Greeting
from kiosk.people.taps import Action, Tap
from kiosk.people.words import Words, within
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

UNDO_FOR = 5.0
"""Seconds in which a tap can be taken back."""


class GreetingFoot(Widget):
    """One row, as high as its buttons; without any it takes no room.

    Dispatches `on_came_along` with the companion who is here, and `on_taken_back` with the tap.
    """

    __events__ = ("on_came_along", "on_taken_back")

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._companions: tuple[Companion, ...] = ()
        self._name = ""
        self._done: Tap | None = None
        self._forget = Clock.create_trigger(self._forget_done, UNDO_FOR)
        self.bind(pos=self._arrange, width=self._arrange)

    def show(self, greeting: Greeting, words: Words, done: Tap | None) -> None:
        """Ask who came along; where something was `done` just now, offer to take that back first."""
        self._words, self._done = words, done
        self._companions = tuple(sorted(greeting.companions, key=_closeness))
        self._name = within(greeting.customer.called_by) if greeting.customer else ""
        self._forget.cancel()
        if done is not None:
            self._forget()
        self._set()

    def on_came_along(self, companion: Companion) -> None:
        """Nothing, until somebody binds to it."""

    def on_taken_back(self, tap: Tap) -> None:
        """Nothing, until somebody binds to it."""

    def _forget_done(self, *_: Any) -> None:
        self._done = None
        self._set()

    def _set(self) -> None:
        self.ids.buttons.clear_widgets()
        if self._done is not None:
            self._offer_to_take_back(self._done)
        elif self._companions:
            self.ids.question.text = self._words.gettext("With {name} today?").format(name=self._name)
            for companion in self._companions:
                self._add(companion)
        else:
            self.ids.question.text = ""
        self._arrange()

    def _offer_to_take_back(self, tap: Tap) -> None:
        self.ids.question.text = f"✓ {done_word(tap.action, self._words)}"
        button = TapButton(text=self._words.gettext("Undo"))
        button.bind(on_tap=lambda *_: self.dispatch("on_taken_back", tap))
        self.ids.buttons.add_widget(button)

    def _add(self, companion: Companion) -> None:
        name = within(companion.called_by)
        button = TapButton(text=f"✓ {name}" if companion.present else name, main=companion.present)
        if not companion.present:
            button.bind(on_tap=lambda *_: self.dispatch("on_came_along", companion))
        self.ids.buttons.add_widget(button)

    def _arrange(self, *_: Any) -> None:
        """As many as there is room for, those closest first; the question gives way to them."""
        question, unit = self.ids.question, App.get_running_app().sizes.unit
        buttons = list(reversed(self.ids.buttons.children))
        self.height = max((button.height for button in buttons), default=0)
        question.pos = self.x, self.center_y - question.height / 2
        asks = question.width + 4 * unit + (buttons[0].width if buttons else 0) <= self.width
        question.opacity = 1 if asks else 0
        left = question.right + 4 * unit if asks else self.x
        for button in buttons:
            button.pos = left, self.y
            fits = button.right <= self.right
            button.opacity, button.disabled = (1, False) if fits else (0, True)
            left = button.right + 3 * unit


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
