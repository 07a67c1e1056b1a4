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
from kiosk.ui.screens.editors.rows import Row
from kiosk.ui.widgets import ask_twice  # noqa: F401 - stands in the kv file
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_STEPS = ((6, 1), (4, 0.8), (2, 0.75))
"""The space between rows and the least height of what is tapped, in units and fingers; the last are 9 mm."""


class EditScreen(Claiming):
    """Rows under a title. Nothing changes until the main button is tapped.

    Dispatches `on_changes` with what is to be changed, in that order, and `on_cancel`. A screen says
    what comes of its main button and, where it can be removed, of that.
    """

    title = StringProperty("")
    refused = StringProperty("")
    save_word = StringProperty("")
    remove_word = StringProperty("")
    __events__: tuple[str, ...] = ("on_cancel", "on_changes")
    on_cancel = on_changes = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self.words, self._rows = words, list[Row]()
        self.ids.head.close_word = words.gettext("Cancel")
        self.ids.removing.really = words.gettext("Really remove?")
        for name in ("pos", "size", "title", "refused", "save_word", "remove_word"):
            self.fbind(name, self.arrange)

    def put_rows(self, *rows: Row) -> None:
        """These, from the top down."""
        self._rows = list(rows)
        for row in rows:
            self.add_widget(row)

    def changes(self) -> Sequence[Change]:
        """What the main button hands over."""
        raise NotImplementedError

    def removal(self) -> Change:
        """What removing hands over."""
        raise NotImplementedError

    def begin(self, title: str, save_word: str = "", remove_word: str = "") -> None:
        """A new thing to change."""
        self.refused, self.ids.removing.asking = "", False
        self.title, self.save_word, self.remove_word = title, save_word, remove_word

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
        """The rows between the title and the buttons, closer together where there is less room."""
        unit = App.get_running_app().sizes.unit
        margin, (gap, tightness) = 8 * unit, _STEPS[spared]
        gap *= unit
        x, width = self.x + margin, self.width - 2 * margin
        below, is_headed = self.ids.head.stand(self, shrink)
        floor, has_room = self._stand_foot(x, width)
        below = self._stand_rows((x, below - gap, width), gap, tightness)
        return (
            below >= floor + 2 * unit and has_room and is_headed and all(row.has_room for row in self._rows)
        )

    def _stand_rows(self, at: tuple[float, float, float], gap: float, tightness: float) -> float:
        """Stand the rows under each other; returns how far down they reach."""
        x, top, width = at
        below = top
        for row in self._rows:
            bottom = row.stand(x, top, width, tightness)
            if bottom < top:
                below, top = bottom, bottom - gap
        return below

    def _stand_foot(self, x: float, width: float) -> tuple[float, bool]:
        """The main button at hand, removing far from it; how high they reach, and whether both have room."""
        unit, save, remove = App.get_running_app().sizes.unit, self.ids.save, self.ids.removing
        height = max(save.height, remove.height)
        save.y, remove.y = (self.y + 4 * unit + (height - button.height) / 2 for button in (save, remove))
        left, room = placing.at_hand(save, x, width, 4 * unit)
        remove.x = left if left == x else left + room - remove.width
        return float(self.y + 4 * unit + height), bool(remove.width <= room)
