"""Who is it? Somebody without their card, whose new card it is, or who belongs to somebody."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from kivy.app import App
from kivy.lang import Builder

from kiosk.people.finding import Found, Search
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TapButton, TextField
from kiosk.ui.widgets.person_card import PersonCard

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


_LEAST_OF_TOUCH = 0.8


class Quest(NamedTuple):
    """Why somebody is looked for: a question, and what is done with them, by name or in a word.

    `after_all` stands after all who were found; where it `offers_new` it can be tapped.
    """

    question: str
    by_name: str
    verb: str
    after_all: str = ""
    offers_new: bool = False


class FindScreen(WritingScreen):
    """Shows those whose names begin so, page by page, and what only sounds alike after them.

    The main key says what it does, and is off unless there is nobody else who may be meant. Dispatches
    `on_asked` with what is typed, `on_chosen` with one of those found, `on_new` with what is typed where it
    is somebody new, and `on_close`.
    """

    __events__ = ("on_asked", "on_chosen", "on_close", "on_new")
    on_asked = on_chosen = on_close = on_new = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self._words, self._quest = words, Quest("", "", "")
        self.ids.close.text = words.gettext("Close")
        self._search, self._first, self._next = Search(), 0, 0
        self._cards = Pool(PersonCard, on_tap=lambda card: self.dispatch("on_chosen", card.found))
        self._more, self._new = TapButton(), TapButton()
        self._more.bind(on_tap=lambda _: self._turn())
        self._new.bind(on_tap=lambda _: self.dispatch("on_new", self.ids.field.text.strip()))
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, quest: Quest) -> None:
        """Ask who it is."""
        self._quest, self.ids.field.placeholder = quest, quest.question
        self._new.text = quest.after_all if quest.offers_new else ""
        self.begin()
        self._set(Search())

    def ask(self) -> None:
        """The text has changed: search for it, unless it is empty."""
        if self.ids.field.text.strip():
            self.dispatch("on_asked", self.ids.field.text)
        else:
            self.tell(self.ids.field.text, Search())

    def tell(self, text: str, search: Search) -> None:
        """Show those found for `text`, if that is still what stands there."""
        if text == self.ids.field.text:
            self._set(search)

    @property
    def fields(self) -> list[TextField]:
        """The one for the name."""
        return [self.ids.field]

    def done(self) -> None:
        """There is nobody else who may be meant."""
        if self._search.meant is not None:
            self.dispatch("on_chosen", self._search.meant)

    def _set(self, search: Search) -> None:
        self._search, self._first = search, 0
        is_asked = bool(self.ids.field.text.strip())
        nobody = self._words.gettext("Nobody of that name yet") if is_asked and not search.found else ""
        after_all = "" if self._quest.offers_new else self._quest.after_all
        self.ids.nobody.text = nobody or ("" if search.found else after_all)
        self._name_key()
        self._arrange()

    def _name_key(self) -> None:
        meant, quest = self._search.meant, self._quest
        by_name = "" if meant is None else quest.by_name.format(name=within(meant.called_by))
        has_room = by_name and self.keyboard.has_room_for(by_name)
        self.main_word = by_name if has_room else quest.verb
        self.main_off = meant is None

    def _turn(self) -> None:
        """To those who have no room on this page; after the last the first."""
        self._first = self._next if self._next < len(self._search.found) else 0
        self._arrange()

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
        return bool(ids.found.children or not self._search.found)

    def _set_cards(self, x: float, top: float, width: float, floor: float, shrink: float) -> None:
        """In rows of equal height, side by side in two columns, upright in one; at the end what is more."""
        sizes = App.get_running_app().sizes
        gap, across = 2 * sizes.unit, 1 if self.height > self.width else 2
        wide = (width - (across - 1) * gap) / across
        row = max(sizes.touch * _LEAST_OF_TOUCH, PersonCard.height_at(shrink))
        rows = max(1, int((top - floor + gap) // (row + gap)))
        shown, others = self._page(rows * across)
        if self.ids.nobody.text:
            top = self.ids.nobody.y - gap
        cards = self._cards.first(len(shown))
        for card, one in zip(cards, shown, strict=True):
            card.show(one, self.ids.field.text)
            placing.set_smaller(card, shrink)
        for widget in (*cards, *others):
            widget.width, widget.height = wide, row
        placing.flow([*cards, *others], x, top, width, gap)
        put_only(self.ids.found, (*cards, *others))

    def _page(self, places: int) -> tuple[Sequence[Found], Sequence[TapButton]]:
        """Those for whom there is room from the first of this page on, and what stands after them."""
        words, found = self._words, self._search.found
        if not self._first and not self._search.is_cut and len(found) <= places:
            self._next = len(found)
            return found, self._somebody_new(places - len(found))
        shown = found[self._first :][: max(1, places - 1)]
        self._next = self._first + len(shown)
        left = len(found) - self._next
        self._more.text = words.gettext("+{n} more").format(n=left) if left else words.gettext("Back")
        if self._search.is_cut and not left:
            self._more.text = words.gettext("Many more: type another letter")
        new = [] if left or self._search.is_cut else self._somebody_new(places - 1 - len(shown))
        return shown, [self._more, *new]

    def _somebody_new(self, places: int) -> Sequence[TapButton]:
        """The button for them, after everybody else, where there is a place left."""
        return [self._new] if self._new.text and places > 0 else []
