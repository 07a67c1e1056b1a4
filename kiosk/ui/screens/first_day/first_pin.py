"""The PIN of the first manager, shown this once."""

from typing import Any

from kiosk.people.words import Words, within
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.first_day.large import Large

_TOGETHER = "\u2009"
"""A thin space between the halves: six digits are read as two threes."""


class FirstPinScreen(EditScreen):
    """Dispatches `on_answer` once it is written down."""

    __events__ = ("on_answer",)
    on_answer = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._digits, self._says = Large(), Saying(indented=False)
        self.put_rows(self._digits, self._says)
        self.ids.head.close_word = words.gettext("Later")

    def show(self, name: str, pin: str, go_on: str) -> None:
        """Show it; when the screen goes it is gone."""
        words = self.words
        self._digits.text.text = f"{pin[:3]}{_TOGETHER}{pin[3:]}"
        self._says.say(words.gettext("Write it down: it is shown this once. It opens what only managers do."))
        self.begin(words.gettext("{name}’s PIN").format(name=within(name)), go_on)
        self.tell_ready()
        self.arrange()

    def save(self) -> None:
        """It is written down."""
        self._digits.text.text = ""
        self.dispatch("on_answer")
