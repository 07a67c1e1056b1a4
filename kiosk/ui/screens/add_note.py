"""A note: what was just learned, in one tap and one sentence."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.customers import Customer
from kiosk.people.texts import MOST_CHARACTERS
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.note_kinds import how_long
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import TextField

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_LEAST_LINES = 3
"""With less room for the text than this, other things give way to it."""

_GOES_ON = (DraftKind.ASK_ABOUT, DraftKind.BROUGHT)
"""The kinds whose text goes on a sentence of ours: it begins with no capital."""


class AddNoteScreen(WritingScreen):
    """Something to write down about one customer.

    Dispatches `on_save` with the `Draft`, once there is something in it, and `on_cancel`.
    """

    kindly = StringProperty("")
    refused = StringProperty("")
    lasting = StringProperty("")
    __events__ = ("on_cancel", "on_save")
    on_cancel = on_save = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self._words, self.main_word = words, words.gettext("Save")
        self._customer: Customer | None = None
        self.ids.head.close_word = words.gettext("Cancel")
        self._name("")
        self.ids.field.most = MOST_CHARACTERS
        self.ids.kinds.name(words)
        self.ids.kinds.bind(kind=self._choose)
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, customer: Customer, draft: Draft | None = None, refused: str = "") -> None:
        """Ask for a note about a customer, or go on with a draft; `refused` says why it was not kept."""
        self._customer = customer
        self._name(within(customer.called_by))
        self.refused = refused
        self.begin(draft.text if draft else "")
        self.main_off = not self.draft.text.strip()
        self.ids.kinds.kind = draft.kind if draft else DraftKind.REMEMBER
        self._say_how_long()

    @property
    def draft(self) -> Draft:
        """What was written so far."""
        assert self._customer is not None
        return Draft(self.ids.kinds.kind, self.ids.field.text, self._customer)

    @property
    def fields(self) -> list[TextField]:
        """The one for the text."""
        return [self.ids.field]

    def done(self) -> None:
        """Hand over what was written, unless there is nothing in it."""
        if self.ids.field.text.strip():
            self.dispatch("on_save", self.draft)

    def _name(self, name: str) -> None:
        self.ids.head.title = self._words.gettext("A note about {name}").format(name=name)
        self.kindly = self._words.gettext("{name} may read this one day. Write it kindly.").format(name=name)

    def _choose(self, *_: Any) -> None:
        if not self.ids.field.text:
            self.keyboard.begin(capital=self.ids.kinds.kind not in _GOES_ON)
        self._say_how_long()

    def _say_how_long(self, *_: Any) -> None:
        if self._customer is not None:
            self.lasting = how_long(self.ids.kinds.kind, within(self._customer.called_by), self._words)
            self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand, spare=3)

    def _stand(self, shrink: float, spared: int) -> bool:
        """To the text give way the pictures of the kinds, then how long it lasts, then the hint."""
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, 8 * sizes.unit
        ids.lasting.shown, ids.hint.shown = spared < 2, spared < 3 or bool(self.refused)
        x, width = self.x + margin, self.width - 2 * margin
        self.keyboard.lie_under(self)
        below, has_room = ids.head.stand(self, shrink)
        top = below - 3 * unit
        bottom = self._arrange_foot(x, width) + 2 * unit
        is_roomy = self.height > 10 * sizes.touch
        ids.field.px = int((sizes.sentence if is_roomy else sizes.title) * shrink)
        ids.field.pad = (6 if is_roomy else 4) * unit
        below = ids.kinds.stand_kinds(x, top, width, pictures=not spared) - 3 * unit
        ids.field.pos, ids.field.size = (x, bottom), (width, max(1, below - bottom))
        return bool(has_room and below - bottom >= _LEAST_LINES * ids.field.px and ids.kinds.has_room)

    def _arrange_foot(self, x: float, width: float) -> float:
        """The hint, and how long it lasts beside or under it; returns how far up they reach."""
        unit, hint, lasting = App.get_running_app().sizes.unit, self.ids.hint, self.ids.lasting
        beside = width - lasting.width - 6 * unit if lasting.width else width
        lasting.right, lasting.y = x + width, self.keyboard.top + 3 * unit
        hint.wraps = True
        hint.width = width
        under = hint.height + unit + lasting.height
        if beside > 0:
            hint.width = beside
        if hint.height > under or beside <= 0:
            hint.width = width
        hint.pos = x, lasting.top + unit if hint.width == width else lasting.y
        return float(hint.top)
