"""Find somebody without their card, by the beginning of a name."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder

from kiosk.people.finding import Found
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TextField
from kiosk.ui.widgets.person_card import PersonCard

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

MOST = 8


class FindScreen(WritingScreen):
    """Shows as many as fit of those whose names begin so.

    Dispatches `on_asked` with what is typed, `on_chosen` with one of those found, and `on_close`.
    """

    __events__ = ("on_asked", "on_chosen", "on_close")
    on_asked = on_chosen = on_close = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self._words = words
        self.ids.close.text, self.main_word = words.gettext("Close"), words.gettext("Search")
        self._found: Sequence[Found] = ()
        self._cards = Pool(PersonCard, on_tap=lambda card: self.dispatch("on_chosen", card.found))
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, question: str) -> None:
        """Ask who it is."""
        self.ids.field.placeholder = question
        self._found, self.ids.nobody.text = (), ""
        self.begin()
        self._set()

    def ask(self) -> None:
        """The text has changed: search for it, unless it is empty."""
        if self.ids.field.text.strip():
            self.dispatch("on_asked", self.ids.field.text)
        else:
            self.tell(self.ids.field.text, ())

    def tell(self, text: str, found: Sequence[Found]) -> None:
        """Show those found for `text`, if that is still what stands there."""
        if text == self.ids.field.text:
            is_asked = bool(text.strip())
            nobody = self._words.gettext("Nobody of that name yet") if is_asked and not found else ""
            self.ids.nobody.text = nobody
            self._found = found
            self._set()

    @property
    def fields(self) -> list[TextField]:
        """The one for the name."""
        return [self.ids.field]

    def done(self) -> None:
        """The first one found is who was meant."""
        if self._found:
            self.dispatch("on_chosen", self._found[0])

    def _set(self) -> None:
        for card, one in zip(self._shown, self._found, strict=False):
            card.show(one, self.ids.field.text)
        self._arrange()

    @property
    def _shown(self) -> list[PersonCard]:
        return self._cards.first(min(MOST, len(self._found)))

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """Of those found there is room for one at least."""
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, 8 * sizes.unit
        x, width = self.x + margin, self.width - 2 * margin
        self.keyboard.lie_under(self)
        ids.field.px, ids.field.pad = int(sizes.sentence * shrink), 5 * unit
        ids.field.height = ids.close.height
        left, ids.field.width = placing.at_hand(ids.close, x, width, 4 * unit)
        ids.close.top = self.top - unit
        ids.field.pos = left, ids.close.y
        ids.nobody.width = width
        ids.nobody.pos = x, ids.field.y - 4 * unit - ids.nobody.height
        self._set_cards(x, ids.field.y - 4 * unit, width, self.keyboard.top + 2 * unit, shrink)
        return bool(ids.found.children or not self._found)

    def _set_cards(self, x: float, top: float, width: float, floor: float, shrink: float) -> None:
        """Side by side in two columns, upright in one; only those that fit are on the glass."""
        gap = 3 * App.get_running_app().sizes.unit
        across = 1 if self.height > self.width else 2
        cards = self._shown
        for card in cards:
            card.width = (width - (across - 1) * gap) / across
            placing.set_smaller(card, shrink)
        placing.flow(cards, x, top, width, gap)
        put_only(self.ids.found, (card for card in cards if card.y >= floor))
