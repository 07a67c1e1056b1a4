"""Several pills, of which one is chosen."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets.choice import Choice


class Option(NamedTuple):
    """What one may choose, and how its pill says it."""

    value: Any
    text: str
    picture: str = ""


class Choices(Widget):
    """Dispatches `on_choose` with the value of the pill that was tapped."""

    __events__ = ("on_choose",)
    on_choose = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._options: Sequence[Option] = ()
        self._pool = Pool(Choice, on_tap=lambda choice: self.dispatch("on_choose", choice.value))

    def offer(self, options: Sequence[Option], chosen: Any = None) -> None:
        """Show these, and which one is chosen."""
        self._options = options
        for choice, option in zip(self._shown, options, strict=True):
            choice.value, choice.text, choice.picture = option
            choice.chosen = option.value == chosen
        put_only(self, self._shown)

    def stand(self, x: float, top: float, width: float, columns: int = 0, tightness: float = 1) -> float:
        """Side by side, in rows or `columns`; returns how far down they reach.

        `tightness` is their least height, as a part of what a finger hits without aiming.
        """
        sizes, shown = App.get_running_app().sizes, self._shown
        gap, pad = 2 * sizes.unit, sizes.unit
        for choice in shown:
            words = choice.ids.words
            words.wraps = False
            wide = int((width - gap * (columns - 1)) / columns) if columns else _hugging(choice, width)
            words.wraps = choice.widest > wide - 2 * pad
            if words.wraps:
                words.width = wide - 2 * pad
            choice.pad = (wide - words.width) / 2
            choice.height = max(words.height + 6 * sizes.unit, sizes.touch * tightness)
        return placing.flow(shown, x, top, width, gap)

    @property
    def first(self) -> Widget:
        """The pill to line up with."""
        return self._pool.at(0)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole on its pill."""
        return not any(choice.ids.words.breaks_words for choice in self._shown)

    @property
    def _shown(self) -> list[Choice]:
        return self._pool.first(len(self._options))


def _hugging(choice: Choice, width: float) -> float:
    """As wide as its words ever are, and never less than a finger."""
    sizes = App.get_running_app().sizes
    return float(min(width, max(choice.widest + 7 * sizes.unit, sizes.touch)))
