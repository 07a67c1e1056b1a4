"""The greeting: the name first, one line to say, and the cues that fit."""

from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.customers import Customer
from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting import cards, foot, person  # noqa: F401 - they stand in the kv file

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

OPTICAL_MIDDLE = 0.4
"""What is meant to stand in the middle looks right a little above it."""

_CARDS_UPRIGHT = 0.34
"""The part of an upright screen that is kept for the cards."""


class GreetingScreen(Widget):
    """Shows one greeting; arranges itself anew whenever its size changes.

    Dispatches `on_tapped` with the tap on a cue, `on_taken_back` with one that is undone,
    `on_came_along` with a companion, `on_gave` with one of the shop's own `gestures`, or nothing where that
    has still to be written down, `on_about`, and `on_add_note`.
    """

    __events__ = ("on_about", "on_add_note", "on_came_along", "on_gave", "on_taken_back", "on_tapped")
    on_about = on_add_note = on_came_along = on_gave = on_taken_back = on_tapped = default_handler

    def __init__(self, words: Words, gestures: tuple[str, ...] = (), **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.ids.foot.gestures = gestures
        self._greeting = Greeting(Outcome.UNNAMED)
        self._note_waits = False
        self.bind(pos=self._arrange, size=self._arrange)
        self.ids.foot.bind(height=self._arrange)

    def show(self, greeting: Greeting, done: Tap | None = None) -> None:
        """Put a greeting on the glass; `done` is what a tap on it has just done."""
        self._greeting = greeting
        self.ids.person.show(greeting, self._words)
        self.ids.cards.show(greeting.cues, self._words)
        self.ids.foot.show(greeting, self._words, done, self._note_waits)
        self._arrange()

    def show_draft(self, waits: bool) -> None:
        """Tell with the next greeting that a note waits to be finished, or that none does."""
        self._note_waits = waits

    def is_of(self, greeting: Greeting) -> bool:
        """True while this is a greeting of whoever is on the glass."""
        return self.whose is not None and self.whose == greeting.whose

    @property
    def whose(self) -> UUID | None:
        """Whose greeting it is, named or not."""
        return self._greeting.whose

    @property
    def customer(self) -> Customer | None:
        """Who is greeted."""
        return self._greeting.customer

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer on the glass, and those beside them."""
        assert self._greeting.customer is not None
        present = (c.customer.id for c in self._greeting.companions if c.present)
        return self._greeting.customer.id, frozenset(present)

    def _arrange(self, *_: Any) -> None:
        margin = 8 * App.get_running_app().sizes.unit
        x, width = self.x + margin, self.width - 2 * margin
        floor = self.ids.foot.stand(x, self.y, width, is_upright=self.height > self.width)
        if self.height > self.width:
            self._arrange_upright(x, width, floor)
        else:
            self._arrange_side_by_side(x, width, floor)

    def _arrange_upright(self, x: float, width: float, floor: float) -> None:
        """The cards under the person, who leaves them room."""
        unit, ids = App.get_running_app().sizes.unit, self.ids
        least = self.height * _CARDS_UPRIGHT
        bottom = ids.person.stand(x, self.top - 2 * unit, width, floor + least)
        ids.cards.stand(x, bottom - 5 * unit, width, floor)

    def _arrange_side_by_side(self, x: float, width: float, floor: float) -> None:
        """The cards on the side of the hand that taps; without any the person has all of the width."""
        theme, ids = App.get_running_app(), self.ids
        unit, top, beside = theme.sizes.unit, self.top - 6 * theme.sizes.unit, x
        if self._greeting.cues:
            width = (width - 11 * unit) / 2
            beside = x + width + 11 * unit
            if theme.left_handed:
                x, beside = beside, x
        bottom = ids.person.stand(x, top, width, floor)
        ids.person.lower((bottom - floor) * OPTICAL_MIDDLE)
        ids.cards.stand(beside, top, width, floor, above=OPTICAL_MIDDLE)
