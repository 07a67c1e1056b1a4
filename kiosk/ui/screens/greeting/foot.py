"""The foot of a greeting: who may be here too, and for a while what was just done."""

from functools import partial
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.clock import Clock
from kivy.lang import Builder
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.words import Words, within
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.asking import FootQuestion
from kiosk.ui.screens.greeting.doings import FootDoings
from kiosk.ui.screens.greeting.questions import Question, what_was_done, what_was_given, who_came_along
from kiosk.ui.screens.greeting.terser import TERSER, Terse

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

UNDO_FOR = 5.0
"""Seconds in which a tap can be taken back."""

_TIGHT = 0.8


class GreetingFoot(Widget):
    """One row, as high as its buttons, or two where it is upright; without any it takes no room.

    Dispatches `on_came_along` with the companion who is here, `on_taken_back` with the tap, `on_gave` with
    one of its `gestures`, empty where that has still to be written down, `on_about`, and `on_add_note`.
    """

    tightness = NumericProperty(1)
    is_upright = BooleanProperty(False)
    __events__ = ("on_about", "on_add_note", "on_came_along", "on_gave", "on_taken_back")
    on_about = on_add_note = on_came_along = on_gave = on_taken_back = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.gestures: tuple[str, ...] = ()
        self._usual = Question([], [])
        self._forget = Clock.create_trigger(lambda _: self._ask(self._usual), UNDO_FOR)
        self.bind(pos=self._arrange, width=self._arrange)

    def show(self, greeting: Greeting, words: Words, done: Tap | None, note_waits: bool) -> None:
        """Ask who came along; where something was `done` just now, offer to take that back first."""
        self._words, name = words, within(greeting.customer.called_by) if greeting.customer else ""
        came = partial(self.dispatch, "on_came_along")
        self._usual = who_came_along(name, greeting.companions, words, came)
        self.ids.doings.show(greeting, words, note_waits)
        self._forget.cancel()
        if done is None:
            self._ask(self._usual)
        else:
            self._forget()
            self._ask(what_was_done(done, words, partial(self.dispatch, "on_taken_back", done)))

    def give(self) -> None:
        """Ask what was given: one of the shop's own gestures, or something to write down."""
        if not self.gestures:
            self.dispatch("on_gave", "")
            return
        self._forget.cancel()
        gave, cancel = partial(self.dispatch, "on_gave"), partial(self._ask, self._usual)
        self._ask(what_was_given(self.gestures, self._words, gave, cancel))

    def stand(self, x: float, y: float, width: float, is_upright: bool) -> float:
        """At the foot of a screen that begins at `y`; returns how far down the rest may reach."""
        unit = App.get_running_app().sizes.unit
        self.is_upright, self.tightness = is_upright, _TIGHT if is_upright else 1
        self.pos, self.width = (x, y + 5 * unit), width
        # Kivy brings `top` up to date only after it has told of a new height.
        return float(self.y + self.height + (2 if is_upright else 4) * unit if self.height else self.y)

    def _ask(self, question: Question) -> None:
        self.ids.asking.show(question)
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        """As many answers as there is room for, those closest first; words give way to them."""
        asking: FootQuestion = self.ids.asking
        gap = 3 * App.get_running_app().sizes.unit
        for terse in TERSER:
            x, room = self._stand_doings(terse, gap)
            wanted = asking.ask(terse, gap)
            if wanted <= room:
                break
        if asking.question.answers_stay and wanted > room:
            self.height = asking.stand_in_rows(self.x, self.y, self.width, gap)
        elif self.is_upright and terse.gave and asking.question.answers:
            self._arrange_in_two_rows(gap)
        else:
            self.height = max(asking.tallest, self.ids.doings.tallest)
            asking.stand(x, x + room, self.y, gap)

    def _arrange_in_two_rows(self, gap: float) -> None:
        """Upright there is room: who came along above, what can be done below, with all its words."""
        asking: FootQuestion = self.ids.asking
        for terse in TERSER[:-1]:
            if self._stand_doings(terse, gap)[1] >= 0:
                break
        for terse in TERSER:
            if asking.ask(terse, gap) <= self.width:
                break
        row = max(asking.tallest, self.ids.doings.tallest) + gap
        self.height = 2 * row - gap
        asking.stand(self.x, self.right, self.y + row, gap)

    def _stand_doings(self, terse: Terse, gap: float) -> tuple[float, float]:
        """At the end of the lowest row; returns `x` and width of what is left of it."""
        doings: FootDoings = self.ids.doings
        if self.ids.asking.question.stands_alone(terse):
            doings.leave()
        else:
            doings.name(terse)
        return doings.stand(self.x, self.y, self.width, gap)
