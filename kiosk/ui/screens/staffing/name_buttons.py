"""The names of the staff, as large buttons."""

from collections.abc import Sequence
from itertools import repeat
from math import ceil
from pathlib import Path
from typing import Any
from uuid import UUID

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import BooleanProperty, NumericProperty, StringProperty
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.people.staff.members import StaffMember
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.widgets import PanelButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class BigButton(PanelButton):
    """A word in its middle, as large as there is room for it, and a few small ones under it."""

    detail = StringProperty("")
    chosen = BooleanProperty(False)
    px = NumericProperty(0)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        for name in ("text", "detail", "px", "size"):
            self.fbind(name, self._fit)

    def _fit(self, *_: Any) -> None:
        """On one line or, in smaller and smaller type, on as many as there is room for."""
        words, unit, px = self.ids.words, App.get_running_app().sizes.unit, int(self.px)
        width, height = self.width - 4 * unit, self.height - self.ids.detail.height - 2 * unit
        if width <= 0 or height <= 0 or not px:
            return
        words.px, words.wraps = px, False
        for part in (*placing.SHRINKING, 0.4, 0.3):
            if words.width <= width and words.height <= height and not words.breaks_words:
                return
            words.px, words.wraps = int(px * part), True
            words.width = width
            # What stands in the middle is as wide as its words.
            words.width = min(
                width, 1 + measure(self.text, Style(words.px, True, (0, 0, 0)), int(width)).width
            )


class NameButton(BigButton):
    """The name of a `member` of the staff."""

    member: StaffMember

    def show(self, member: StaffMember, detail: str) -> None:
        """Stand for this one from now on."""
        self.member, self.text, self.detail = member, member.name, detail


class NameButtons(Widget):
    """One button for each; where there are more than fit, the last one turns to the next.

    Dispatches `on_chosen` with the `StaffMember`, and `on_turned` when others have to be placed.
    """

    __events__ = ("on_chosen", "on_turned")
    on_chosen = on_turned = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.more_word = ""
        self._members: Sequence[StaffMember] = ()
        self._has_details = False
        self._first, self._across, self._rows, self._row = 0, 1, 1, 0.0
        self._pool = Pool(NameButton, on_tap=lambda button: self.dispatch("on_chosen", button.member))
        self._more = BigButton(repeats=True)
        self._more.bind(on_tap=self._turn)

    @property
    def gap(self) -> float:
        """Between two buttons."""
        return 3.5 * float(App.get_running_app().sizes.unit)

    def show(self, members: Sequence[StaffMember], details: Sequence[str] = ()) -> None:
        """Put these names on the buttons, with a few words under each."""
        self._members, self._has_details, self._first = members, any(details), 0
        for button, member, detail in zip(self._buttons, members, details or repeat(""), strict=False):
            button.show(member, detail)

    def mark(self, id: UUID | None) -> None:
        """One of them is the one that is meant."""
        for button in self._buttons:
            button.chosen = button.member.id == id

    @property
    def planned(self) -> float:
        """The height of what was planned."""
        return max(0, self._rows * (self._row + self.gap) - self.gap)

    def plan(self, room: float, across: int, row: float = 0) -> float:
        """So many abreast, in as many rows as fit into `room`, one at the least; returns what they take.

        A row is as high as there is room for, or as said.
        """
        sizes = App.get_running_app().sizes
        detail = sizes.detail * 1.3 if self._has_details else 0
        least = row or max(sizes.touch * 0.8, sizes.title * 1.3 + detail + 3 * sizes.unit)
        fitting = max(1, int((room + self.gap) / (least + self.gap)))
        self._across, self._rows = across, min(ceil(len(self._members) / across), fitting)
        each = (room + self.gap) / max(1, self._rows) - self.gap
        self._row = row or round(max(least, min(max(40 * sizes.unit, 1.2 * least), each)))
        return self.planned

    def stand(self, x: float, top: float, width: float) -> None:
        """Take the place that was planned."""
        shown = self._shown
        put_only(self, shown)
        across = (width - (self._across - 1) * self.gap) / self._across
        sizes = App.get_running_app().sizes
        px = sizes.sentence if self._row > 2.5 * sizes.sentence else sizes.title
        for button in shown:
            button.px = px
            button.size = across, self._row
        # A hair of room, so that what was divided still adds up.
        placing.flow(shown, x, top, width + 1, self.gap)

    @property
    def _buttons(self) -> list[NameButton]:
        return self._pool.first(len(self._members))

    @property
    def _shown(self) -> Sequence[BigButton]:
        buttons, room = self._buttons, self._across * self._rows
        if len(buttons) <= room:
            return buttons
        self._more.text = self.more_word
        return [*buttons[self._first : self._first + max(1, room - 1)], self._more]

    def _turn(self, *_: Any) -> None:
        self._first += max(1, self._across * self._rows - 1)
        if self._first >= len(self._members):
            self._first = 0
        self.dispatch("on_turned")
