"""What can be done about whoever is greeted: a note, their page, and what they were given."""

from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.terser import Terse
from kiosk.ui.widgets import TapButton

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class FootDoings(Widget):
    """Three buttons at the end of a row; dispatches `on_add_note`, `on_about` and `on_give`.

    What is written down needs a name; their page is there for whoever is greeted without one.
    """

    tightness = NumericProperty(1)
    __events__ = ("on_about", "on_add_note", "on_give")
    on_about = on_add_note = on_give = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._note = self._about = self._gave = ""

    def show(self, greeting: Greeting, words: Words, note_waits: bool) -> None:
        """Show the buttons for the customer who is greeted."""
        self._note = self._about = self._gave = ""
        if greeting.customer is not None:
            name = within(greeting.customer.called_by)
            self._note = words.gettext("Finish the note") if note_waits else words.gettext("Add a note")
            self._about = words.gettext("All about {name}").format(name=name)
            self._gave = "☕ " + words.gettext("We gave them…")
        elif greeting.whose is not None:
            self._about = words.gettext("All about them")

    def name(self, terse: Terse) -> None:
        """Put so few words on the buttons."""
        ids = self.ids
        ids.add_note.text = self._note
        ids.about.text = "👤" if self._about and terse.about else self._about
        ids.give.text = "☕" if self._gave and terse.gave else self._gave

    def leave(self) -> None:
        """Hide all of them."""
        for button in self._buttons:
            button.text = ""

    @property
    def tallest(self) -> float:
        """The height of a row; 0 where none of them is there."""
        return float(max(button.height for button in self._buttons))

    def stand(self, x: float, y: float, width: float, gap: float) -> tuple[float, float]:
        """At the end of a row; returns `x` and width of what is left of it."""
        for button in self._buttons:
            button.y = y
            x, width = placing.at_hand(button, x, width, gap)
        return x, width

    @property
    def _buttons(self) -> list[TapButton]:
        """The likeliest at the hand that taps."""
        return [self.ids.add_note, self.ids.about, self.ids.give]
