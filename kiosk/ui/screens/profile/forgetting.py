"""Somebody is to be forgotten: what that means, and a button that is pressed and held."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.known.customers import Customer
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import hold_button  # noqa: F401 - stands in the kv file
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class ForgettingScreen(Claiming):
    """Asks whether to forget somebody. Dispatches `on_forget` once it was held, and `on_keep`."""

    title = StringProperty("")
    refused = StringProperty("")
    keep_word = StringProperty("")
    __events__ = ("on_forget", "on_keep")
    on_forget = on_keep = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.ids.sentence.text = words.gettext(
            "Their name, days, notes, gestures, visits and cards go, for good. It cannot be undone."
        )
        self.ids.hold.text = words.gettext("Press and hold to forget")
        self.bind(pos=self._arrange, size=self._arrange, refused=self._arrange)

    def show(self, who: Customer) -> None:
        """Ask about this person."""
        words, name = self._words, within(who.called_by)
        self.title, self.refused = words.gettext("Forget {name}?").format(name=name), ""
        self.keep_word = words.gettext("Keep {name}").format(name=name)
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, _shrink: float, _spared: int) -> bool:
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, (8 if self.height > self.width else 24) * sizes.unit
        width = self.width - 2 * margin
        for text in (ids.headline, ids.sentence, ids.refused):
            text.width = min(width, 24 * sizes.sentence)
        column = [ids.headline, ids.sentence, ids.refused]
        gaps = [4 * unit, 4 * unit, 0]
        buttons = placing.flow([ids.keep, ids.hold], self.x + margin, self.top, width, 6 * unit)
        height = placing.stacked_height(column, gaps) + 10 * unit + self.top - buttons
        below = placing.stack(column, self.x + margin, self.y + (self.height + height) / 2, gaps)
        placing.flow([ids.keep, ids.hold], self.x + margin, below - 10 * unit, width, 6 * unit)
        return bool(height <= self.height and max(ids.keep.width, ids.hold.width) <= width)
