"""The foot of a greeting: who may be here too, and for a while what was just done."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from kivy.app import App
from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.companions import Companion
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

UNDO_FOR = 5.0
"""Seconds in which a tap can be taken back."""

_SHORT_GIVE, _SHORT_ABOUT, _NO_QUESTION, _MOST_SPARED = 2, 3, 4, 4
"""What gives way first where room is short: after the long question, one word after the other."""


class Offer(NamedTuple):
    """One button of the foot, and what a tap on it does; `main` where it is so already."""

    text: str
    does: Callable[[], object]
    main: bool = False


class GreetingFoot(Widget):
    """One row, as high as its buttons, or two where it is upright; without any it takes no room.

    Dispatches `on_came_along` with the companion who is here, `on_taken_back` with the tap, `on_gave` with
    what was given, empty where that has still to be written down, `on_about`, and `on_add_note`.
    """

    tightness = NumericProperty(1)
    is_upright = BooleanProperty(False)
    __events__ = ("on_about", "on_add_note", "on_came_along", "on_gave", "on_taken_back")

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.gestures: tuple[str, ...] = ()
        self._companions: tuple[Companion, ...] = ()
        self._name = self._note = self._about = self._give = ""
        self._done: Tap | None = None
        self._gives = self._is_named = self._is_somebody = False
        self._questions: list[str] = []
        self._offers: list[Offer] = []
        self._pool: list[TapButton] = []
        self._buttons: list[TapButton] = []
        self._forget = Clock.create_trigger(self._forget_done, UNDO_FOR)
        self.bind(pos=self._arrange, width=self._arrange)

    def show(self, greeting: Greeting, words: Words, done: Tap | None, note_waits: bool) -> None:
        """Ask who came along; where something was `done` just now, offer to take that back first."""
        self._words, self._done, self._gives = words, done, False
        self._note = words.gettext("Finish the note") if note_waits else words.gettext("Add a note")
        self._companions = tuple(sorted(greeting.companions, key=_closeness))
        self._is_named, self._is_somebody = greeting.customer is not None, greeting.whose is not None
        self._name = within(greeting.customer.called_by) if greeting.customer else ""
        about = words.gettext("All about {name}") if self._is_named else words.gettext("All about them")
        self._about = about.format(name=self._name)
        self._give = words.gettext("We gave them…")
        self._forget.cancel()
        if done is not None:
            self._forget()
        self._set()

    def give(self) -> None:
        """Ask what was given: one of the shop's own gestures, or something to write down."""
        if not self.gestures:
            self.dispatch("on_gave", "")
            return
        self._done, self._gives = None, True
        self._set()

    def on_about(self) -> None:
        """Nothing, until somebody binds to it."""

    def on_add_note(self) -> None:
        """Nothing, until somebody binds to it."""

    def on_came_along(self, companion: Companion) -> None:
        """Nothing, until somebody binds to it."""

    def on_gave(self, what: str) -> None:
        """Nothing, until somebody binds to it."""

    def on_taken_back(self, tap: Tap) -> None:
        """Nothing, until somebody binds to it."""

    def _forget_done(self, *_: Any) -> None:
        self._done = None
        self._set()

    def _set(self) -> None:
        if self._gives:
            self._questions, self._offers = [], list(self._gifts())
        elif self._done is not None:
            self._questions = [f"✓ {self._done.what or done_word(self._done.action, self._words)}"]
            taken_back = partial(self.dispatch, "on_taken_back", self._done)
            self._offers = [Offer(self._words.gettext("Undo"), taken_back)]
        else:
            gettext = self._words.gettext
            asked = [gettext("With {name} today?"), gettext("With {name}?"), gettext("With…")]
            self._questions = [text.format(name=self._name) for text in asked if self._companions]
            self._offers = [self._along(companion) for companion in self._companions]
        self._set_buttons()
        self._arrange()

    def _along(self, companion: Companion) -> Offer:
        name = within(companion.called_by)
        if companion.present:
            return Offer(f"✓ {name}", lambda: None, main=True)
        return Offer(name, partial(self.dispatch, "on_came_along", companion))

    def _gifts(self) -> Iterator[Offer]:
        for gesture in self.gestures:
            yield Offer(gesture, partial(self.dispatch, "on_gave", gesture))
        yield Offer(self._words.gettext("Something else…"), partial(self.dispatch, "on_gave", ""))
        yield Offer(self._words.gettext("Cancel"), self._give_nothing)

    def _give_nothing(self) -> None:
        self._gives = False
        self._set()

    def _set_buttons(self) -> None:
        """Widgets are used again: those thrown away would keep their pictures until Python tidies up."""
        while len(self._pool) < len(self._offers):
            self._pool.append(self._new_button(len(self._pool)))
        self._buttons = self._pool[: len(self._offers)]
        for button, offer in zip(self._buttons, self._offers, strict=True):
            button.text, button.main = offer.text, offer.main

    def _new_button(self, index: int) -> TapButton:
        button = TapButton()
        button.bind(on_tap=lambda *_: self._offers[index].does())
        return button

    @property
    def _doings(self) -> list[TapButton]:
        """What can be done about whoever it is, the likeliest at the hand that taps."""
        return [self.ids.add_note, self.ids.about, self.ids.give]

    def _arrange(self, *_: Any) -> None:
        """As many buttons as there is room for, those closest first; their words give way to them."""
        unit = App.get_running_app().sizes.unit
        gap = 3 * unit
        for button in (*self._buttons, *self._doings):
            button.tightness = self.tightness
        wanted = sum(button.width + gap for button in self._buttons) + unit
        for spared in range(_MOST_SPARED + 1):
            self._name_doings(spared)
            x, width = self._place_doings(gap)
            if self._ask(spared) + wanted <= width:
                break
        if self._gives and wanted > width:
            self._place_in_rows(gap)
        elif self.is_upright and spared >= _SHORT_GIVE and self._buttons:
            self._place_in_two_rows(wanted, gap)
        else:
            self.height = max(button.height for button in (*self._buttons, *self._doings))
            self._place_buttons(x, x + width, self.y, gap)

    def _place_in_two_rows(self, wanted: float, gap: float) -> None:
        """Upright there is room: who came along above, what can be done below, with all its words."""
        for spared in range(_NO_QUESTION):
            self._name_doings(spared)
            if self._place_doings(gap)[1] >= 0:
                break
        for spared in range(_MOST_SPARED + 1):
            if self._ask(spared) + wanted <= self.width:
                break
        row = max(button.height for button in (*self._buttons, *self._doings)) + gap
        self.height = 2 * row - gap
        self._place_buttons(self.x, self.right, self.y + row, gap)

    def _place_in_rows(self, gap: float) -> None:
        """What can be given must all be there."""
        self.ids.buttons.clear_widgets()
        for button in self._buttons:
            self.ids.buttons.add_widget(button)
        below = placing.flow(self._buttons, self.x, 0, self.width, gap)
        self.height = -below
        for button in self._buttons:
            button.y += self.y - below

    def _name_doings(self, spared: int) -> None:
        texts = [
            self._note,
            self._about if spared < _SHORT_ABOUT else "👤",
            f"☕ {self._give}" if spared < _SHORT_GIVE else "☕",
        ]
        is_told_what_was_done = self._done is not None and spared >= _NO_QUESTION
        shown = self._is_somebody and not self._gives and not is_told_what_was_done
        for button, text in zip(self._doings, texts, strict=True):
            # What is written down needs a name; their page is there for whoever is greeted without one.
            button.text = text if shown and (self._is_named or button is self.ids.about) else ""

    def _place_doings(self, gap: float) -> tuple[float, float]:
        """At the end of the row; returns `x` and width of what is left of it."""
        x, width = float(self.x), float(self.width)
        for button in self._doings:
            button.y = self.y
            x, width = placing.at_hand(button, x, width, gap)
        return x, width

    def _ask(self, spared: int) -> float:
        """The question, shorter or left out where room is short; returns how wide it is."""
        question, gap = self.ids.question, 4 * App.get_running_app().sizes.unit
        asked = self._questions if spared < _NO_QUESTION or self._done else []
        question.text = asked[min(spared, len(asked) - 1)] if asked else ""
        return float(question.width + gap if question.text else 0)

    def _place_buttons(self, x: float, right: float, y: float, gap: float) -> None:
        question = self.ids.question
        height = max((button.height for button in self._buttons), default=self.height)
        question.pos = x, y + (height - question.height) / 2
        left = question.right + gap if question.text else x
        self.ids.buttons.clear_widgets()
        for button in self._buttons:
            if left + button.width <= right:
                button.pos = left, y
                self.ids.buttons.add_widget(button)
                left = button.right + gap
        if App.get_running_app().left_handed:
            for widget in (question, *self.ids.buttons.children):
                widget.x += right - (left - gap)


def done_word(action: Action, words: Words) -> str:
    """The word on the button, and for what it has done."""
    return {
        Action.WISHED: words.gettext("Wished"),
        Action.ASKED: words.gettext("Asked"),
        Action.THANKED: words.gettext("Thanked"),
        Action.PUT_RIGHT: words.gettext("Put right"),
        Action.GAVE: words.gettext("Given"),
    }[action]


def _closeness(companion: Companion) -> tuple[bool, bool]:
    return not companion.present, not companion.is_near
