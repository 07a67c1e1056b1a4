"""What they were given: one of the shop's own gestures, or something to write down."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App

from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import Panel, TapButton, Text
from kiosk.ui.widgets.claiming import Claiming


class GiftMenu(Claiming, Panel):
    """A panel over the greeting, away by a tap on an answer or beside it.

    Dispatches `on_gave` with one of the gestures, empty for something that has still to be written down.
    """

    __events__ = ("on_gave",)
    on_gave = default_handler

    def __init__(self, gestures: Sequence[str], words: Words, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        look = {"fill": theme.palette.card, "edge": theme.palette.line, "radius": 5 * theme.sizes.unit}
        super().__init__(**{"size_hint": (None, None), **look, **properties})
        self._words = words
        self._question = Text(bold=True, wraps=True, px=theme.sizes.chip, ink=theme.palette.ink)
        self._buttons = [self._button(gesture, gesture) for gesture in gestures]
        self._buttons.append(self._button(words.gettext("Something else…"), ""))
        for child in (self._question, *self._buttons):
            self.add_widget(child)

    def ask(self, name: str) -> None:
        """Ask what this customer was given."""
        self._question.text = self._words.gettext("What did we give {name}?").format(name=within(name))

    def stand(self, x: float, bottom: float, width: float, room: float) -> None:
        """From `bottom` up, at the hand that taps; set smaller where there is too little `room`."""
        unit = self._theme.sizes.unit
        pad, gap = 5 * unit, 3 * unit
        for shrink in placing.SHRINKING:
            placing.set_smaller(self, shrink)
            widest = max(button.width for button in self._buttons)
            self.width = min(width, max(2 * widest + gap, self._theme.sizes.touch * 6) + 2 * pad)
            self._question.width = self.width - 2 * pad
            reach = placing.flow(self._buttons, 0, 0, self.width - 2 * pad, gap)
            self.height = self._question.height + gap - reach + 2 * pad
            if self.height <= room and widest <= self.width - 2 * pad:
                break
        placing.at_hand(self, x, width, 0)
        self.y = bottom
        top = self.y + self.height - pad
        self._question.pos = self.x + pad, top - self._question.height
        placing.flow(self._buttons, self.x + pad, self._question.y - gap, self.width - 2 * pad, gap)

    def _button(self, text: str, what: str) -> TapButton:
        button = TapButton(text=text)
        button.bind(on_tap=lambda _: self.dispatch("on_gave", what))
        return button
