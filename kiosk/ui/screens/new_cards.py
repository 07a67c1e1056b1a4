"""Twenty new cards, to be printed."""

from typing import Any

from kiosk.people.words import Words
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.empty_state import EmptyState


class NewCardsScreen(EditScreen):
    """Says what is printed, and where it is; dispatches `on_print`, and `on_cancel` at the end."""

    __events__ = ("on_print",)
    on_print = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._face = EmptyState(picture="💳")
        self.add_widget(self._face)

    def show(self, count: int) -> None:
        """Offer so many."""
        words = self.words
        self.begin(words.gettext("New cards"), words.gettext("Print {n}").format(n=count))
        self.ids.head.close_word = words.gettext("Close")
        face = self._face
        face.title = f"× {count}"
        face.sentence = words.gettext("They are to be cut out, and are nobody’s until somebody gets one.")
        self.tell_ready()
        self.arrange()

    def wait(self) -> None:
        """They are being drawn: once is enough."""
        self.tell_ready(self.words.gettext("One moment."))
        self.arrange()

    def tell(self, sentence: str) -> None:
        """Say where they are."""
        self._face.title = sentence
        self.tell_ready()
        self.arrange()

    def refuse(self, sentence: str) -> None:
        """Say why there are none."""
        self.refused = sentence
        self.tell_ready()
        self.arrange()

    def save(self) -> None:
        """The main button was tapped."""
        self.refused = ""
        self.dispatch("on_print")

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """What they are in the middle of the place."""
        return self.stand_in_the_middle(self._face, top, floor)
