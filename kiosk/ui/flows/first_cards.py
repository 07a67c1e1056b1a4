"""The first cards of a shop: by them its scanner is found, and what all of its cards are like."""

from collections.abc import Callable, Mapping
from typing import Any

from kiosk.people.words import Words
from kiosk.ui.asking import CardsInCommon, FirstDay, ScannedCard
from kiosk.ui.screens.first_day.choosing import StepChoiceScreen
from kiosk.ui.widgets.choices import Option

_PICTURE = "💳"
_ENOUGH = 3
"""So many cards tell what all of them are like."""

_NONE, _THAT_IS_ALL = "none", "all"


class FirstCards:
    """Asks on `screen` for some cards, and whether all are like these; `keep` gets what follows."""

    def __init__(
        self,
        words: Words,
        first_day: FirstDay,
        screen: StepChoiceScreen,
        keep: Callable[[Mapping[str, Any]], None],
    ) -> None:
        self._words, self._first_day, self._screen, self._keep = words, first_day, screen, keep
        self._cards = CardsInCommon()

    def ask(self) -> None:
        """Ask for the first one, and listen to all that is plugged in."""
        words, self._cards = self._words, CardsInCommon()
        sentence = words.gettext("Three of them tell what all are like. The scanner is found by itself.")
        options = [Option(_NONE, words.gettext("We have no scanner yet"))]
        self._screen.ask(words.gettext("Scan any of your cards"), sentence, options, picture=_PICTURE)
        self._first_day.hear(self._heard)

    def take(self, answer: Any) -> None:
        """There are no more cards, no scanner, or all are like these."""
        if answer == _THAT_IS_ALL:
            self._ask_whether_all()
            return
        self._first_day.hear(None)
        tables = {} if answer == _NONE else dict(self._cards.scanner)
        self._keep({**tables, **self._cards.kind} if answer is True else tables)

    def _heard(self, card: ScannedCard) -> None:
        words, self._cards = self._words, card.cards
        if card.refused:
            self._screen.refused = card.refused
        elif not card.cards.scanned:
            self._screen.tell(card.told)
        elif card.cards.scanned >= _ENOUGH:
            self._ask_whether_all()
        else:
            options = [Option(_THAT_IS_ALL, words.gettext("That is all we have"))]
            title = words.gettext("Now another one: {n} of {count}")
            told = title.format(n=card.cards.scanned, count=_ENOUGH)
            self._screen.ask(told, card.told, options, picture=_PICTURE)

    def _ask_whether_all(self) -> None:
        """Cards that have nothing in common are all taken."""
        self._first_day.hear(None)
        words = self._words
        if not self._cards.likeness:
            self.take(False)
            return
        options = [Option(True, words.gettext("Yes")), Option(False, words.gettext("No, there are others"))]
        are_all = words.gettext("Are they all like this?")
        self._screen.ask(self._cards.likeness, are_all, options, picture=_PICTURE)
