"""Two plain sentences: every refusal and every trouble looks like this."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import hold_to_read  # noqa: F401 - it stands in the kv file
from kiosk.ui.widgets.closable import Closable

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class NoticeScreen(Closable):
    """What happened, and what to do; where somebody may be looked for, a button dispatches `on_find`."""

    picture = StringProperty("")
    title = StringProperty("")
    sentence = StringProperty("")
    find_word = StringProperty("")
    __events__ = ("on_find",)
    on_find = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, picture: str, title: str, sentence: str, covered: str = "", hint: str = "") -> None:
        """Put a notice on the glass; what is `covered` is read under a finger, as the `hint` says."""
        self.picture, self.title, self.sentence = picture, title, sentence
        self.ids.covered.text, self.ids.covered.under = (hint, covered) if covered else ("", "")
        self.find_word = ""
        self._arrange()

    def offer_to_find(self, word: str) -> None:
        """Somebody is here all the same: they can be looked for."""
        self.find_word = word
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, _shrink: float, _spared: int) -> bool:
        ids, unit = self.ids, App.get_running_app().sizes.unit
        margin = (8 if self.height > self.width else 24) * unit
        ids.headline.width = self.width - 2 * margin
        ids.sentence.width = min(self.width - 2 * margin, 24 * App.get_running_app().sizes.sentence)
        ids.covered.width = ids.sentence.width
        column = [ids.picture, ids.headline, ids.sentence, ids.covered, ids.find]
        gaps = [6 * unit, 4 * unit, 8 * unit, 8 * unit, 0]
        height = placing.stacked_height(column, gaps)
        placing.stack(column, self.x + margin, self.y + (self.height + height) / 2, gaps)
        return bool(height <= self.height and not ids.headline.breaks_words)
