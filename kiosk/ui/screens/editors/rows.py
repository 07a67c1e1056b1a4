"""The rows of an editor that has no keyboard: questions to answer with a tap, and things it says."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler
from kiosk.ui.widgets import CueCard, Text
from kiosk.ui.widgets.choices import Choices, Option

_PART_OF_LABELS = 0.24
_ROOMY = 10
"""A row this many fingers wide has room for its label beside its pills."""


class Row(Widget):
    """One row; an empty one takes no room."""

    def stand(self, x: float, top: float, width: float, tightness: float) -> float:
        """Take the place under `top`; returns how far down it reaches.

        What is tapped is at least `tightness` fingers high.
        """
        raise NotImplementedError

    @property
    def has_room(self) -> bool:
        """True when all of its words stand whole."""
        return True


class Saying(Row):
    """A sentence."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.words = Text(wraps=True)
        self.add_widget(self.words)

    def say(self, text: str, strong: bool = False) -> None:
        """Say this from now on."""
        app = App.get_running_app()
        self.words.px, self.words.bold = app.sizes.chip, strong
        self.words.ink = app.palette.pine if strong else app.palette.soft
        self.words.text = text

    def stand(self, x: float, top: float, width: float, tightness: float) -> float:
        """All of the width is for it."""
        self.words.width = width
        self.words.x, self.words.top = x, top
        return float(self.words.y)


class OnCard(Row):
    """What stands on a card."""

    def __init__(self, card: CueCard, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.card = card
        self.add_widget(card)

    def stand(self, x: float, top: float, width: float, tightness: float) -> float:
        """All of the width is for it."""
        self.card.x, self.card.width, self.card.top = x, width, top
        return float(self.card.y)


class Question(Row):
    """A label and its pills. Dispatches `on_answer` with the value of the one that was tapped.

    Without a label its pills may stand in `columns`, upright in half as many.
    """

    __events__ = ("on_answer",)
    on_answer = default_handler

    def __init__(self, columns: int = 0, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._columns = columns
        self.label, self.choices = Text(bold=True, wraps=True), Choices()
        self._is_there = False
        self.choices.bind(on_choose=lambda _, value: self.dispatch("on_answer", value))
        self.add_widget(self.label)
        self.add_widget(self.choices)

    def ask(self, label: str, options: Sequence[Option], chosen: Any) -> None:
        """Offer these answers, without any the question is not there; `chosen` is the one given so far.

        Without a label the pills take all of the width.
        """
        app = App.get_running_app()
        self._is_there = bool(options)
        self.label.px, self.label.ink = app.sizes.chip, app.palette.soft
        self.label.text = label if options else ""
        self.choices.offer(options, chosen)

    def stand(self, x: float, top: float, width: float, tightness: float) -> float:
        """The label beside its pills or, where that is too narrow, above them."""
        if not self._is_there:
            return top
        sizes = App.get_running_app().sizes
        is_upright = width < _ROOMY * sizes.touch
        if not self.label.text:
            columns = self._columns // 2 if is_upright else self._columns
            return self.choices.stand(x, top, width, columns, tightness)
        if is_upright:
            self.label.width = width
            self.label.x, self.label.top = x, top
            return self.choices.stand(x, self.label.y - sizes.unit, width, tightness=tightness)
        beside = int(width * _PART_OF_LABELS)
        self.label.width = beside - 4 * sizes.unit
        bottom = self.choices.stand(x + beside, top, width - beside, tightness=tightness)
        self.label.x, self.label.center_y = x, self.choices.first.center_y
        self.label.top = min(self.label.top, top)
        return min(bottom, float(self.label.y))

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return self.choices.has_room and not self.label.breaks_words
