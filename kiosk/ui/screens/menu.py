"""What else can be done: a few words to tap."""

from collections.abc import Sequence
from typing import Any

from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question


class MenuScreen(EditScreen):
    """Dispatches `on_choose` with the number of what was tapped, and `on_cancel`."""

    __events__ = ("on_choose",)
    on_choose = default_handler

    def __init__(self, words: Words, title: str, choices: Sequence[str], **properties: Any) -> None:
        super().__init__(words, **properties)
        self._question = Question(columns=2)
        self._question.bind(on_answer=lambda _, number: self.dispatch("on_choose", number))
        self.put_rows(self._question)
        self.ids.head.close_word = words.gettext("Close")
        self.begin(title)
        self._question.ask("", [Option(number, word) for number, word in enumerate(choices)], None)
        self.tell_ready()
