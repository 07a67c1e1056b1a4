"""What somebody has typed, as it may be kept."""

from drivers import is_payment_card
from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.texts import MOST_CHARACTERS, RefusedText, tidy
from kiosk.people.words import Words


class Texts:
    """Every method returns the text tidied, and raises RefusedText for what is not kept."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def text(self, text: str, most: int = MOST_CHARACTERS) -> str:
        """A text of at most so many characters."""
        tidied = tidy(text, self._words, most)
        if is_payment_card(tidied):
            raise RefusedText(
                self._words.gettext("That looks like the number of a payment card, which is never kept.")
            )
        return tidied

    def text_or_none(self, text: str) -> str:
        """The same of a text that may be left empty."""
        return self.text(text) if text.strip() else ""

    def name(self, name: str) -> str:
        """The name of a customer, or of somebody on the staff."""
        return self.text(name, MOST_IN_A_NAME)

    def name_or_none(self, name: str) -> str:
        """The same of a name that may be left empty."""
        return self.name(name) if name.strip() else ""
