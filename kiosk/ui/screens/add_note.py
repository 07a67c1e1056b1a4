"""A note: what was just learned, in one tap and one sentence."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.customers import Customer
from kiosk.people.drafts import Draft, DraftKind
from kiosk.people.notes import MOST_CHARACTERS
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.note_kinds import how_long
from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_LEAST_LINES = 3
"""With less room for the text than this, the pictures beside the kinds give way to it."""


class AddNoteScreen(Claiming):
    """Something to write down about one customer.

    Dispatches `on_save` with the `Draft`, once there is something in it, and `on_cancel`. It draws most
    of itself as soon as it has its size: give it one before somebody waits for it.
    """

    kindly = StringProperty("")
    refused = StringProperty("")
    lasting = StringProperty("")
    __events__ = ("on_cancel", "on_save")

    def __init__(self, words: Words, language: str = "en", **properties: Any) -> None:
        super().__init__(**properties)
        self._words = words
        self._customer: Customer | None = None
        self.ids.cancel.text = words.gettext("Cancel")
        self._name("")
        self.ids.field.most = MOST_CHARACTERS
        keys: OwnKeyboard = self.ids.keyboard
        keys.language = language
        keys.space_word, keys.main_word = words.gettext("space"), words.gettext("Save")
        self.ids.kinds.name(words)
        self.ids.kinds.bind(kind=self._say_how_long)
        self.bind(pos=self._arrange, size=self._arrange, parent=self._come_or_go)

    def show(self, customer: Customer, draft: Draft | None = None, refused: str = "") -> None:
        """Ask for a note about a customer, or go on with a draft; `refused` says why it was not kept."""
        self._customer = customer
        self._name(within(customer.called_by))
        self.refused = refused
        self.ids.field.put(draft.text if draft else "")
        self.ids.keyboard.begin()
        self.ids.kinds.kind = draft.kind if draft else DraftKind.REMEMBER
        self._say_how_long()

    @property
    def draft(self) -> Draft:
        """What was written so far."""
        assert self._customer is not None
        return Draft(self.ids.kinds.kind, self.ids.field.text, self._customer)

    def save(self) -> None:
        """Hand over what was written, unless there is nothing in it."""
        if self.ids.field.text.strip():
            self.dispatch("on_save", self.draft)

    def on_save(self, draft: Draft) -> None:
        """Nothing, until somebody binds to it."""

    def on_cancel(self) -> None:
        """Nothing, until somebody binds to it."""

    def _name(self, name: str) -> None:
        self.ids.headline.text = self._words.gettext("A note about {name}").format(name=name)
        self.kindly = self._words.gettext("{name} may read this one day. Write it kindly.").format(name=name)

    def _say_how_long(self, *_: Any) -> None:
        if self._customer is not None:
            self.lasting = how_long(self.ids.kinds.kind, within(self._customer.called_by), self._words)
            self._arrange()

    def _come_or_go(self, *_: Any) -> None:
        """A real keyboard types into the field while it is on the glass, and no key stays down after."""
        self.ids.field.focused = self.parent is not None
        self.ids.keyboard.let_go()

    def _arrange(self, *_: Any) -> None:
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, 8 * sizes.unit
        x, width = self.x + margin, self.width - 2 * margin
        ids.keyboard.lie_under(self)
        top = self._arrange_head(x, width) - 3 * unit
        bottom = self._arrange_foot(x, width) + 2 * unit
        is_roomy = self.height > 10 * sizes.touch
        ids.field.px = sizes.sentence if is_roomy else sizes.title
        ids.field.pad = (6 if is_roomy else 4) * unit
        least = _LEAST_LINES * ids.field.px
        for pictures in (True, False):
            below = ids.kinds.stand(x, top, width, pictures) - 3 * unit
            if below - bottom >= least:
                break
        ids.field.pos, ids.field.size = (x, bottom), (width, max(1, below - bottom))

    def _arrange_head(self, x: float, width: float) -> float:
        """What it is about, and the way out; returns how far down they reach."""
        sizes, headline, cancel = App.get_running_app().sizes, self.ids.headline, self.ids.cancel
        room = width - cancel.width - 4 * sizes.unit
        steps = (sizes.say, sizes.sentence, sizes.title, sizes.detail)
        headline.px, headline.wraps = placing.headline_size(headline.text, steps, room)
        if headline.wraps:
            headline.width = room
        cancel.right, cancel.top = x + width, self.top - sizes.unit
        height = max(cancel.height, headline.height)
        headline.x, headline.y = x, self.top - sizes.unit - (height + headline.height) / 2
        return float(self.top - sizes.unit - height)

    def _arrange_foot(self, x: float, width: float) -> float:
        """The hint, and how long it lasts beside or under it; returns how far up they reach."""
        unit, hint, lasting = App.get_running_app().sizes.unit, self.ids.hint, self.ids.lasting
        beside = width - lasting.width - 6 * unit
        lasting.right, lasting.y = x + width, self.ids.keyboard.top + 3 * unit
        hint.wraps = True
        hint.width = width
        under = hint.height + unit + lasting.height
        if beside > 0:
            hint.width = beside
        if hint.height > under or beside <= 0:
            hint.width = width
        hint.pos = x, lasting.top + unit if hint.width == width else lasting.y
        return float(hint.top)
