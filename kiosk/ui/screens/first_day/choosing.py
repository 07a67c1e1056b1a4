"""A question with a few answers."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App

from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.rows import Saying
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.first_day.large import Large
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.question import Question


class StepChoiceScreen(EditScreen):
    """Dispatches `on_answer` with a value: with the main button or, without one, by a tap on the answer.

    `on_cancel` leaves it for later.
    """

    __events__ = ("on_answer",)
    on_answer = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._options: Sequence[Option] = ()
        self._chosen = self._other = None
        self._picture, self._says = Large(), Saying(indented=False)
        self._question = Question(columns=2)
        self._question.bind(on_answer=lambda _, value: self._choose(value))
        self.ids.head.close_word = words.gettext("Later")
        self.put_rows(self._picture, self._says, self._question)

    def ask(
        self,
        title: str,
        sentence: str,
        options: Sequence[Option],
        chosen: Any = None,
        go_on: str = "",
        other: Any = None,
        picture: str = "",
    ) -> None:
        """Ask for one of these; with a word to `go_on`, another one than the `chosen` can be tapped first.

        The `other` answer leads elsewhere, and counts at once.
        """
        self._options, self._chosen, self._other = options, chosen, other
        self.begin(title, go_on)
        self._picture.text.text = picture
        self.tell(sentence)
        self._show()

    def tell(self, sentence: str) -> None:
        """Say something else; the answers stay."""
        self._says.say(sentence)
        self._says.words.px = App.get_running_app().sizes.title
        self.arrange()

    def save(self) -> None:
        """The one that is chosen."""
        self.dispatch("on_answer", self._chosen)

    def _choose(self, value: Any) -> None:
        if self.ids.foot.save.text and value != self._other:
            self._chosen = value
            self._show()
        else:
            self.dispatch("on_answer", value)

    def _show(self) -> None:
        self._question.ask("", self._options, self._chosen)
        self.tell_ready()
        self.arrange()
