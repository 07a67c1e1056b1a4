"""The other counters of the shop: this one joins them by a code that is scanned."""

from typing import Any

from kiosk.people.words import Words
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.empty_state import EmptyState


class JoiningScreen(EditScreen):
    """Asks for the code of the hub, and says what came of it; dispatches `on_cancel` at the end."""

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._face = EmptyState(picture="🔗")
        self.add_widget(self._face)

    def ask(self) -> None:
        """Ask for the code."""
        words, face = self.words, self._face
        self.begin(words.gettext("Other counters"), "")
        self.ids.head.close_word = words.gettext("Close")
        face.title = words.gettext("Scan the code")
        face.sentence = words.gettext("“sudo kiosk hub invite” shows it at the hub.")
        self.arrange()

    def tell(self) -> None:
        """It is one of them."""
        face = self._face
        face.title = self.words.gettext("Done")
        face.sentence = self.words.gettext("This counter shares with the others from now on.")
        self.arrange()

    def refuse(self, sentence: str) -> None:
        """Say why it is not."""
        self.refused = sentence
        self.arrange()

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """What is asked in the middle of the place."""
        return self.stand_in_the_middle(self._face, top, floor)
