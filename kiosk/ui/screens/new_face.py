"""A new face: a warm opener, and nothing that feels like a form."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.people.greetings import Greeting
from kiosk.people.notices import notice, opener
from kiosk.people.words import Words
from kiosk.ui import placing

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class NewFaceScreen(Widget):
    """A card that is nobody's yet. Dispatches `on_done` when there is no time for it now."""

    title = StringProperty("")
    sentence = StringProperty("")
    instead = StringProperty("")
    opener = StringProperty("")
    not_now = StringProperty("")
    __events__ = ("on_done",)

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self.instead = words.gettext("Not “Can I help you?”")
        self.not_now = words.gettext("Not now")
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, greeting: Greeting) -> None:
        """Put the welcome on the glass."""
        said = notice(greeting, self._words)
        self.title, self.sentence = said.title, said.sentence
        self.opener = opener(greeting, self._words)
        self._arrange()

    def on_done(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def _arrange(self, *_: Any) -> None:
        ids, unit = self.ids, App.get_running_app().sizes.unit
        portrait = self.height > self.width
        margin, gutter = 8 * unit, 11 * unit
        width = self.width - 2 * margin if portrait else (self.width - 2 * margin - gutter) / 2
        for widget in (ids.headline, ids.sentence, ids.tip, ids.not_now):
            widget.width = width
        left, right = [ids.headline, ids.sentence], [ids.tip, ids.not_now]
        if portrait:
            column, gaps = left + right, [2 * unit, 10 * unit, 4 * unit, 0]
            placing.stack(column, self.x + margin, self._middle(column, gaps), gaps)
            return
        for x, column in ((self.x + margin, left), (self.x + margin + width + gutter, right)):
            gaps = [4 * unit] * 2
            placing.stack(column, x, self._middle(column, gaps), gaps)

    def _middle(self, column: list[Widget], gaps: list[float]) -> float:
        height: float = placing.stacked_height(column, gaps)
        return float(self.center_y) + height / 2
