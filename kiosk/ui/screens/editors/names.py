"""What somebody is called."""

from pathlib import Path
from typing import Any

from kivy.app import App
from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.people.changing.changes import ChangeNames
from kiosk.people.known.customers import MOST_IN_A_NAME, Customer
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.writing import WritingScreen
from kiosk.ui.widgets import Text, TextField

Builder.load_file(str(Path(__file__).with_suffix(".kv")))

_ROOMY = 10
"""So many fingers wide there is room for the labels beside the fields."""


class EditNamesScreen(WritingScreen):
    """Three fields. Dispatches `on_changes` with the names, and `on_cancel`."""

    title = StringProperty("")
    refused = StringProperty("")
    __events__ = ("on_cancel", "on_changes")
    on_cancel = on_changes = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(keyboard, **properties)
        self._words, self.main_word = words, words.gettext("Save")
        self.ids.head.close_word = words.gettext("Cancel")
        self.ids.name_label.text = words.gettext("Full name")
        self.ids.called_label.text = words.gettext("Called")
        self.ids.said_label.text = words.gettext("Say it like…")
        for field in self.fields:
            field.most = MOST_IN_A_NAME
        for name in ("pos", "size", "title", "refused"):
            self.fbind(name, self.arrange)

    def show(self, customer: Customer) -> None:
        """Show the names as they are kept."""
        self.refused = ""
        self.title = self._words.gettext("The names of {name}").format(name=within(customer.called_by))
        self.begin(customer.name, customer.called_by, customer.pronunciation)

    @property
    def fields(self) -> list[TextField]:
        """The full name, what they are called, and how it is said."""
        return [self.ids.name, self.ids.called, self.ids.said]

    def done(self) -> None:
        """Hand the names over, unless the full name is empty."""
        name, called_by, pronunciation = (field.text.strip() for field in self.fields)
        if not name:
            self.ids.name.focused = True
            return
        self.dispatch("on_changes", [ChangeNames(name, called_by, pronunciation)])

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        placing.fit(self, self._stand, spare=1)

    def _stand(self, shrink: float, spared: int) -> bool:
        sizes, ids = App.get_running_app().sizes, self.ids
        unit, margin = sizes.unit, 8 * sizes.unit
        x, width, gap = self.x + margin, self.width - 2 * margin, (2 if spared else 4) * unit
        self.keyboard.lie_under(self)
        below, has_room = ids.head.stand(self, shrink, is_short=bool(spared))
        top = below - gap
        labels = [ids.name_label, ids.called_label, ids.said_label]
        widest = max(label.width for label in labels) + 5 * unit
        beside = width >= _ROOMY * sizes.touch
        for label, field in zip(labels, self.fields, strict=True):
            field.px, field.pad = int((sizes.title if spared else sizes.sentence) * shrink), 4 * unit
            field.height = max(field.px * 1.27 + 5 * unit, sizes.touch * 0.8)
            self._stand_field(label, field, (x, top), widest if beside else 0)
            field.width = x + width - field.x
            top = field.y - gap
        return bool(has_room and top >= self.keyboard.top)

    def _stand_field(self, label: Text, field: TextField, at: tuple[float, float], beside: float) -> None:
        """The label `beside` its field in so much room, or above it."""
        x, top = at
        label.x, label.top = x, top
        below = top if beside else label.y - App.get_running_app().sizes.unit
        field.pos = x + beside, below - field.height
        if beside:
            label.center_y = field.center_y
