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
from kiosk.ui.widgets import TextField
from kiosk.ui.widgets.field import Field

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class EditNamesScreen(WritingScreen):
    """Three fields. Dispatches `on_changes` with the names, and `on_cancel`."""

    title = StringProperty("")
    refused = StringProperty("")
    __events__ = ("on_cancel", "on_changes")
    on_cancel = on_changes = default_handler

    def __init__(self, words: Words, keyboard: OwnKeyboard, **properties: Any) -> None:
        self.name, self.called, self.said = (Field() for _ in range(3))
        self._fields = (self.name, self.called, self.said)
        super().__init__(keyboard, **properties)
        self._words, self.main_word = words, words.gettext("Save")
        self.ids.head.close_word = words.gettext("Cancel")
        self.name.label.text = words.gettext("Full name")
        self.called.label.text = words.gettext("Called")
        self.said.label.text = words.gettext("Say it like…")
        for one in self._fields:
            self.add_widget(one)
            one.field.most = MOST_IN_A_NAME
            one.field.bind(on_enter=lambda _: self.done(), text=self._tell_ready)
        for name in ("pos", "size", "title", "refused"):
            self.fbind(name, self.arrange)

    def show(self, customer: Customer) -> None:
        """Show the names as they are kept."""
        self.refused = ""
        self.title = self._words.gettext("{name}’s names").format(name=within(customer.called_by))
        self.begin(customer.name, customer.called_by, customer.pronunciation)
        self._tell_ready()

    @property
    def fields(self) -> list[TextField]:
        """The full name, what they are called, and how it is said."""
        return [one.field for one in self._fields]

    def done(self) -> None:
        """Hand the names over, unless the full name is empty."""
        name, called_by, pronunciation = (field.text.strip() for field in self.fields)
        if not name:
            self.name.field.focused = True
            return
        self.dispatch("on_changes", [ChangeNames(name, called_by, pronunciation)])

    def _tell_ready(self, *_: Any) -> None:
        """The main key can be used once something else stands there, and a full name."""
        self.main_off = not (self.is_changed and self.name.field.text.strip())

    def arrange(self, *_: Any) -> None:
        """Stand everything in its place."""
        placing.fit(self, self._stand, spare=1)

    def _stand(self, shrink: float, spared: int) -> bool:
        """As far apart as there is room for above the keyboard."""
        sizes, unit = App.get_running_app().sizes, App.get_running_app().sizes.unit
        self.keyboard.lie_under(self)
        below, has_room = self.ids.head.stand(self, shrink, is_short=bool(spared))
        for one in self._fields:
            one.set_type(int((sizes.title if spared else sizes.sentence) * shrink))
        top, gap, floor = below - (2 if spared else 4) * unit, 2 * unit, self.keyboard.top + 2 * unit
        room = self._stand_fields(top, gap) - floor
        self._stand_fields(top, gap + max(0, min(room / 3, 6 * unit)))
        return bool(has_room and room >= 0 and all(one.has_room for one in self._fields))

    def _stand_fields(self, top: float, gap: float) -> float:
        """Under each other; returns how far down they reach."""
        sizes = App.get_running_app().sizes
        x, width = self.x + 8 * sizes.unit, self.width - 16 * sizes.unit
        for one in self._fields:
            top = one.stand(x, top, width, sizes.touch * 0.8) - gap
        return top + gap
