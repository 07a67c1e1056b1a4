"""What has to be asked about a list of customers: which one it is, and how its days are written."""

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question

MOST = 6
"""So many lists can be chosen from."""


class ListQuestionScreen(EditScreen):
    """One question; dispatches `on_answer` with what was tapped, and `on_cancel`."""

    __events__ = ("on_answer",)
    on_answer = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._question, self._why = Question(columns=2), Saying(indented=False)
        self._question.bind(on_answer=lambda _, value: self.dispatch("on_answer", value))
        self.put_rows(self._question, self._why)

    def ask_which(self, names: Sequence[str]) -> None:
        """Ask which of these files it is."""
        options = [Option(name, PurePath(name).name) for name in names[:MOST]]
        self._ask(self.words.gettext("Which list?"), options, "")

    def ask_order(self) -> None:
        """Ask how days are written in the list."""
        words = self.words
        options = [
            Option("day_first", words.gettext("03/04 is 3 April")),
            Option("month_first", words.gettext("03/04 is 4 March")),
        ]
        why = words.gettext("The list does not tell by itself which of both it means.")
        self._ask(words.gettext("How are days written in it?"), options, why)

    def _ask(self, title: str, options: Sequence[Option], why: str) -> None:
        self.begin(title)
        self._question.ask("", options, None)
        self._why.say(why)
        self.arrange()
