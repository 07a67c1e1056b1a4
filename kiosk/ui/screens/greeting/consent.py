"""Somebody who was never asked whether we may remember them: ask them, and tap what they say."""

from typing import Any

from kivy.app import App

from kiosk.people.changing.taps import Action
from kiosk.people.greeting.standing import Standing
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.done import done_word
from kiosk.ui.widgets import Panel, Text
from kiosk.ui.widgets.undo_button import UndoButton

_LEAST_FOR_WORDS = 0.4
"""The part of the width below which the buttons stand under the words."""


class ConsentCard(Panel):
    """As high as what it asks, and of no height where there is nothing to ask.

    Dispatches `on_yes`, `on_no`, and `on_take_back` for a yes that was given just now.
    """

    __events__ = ("on_no", "on_take_back", "on_yes")
    on_no = on_take_back = on_yes = default_handler

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        look = {"fill": theme.palette.card, "edge": theme.palette.line, "radius": 5 * theme.sizes.unit}
        super().__init__(**{"size_hint": (None, None), "height": 0, **look, **properties})
        self._question = Text(bold=True, wraps=True, ink=theme.palette.ink)
        self._yes, self._no = UndoButton(roomy=0.8), UndoButton(roomy=0.8)
        self._yes.bind(on_tap=lambda yes: self.dispatch("on_take_back" if yes.is_done else "on_yes"))
        self._no.bind(on_tap=lambda _: self.dispatch("on_no"))
        for child in (self._question, self._yes, self._no):
            self.add_widget(child)

    def show(self, standing: Standing, words: Words) -> None:
        """Ask about whoever is greeted; a yes that was given just now stays, to be taken back."""
        greeting, is_done = standing.greeting, standing.allowed is not None
        customer = greeting.customer
        if customer is None or not (greeting.asks_consent or is_done):
            self._question.text = self._yes.word = self._no.word = ""
            return
        question = words.gettext("Ask {name} whether we may remember them")
        self._question.text = question.format(name=within(customer.called_by))
        self._yes.word = self._yes.done_word = done_word(Action.ALLOWED, words)
        self._yes.undo, self._yes.is_done = words.gettext("Undo"), is_done
        self._no.word = "" if is_done else words.gettext("No")

    def stand(self, x: float, bottom: float, width: float) -> None:
        """From `bottom` up, over all of the width, the buttons on the side of the hand that taps."""
        unit, buttons = self._theme.sizes.unit, [self._yes, self._no]
        if not self._question.text:
            self.height = 0
            return
        pad, gap = 5 * unit, 3 * unit
        if self._no.word:
            self._no.size = self._yes.size
        self.pos, self.width = (x, bottom), width
        inner = width - 2 * pad
        self._question.px = self._theme.sizes.title
        beside = inner - sum(button.width + gap for button in buttons if button.width)
        is_beside = beside >= _LEAST_FOR_WORDS * width
        self._question.width = beside if is_beside else inner
        row = max(button.height for button in buttons)
        words = self._question.height
        self.height = (max(words, row) if is_beside else words + gap + row) + 2 * pad
        left, _ = placing.row_at_hand(buttons, x + pad, inner, gap)
        middle = bottom + self.height / 2
        for button in buttons:
            button.y = middle - button.height / 2 if is_beside else bottom + pad
        self._question.x = left if is_beside else x + pad
        self._question.y = middle - words / 2 if is_beside else bottom + self.height - pad - words
