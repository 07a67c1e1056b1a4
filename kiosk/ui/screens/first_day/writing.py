"""Something to be written."""

from typing import Any

from kiosk.people.words import Words
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.editors.text import EditTextScreen


class StepTextScreen(EditTextScreen):
    """Dispatches `on_written`; `on_cancel` leaves it for later."""

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(words, keyboard, **properties)
        self.ids.head.close_word = words.gettext("Later")
        self.ids.field.wraps = False

    def ask(self, title: str, text: str, go_on: str, hint: str, most: int) -> None:
        """Ask for a text of one line, with a good answer there."""
        self.show(title, text, go_on, hint=hint, most=most)
        self.ids.field.wraps = False
        self.arrange()
