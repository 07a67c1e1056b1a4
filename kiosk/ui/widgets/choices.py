"""Several things, of which one is chosen."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from kivy.app import App

from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets.choice import Choice
from kiosk.ui.widgets.panel import Panel

_MOST_LINES = 2
"""Words that would take more lines have too little room."""


class Option(NamedTuple):
    """What one may choose, and how it is said."""

    value: Any
    text: str
    picture: str = ""


class Choices(Panel):
    """One strip of equal parts or, with more than one row, tiles of equal width.

    Dispatches `on_choose` with the value of the one that was tapped.
    """

    __events__ = ("on_choose",)
    on_choose = default_handler

    def __init__(self, tall: bool = False, **properties: Any) -> None:
        theme = App.get_running_app()
        look = {"fill": theme.palette.card, "edge": theme.palette.line, "radius": 4 * theme.sizes.unit}
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **look, **properties})
        self._options: Sequence[Option] = ()
        self._lines = Pool(self._line)
        self._pool = Pool(
            lambda: Choice(tall=tall), on_tap=lambda choice: self.dispatch("on_choose", choice.value)
        )

    def offer(self, options: Sequence[Option], chosen: Any = None) -> None:
        """Show these, and which one is chosen."""
        self._options = options
        for choice, option in zip(self._shown, options, strict=True):
            choice.value, choice.text, choice.picture = option
            choice.chosen = option.value == chosen
        self.size = 0, 0
        put_only(self, self._shown)

    def stand(
        self, x: float, top: float, width: float, columns: int = 0, least: float = 0, most: float = 0
    ) -> float:
        """Side by side, in `columns` or in as few rows as there is room for; returns how far down they reach.

        Each is `least` high, and as high as `most` for all of them allows.
        """
        shown = self._shown
        if not shown:
            return top
        is_free = not columns
        columns = columns or self._columns(width, least < App.get_running_app().sizes.control)
        is_strip = is_free and columns == len(shown)
        gap = 1 if is_strip else 2 * App.get_running_app().sizes.unit
        each = (width - gap * (columns - 1)) / columns
        rows = -(-len(shown) // columns)
        needed = max([least, *(choice.wrap(each) for choice in shown)])
        row = float(int(max(needed, min((most + gap) / rows - gap, 2.4 * needed))))
        for place, choice in enumerate(shown):
            down, across = divmod(place, columns)
            left, right = (round(x + n * (each + gap)) for n in (across, across + 1))
            choice.joined, choice.size = is_strip, (right - left - gap, row)
            choice.pos = left, round(top - row - down * (row + gap))
        self.pos = shown[0].pos
        self.width, self.height = (width, row) if is_strip else (0.0, 0.0)
        put_only(self, [*shown, *(self._parted(shown) if is_strip else ())])
        return top - rows * (row + gap) + gap

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._options)

    @property
    def first(self) -> Choice:
        """The one to line up with."""
        return self._pool.at(0)

    @property
    def has_room(self) -> bool:
        """True when every word stands whole."""
        return not any(choice.breaks_words for choice in self._shown)

    @property
    def _shown(self) -> list[Choice]:
        return self._pool.first(len(self._options))

    def _columns(self, width: float, is_tight: bool) -> int:
        """All in one row, if need be on two lines; else in rows that are as even as can be.

        Where it `is_tight` there are two lines in these, too.
        """
        shown, unit = self._shown, App.get_running_app().sizes.unit
        count, widest = len(shown), max(choice.widest for choice in shown) + 4 * unit
        if widest * count <= width or self._fit_on_two_lines(width / count):
            return count
        fitting = max(1, min(count - 1, int((width + 2 * unit) / (widest + 2 * unit))))
        if is_tight:
            each = ((n, (width + 2 * unit) / n - 2 * unit) for n in range(count - 1, fitting, -1))
            fitting = next((n for n, wide in each if self._fit_on_two_lines(wide)), fitting)
        return -(-count // -(-count // fitting))

    def _fit_on_two_lines(self, each: float) -> bool:
        return all(choice.lines(each) <= _MOST_LINES and not choice.breaks_words for choice in self._shown)

    def _parted(self, shown: Sequence[Choice]) -> list[Panel]:
        """A thin line between two of which neither is chosen."""
        between = [choice for choice, after in pairwise(shown) if not choice.chosen and not after.chosen]
        lines = self._lines.first(len(between))
        for line, choice in zip(lines, between, strict=True):
            line.size = 2, choice.height / 2
            line.pos = choice.right - 1, choice.y + choice.height / 4
        return lines

    def _line(self) -> Panel:
        line = App.get_running_app().palette.line
        return Panel(size_hint=(None, None), radius=0, thickness=0, fill=line, edge=line)
