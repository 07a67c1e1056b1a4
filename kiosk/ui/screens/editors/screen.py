"""Something about somebody to change, without a keyboard."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.changing.changes import Change
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.empty_state import EmptyState
from kiosk.ui.widgets.labelled import Row

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_STEPS = (1.2, 1, 0.9, 0.8)
"""The least height of what is tapped, beside that of a button, where there is less and less room."""

_LEAST_OF_TOUCH = 9 / 12
_LEAST_GAP, _MOST_GAP = 2, 10
"""Units of space between rows: what room there is, is shared out among them."""


class EditScreen(Claiming):
    """Rows under a title. Nothing changes until the main button is tapped.

    Dispatches `on_changes` with what is to be changed, in that order, and `on_cancel`. A screen says
    what comes of its main button, why that cannot be used yet, and what comes of removing it.
    """

    title = StringProperty("")
    refused = StringProperty("")
    __events__: tuple[str, ...] = ("on_cancel", "on_changes")
    on_cancel = on_changes = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self.words, self._rows = words, list[Row]()
        self.ids.head.close_word = words.gettext("Cancel")
        self.ids.foot.remove.really = words.gettext("Really remove?")
        self.ids.foot.remove.fbind("asking", self.arrange)
        for name in ("pos", "size", "title", "refused"):
            self.fbind(name, self.arrange)

    def put_rows(self, *rows: Row) -> None:
        """These, from the top down."""
        self._rows = list(rows)
        for row in rows:
            self.add_widget(row)

    @property
    def is_changed(self) -> bool:
        """True where there is something to keep that is not kept yet."""
        return not self.ids.foot.why_not

    def changes(self) -> Sequence[Change]:
        """What the main button hands over."""
        raise NotImplementedError

    def removal(self) -> Change:
        """What removing hands over."""
        raise NotImplementedError

    def begin(self, title: str, save_word: str = "", remove_word: str = "") -> None:
        """A new thing to change."""
        foot = self.ids.foot
        self.refused, foot.remove.asking = "", False
        foot.save.text, foot.remove.word = save_word, remove_word
        self.title = title

    def tell_ready(self, why_not: str = "") -> None:
        """Say why the main button cannot be used, or that it can."""
        self.ids.foot.why_not = why_not

    def tell_changed(self, is_changed: bool) -> None:
        """Say whether there is anything to keep."""
        self.tell_ready("" if is_changed else self.words.gettext("Nothing has been changed yet."))

    def save(self) -> None:
        """The main button was tapped."""
        self.dispatch("on_changes", self.changes())

    def remove(self) -> None:
        """It was asked, and it is sure."""
        self.dispatch("on_changes", [self.removal()])

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place: after each change of what is said."""
        placing.fit(self, self._stand, spare=len(_STEPS) - 1)

    def _stand(self, shrink: float, spared: int) -> bool:
        """The rows between the title and the buttons, as far apart as there is room for."""
        sizes = App.get_running_app().sizes
        unit, least = sizes.unit, max(sizes.control * _STEPS[spared], sizes.touch * _LEAST_OF_TOUCH)
        below, is_headed = self.ids.head.stand(self, shrink, is_short=_STEPS[spared] < 1)
        floor, is_footed = self.ids.foot.stand(self)
        top, floor = below - 4 * unit, floor + (4 * unit if floor > self.y + 5 * unit else 0)
        room = self.stand_rows(top, floor, _LEAST_GAP * unit, least) - floor
        spaces = sum(row.height_taken > 0 for row in self._rows) - 1
        gap = _LEAST_GAP * unit + max(0, min(room / max(1, spaces), (_MOST_GAP - _LEAST_GAP) * unit))
        self.stand_rows(top, floor, int(gap), least)
        return room >= 0 and is_headed and is_footed and all(row.has_room for row in self._rows)

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """Stand the rows under each other, down to `floor` at most; returns how far down they reach."""
        unit = App.get_running_app().sizes.unit
        x, width, below = self.x + 8 * unit, self.width - 16 * unit, top
        for row in self._rows:
            bottom = row.stand(x, top, width, least)
            row.height_taken = top - bottom
            if bottom < top:
                below, top = bottom, bottom - gap
        return below

    def stand_in_the_middle(self, face: EmptyState, top: float, floor: float) -> float:
        """Stand what is shown in place of rows; returns how far down it reaches."""
        has_room = face.stand(self.x, floor, self.width, top - floor)
        return floor if has_room else floor - 1
