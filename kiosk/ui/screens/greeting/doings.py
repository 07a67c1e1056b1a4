"""What can be done about whoever is greeted: a note, their page, and what they were given."""

from collections.abc import Sequence
from typing import Any

from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.people.greeting.standing import Standing
from kiosk.people.words import Words, within
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import TapButton
from kiosk.ui.widgets.undo_button import UndoButton

_SMALLER = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)


class FootDoings(Widget):
    """Three buttons in a row, the likeliest at the hand that taps.

    Dispatches `on_add_note`, `on_about`, `on_give` and, where that was done just now, `on_take_back`. What is
    written down needs a name; their page is there for whoever is greeted without one.
    """

    roomy = NumericProperty(1)
    __events__ = ("on_about", "on_add_note", "on_give", "on_take_back")
    on_about = on_add_note = on_give = on_take_back = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._note, self._about = TapButton(main=True), TapButton()
        self._gave = UndoButton(in_one_line=True)
        self._note.bind(on_tap=lambda _: self.dispatch("on_add_note"))
        self._about.bind(on_tap=lambda _: self.dispatch("on_about"))
        self._gave.bind(on_tap=lambda gave: self.dispatch("on_take_back" if gave.is_done else "on_give"))
        for button in (self._note, self._about, self._gave):
            self.add_widget(button)
        self._words_for: tuple[tuple[str, str, str], ...] = (("", "", ""),)

    def show(self, standing: Standing, words: Words, note_waits: bool) -> None:
        """Show the buttons for the customer who is greeted."""
        greeting, self._gave.is_done = standing.greeting, standing.given is not None
        self._gave.done_word, self._gave.undo = words.gettext("Given"), words.gettext("Undo")
        if greeting.customer is None:
            self._words_for = (("", words.gettext("All about them") if greeting.whose else "", ""),)
            return
        name = within(greeting.customer.called_by)
        note = words.gettext("Finish the note") if note_waits else words.gettext("Add a note")
        about, gave = words.gettext("All about {name}"), "☕ " + words.gettext("We gave {name}…")
        self._words_for = (
            (note, about.format(name=name), gave.format(name=name)),
            (note, words.gettext("All about them"), "☕ " + words.gettext("We gave them…")),
        )

    def fit(self, width: float, gap: float) -> bool:
        """Take so many words, and so large, as have room; tells whether all of them have in full size."""
        for shrink in _SMALLER:
            for said in self._words_for:
                self._say(said, shrink)
                if self._natural(gap) <= width:
                    return shrink == 1 and said is self._words_for[0]
        return False

    def width_wanted(self, gap: float) -> float:
        """Pixels that they take with all their words."""
        self._say(self._words_for[0], 1)
        return self._natural(gap)

    @property
    def tallest(self) -> float:
        """The height of a row; 0 where none of them is there."""
        return float(max(button.height for button in self._buttons))

    def stand(self, x: float, y: float, width: float, height: float, gap: float) -> tuple[float, float]:
        """At the end of a row so wide, each as high as it; returns `x` and width of what is left of it."""
        for button in self._shown:
            button.height, button.y = height, y
        return placing.row_at_hand(self._shown, x, width, gap)

    def fill(self, x: float, y: float, width: float, height: float, gap: float) -> None:
        """The same over all of the row."""
        spare = width - self._natural(gap)
        for button in self._shown:
            button.width += spare / len(self._shown)
        self.stand(x, y, width, height, gap)

    def _say(self, said: tuple[str, str, str], shrink: float) -> None:
        for button in (self._note, self._about):
            button.ids.words.shrink = shrink
            button.tightness = self.roomy
        self._gave.shrink, self._gave.roomy = shrink, self.roomy
        self._note.text, self._about.text, self._gave.word = said

    def _natural(self, gap: float) -> float:
        for button in self._buttons:
            button.hug()
        return float(sum(button.width + gap for button in self._shown) - gap)

    @property
    def _shown(self) -> Sequence[Any]:
        return [button for button in self._buttons if button.height]

    @property
    def _buttons(self) -> Sequence[Any]:
        return self._note, self._about, self._gave
