"""Who is here with whoever is greeted: a question, and a button for everybody who may be."""

from collections.abc import Sequence
from itertools import product
from typing import Any

from kivy.app import App
from kivy.properties import NumericProperty
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style
from kiosk.people.greeting.standing import Standing
from kiosk.people.known.companions import Companion
from kiosk.people.words import Words as Speech
from kiosk.people.words import within
from kiosk.ui.events import default_handler
from kiosk.ui.pool import Pool, put_only
from kiosk.ui.typesetting import Words, layouts
from kiosk.ui.widgets import TapButton, Text

_ALL_SMALLER = (1, 0.9, 0.8)
_ONE_SMALLER = (1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4)
"""Parts of the usual type size: so far down all of them are shown, and then as many as have room."""


class CompanionButton(TapButton):
    """Says whether they are here: a tap changes that."""

    companion: Companion | None = None

    def room_for(self, width: float, height: float) -> tuple[float, float]:
        """It is as wide whether they are here or not."""
        if self.companion is not None:
            words = self.ids.words
            style = Style(int(words.px * words.shrink), True, (0, 0, 0))
            width = layouts.extent(Words(self._named(is_here=True), style)).width
        return super().room_for(width, height)

    def show(self, companion: Companion) -> None:
        """Stand for this companion."""
        self.companion, palette = companion, App.get_running_app().palette
        self.text = self._named(companion.present)
        self.fill = palette.pine_wash if companion.present else palette.card
        self.edge = palette.pine if companion.present else palette.line
        self.hug()

    def _named(self, is_here: bool) -> str:
        assert self.companion is not None
        return ("✓ " if is_here else "") + within(self.companion.called_by)


class Companions(Widget):
    """Has as many of them on the glass as there is room for, and the others behind a tap.

    Dispatches `on_came_along` with the id of a companion, and `on_left` with that of one who is not here
    after all.
    """

    roomy = NumericProperty(1)
    __events__ = ("on_came_along", "on_left")
    on_came_along = on_left = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        theme = App.get_running_app()
        self._question = Text(px=theme.sizes.chip, ink=theme.palette.soft)
        self._shown, self._more = Widget(size_hint=(None, None)), TapButton()
        self._more.bind(on_tap=lambda _: self._turn())
        for child in (self._question, self._shown, self._more):
            self.add_widget(child)
        self._pool = Pool(CompanionButton, on_tap=self._tapped)
        self._buttons: Sequence[CompanionButton] = ()
        self._asked: Sequence[str] = ("",)
        self._first = 0
        self.end = 0.0
        """Where the last of them ends in their row."""

    def show(self, standing: Standing, words: Speech) -> None:
        """Ask who came along; nothing, where they have nobody."""
        self._first = 0
        self.renew(standing, words)

    def renew(self, standing: Standing, words: Speech) -> None:
        """Tell who is here by now."""
        customer, companions, self._words = standing.greeting.customer, standing.greeting.companions, words
        self._buttons = self._pool.first(len(companions))
        for button, companion in zip(self._buttons, companions, strict=True):
            button.show(companion)
        if customer is None or not companions:
            self._asked = ("",)
            return
        name = within(customer.called_by)
        self._asked = (words.gettext("With {name} today?").format(name=name), words.gettext("Here today?"))

    @property
    def tallest(self) -> float:
        """The height of a row; 0 where there is nobody to ask about."""
        for button in self._buttons:
            button.hug()
        return float(max((button.height for button in self._buttons), default=0))

    def width_wanted(self, gap: float) -> float:
        """Pixels that the question takes with all of them."""
        for button in (*self._buttons, self._more):
            button.tightness = self.roomy
        self._question.text = self._asked[0]
        return self._natural(gap)

    def stand(self, x: float, y: float, width: float, height: float, gap: float) -> None:
        """In a row of this size, in fewer words where there is less room."""
        self._room = x, y, width, height, gap
        self._ask_within(width, gap)
        question = self._question
        question.pos = x, y + (height - question.height) / 2
        left = x + (question.width + 2 * gap if question.text else 0)
        shown = self._fitting(x + width - left, gap)
        for button in shown:
            button.pos, button.height = (left, y), height
            left += button.width + gap
        put_only(self._shown, shown)
        self._more.pos, self._more.height = (left, y), height if self._more.text else 0
        self.end = max(left - gap, self._more.right)

    def _ask_within(self, width: float, gap: float) -> None:
        """In so few words, and so small, that all of them have room or, at the least, the first one."""
        self._more.text = ""
        for shrink, asked in product(_ALL_SMALLER, self._asked):
            self._set_smaller(shrink, asked)
            if self._natural(gap) <= width:
                return
        self._more.text = self._words.gettext("+{n} more").format(n=len(self._buttons))
        for shrink in _ONE_SMALLER:
            self._set_smaller(shrink, self._asked[-1])
            widest = max(button.width for button in self._buttons)
            if self._question.width + widest + self._more.width + 3 * gap <= width:
                return

    def _set_smaller(self, shrink: float, asked: str) -> None:
        self._question.text = asked
        for text in (self._question, *(button.ids.words for button in (*self._buttons, self._more))):
            text.shrink = shrink

    def _fitting(self, width: float, gap: float) -> Sequence[CompanionButton]:
        """Those from the first one on that have room, beside a button that tells how many more there are."""
        if not self._more.text:
            return self._buttons
        room, count = width - self._more.width - gap, 0
        for button in self._buttons[self._first :]:
            if button.width > room:
                break
            room, count = room - button.width - gap, count + 1
        shown = self._buttons[self._first : self._first + max(1, count)]
        self._next = self._first + len(shown)
        self._more.text = self._words.gettext("+{n} more").format(n=len(self._buttons) - len(shown))
        return shown

    def _natural(self, gap: float) -> float:
        asked = self._question.width + 2 * gap if self._question.text else 0
        return float(asked + sum(button.width + gap for button in self._buttons) - gap)

    def _turn(self) -> None:
        """To the next of them; after the last come the first."""
        self._first = self._next % len(self._buttons)
        self.stand(*self._room)

    def _tapped(self, button: CompanionButton) -> None:
        companion = button.companion
        assert companion is not None
        self.dispatch("on_left" if companion.present else "on_came_along", companion.customer.id)
