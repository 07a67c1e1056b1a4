"""The other counters of the shop: this one joins them, or lets one in where it is the hub."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App

from kiosk.cards.qr import Modules
from kiosk.people.words import Words, within
from kiosk.ui.events import default_handler
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.widgets.choices import Option
from kiosk.ui.widgets.empty_state import EmptyState
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.widgets.question import Question


class JoiningScreen(EditScreen):
    """Asks for the code of the hub, or shows one; dispatches `on_cancel` at the end.

    Dispatches `on_counter` with the name of the counter whose code is to be shown.
    """

    __events__ = ("on_counter",)
    on_counter = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(words, **properties)
        self._face, self._code, self._which = EmptyState(picture="🔗"), QrCode(), Question(columns=2)
        self._which.bind(on_answer=lambda _, name: self.dispatch("on_counter", name))
        self.put_rows(self._which)
        self.add_widget(self._face)
        self.add_widget(self._code)

    def ask(self) -> None:
        """Ask for the code."""
        words = self.words
        self._begin()
        where = words.gettext("The hub shows it: How is the kiosk? → Other counters.")
        self._say(words.gettext("Scan the code"), where)

    def ask_which(self, new: str, away: Sequence[str]) -> None:
        """Ask which counter is to be let in: a new one, or another machine for one of those that are away."""
        words = self.words
        self._begin()
        fresh = words.gettext("Counter {name}, a new one").format(name=within(new))
        again = words.gettext("Counter {name}, on another machine")
        options = [Option(new, fresh), *(Option(name, again.format(name=within(name))) for name in away)]
        self._which.ask(words.gettext("Whom shall it let in?"), options, None)
        self.arrange()

    def show_code(self, name: str, modules: Modules) -> None:
        """Show the code with which a counter joins."""
        words = self.words
        self._begin()
        self._code.modules = modules
        how = words.gettext(
            "Scan it at counter {name}: How is the kiosk? → Other counters. It lets in whoever has it."
        )
        title = words.gettext("Counter {name}").format(name=within(name))
        self._say(title, how.format(name=within(name)), picture="")

    def tell(self) -> None:
        """It is one of them."""
        words = self.words
        self._say(words.gettext("Done"), words.gettext("This counter shares with the others from now on."))

    def refuse(self, sentence: str) -> None:
        """Say why it is not."""
        self.refused = sentence
        self.arrange()

    def stand_rows(self, top: float, floor: float, gap: float, least: float) -> float:
        """The question, or what is said in the middle of the place, beside the code or under it."""
        if self._which.is_there:
            return super().stand_rows(top, floor, gap, least)
        if self._code.modules is None:
            return self.stand_in_the_middle(self._face, top, floor)
        height, is_upright = top - floor, self.height > self.width
        margin = 8 * App.get_running_app().sizes.unit
        side = self.width * 0.8 if is_upright else min(height - margin / 2, self.width / 2 - margin)
        self._code.size = side, side
        if is_upright:
            self._code.pos = self.x + (self.width - side) / 2, top - side
            has_room = self._face.stand(self.x, floor, self.width, height - side)
        else:
            self._code.pos = self.x + margin, top - side
            has_room = self._face.stand(self.x + self.width / 2, floor, self.width / 2, height)
        return floor if has_room else floor - 1

    def _begin(self) -> None:
        self._which.ask("", [], None)
        self._code.modules = None
        self.begin(self.words.gettext("Other counters"), "")
        self.ids.head.close_word = self.words.gettext("Close")
        self._face.title = self._face.sentence = ""

    def _say(self, title: str, sentence: str, picture: str = "🔗") -> None:
        self._face.picture, self._face.title, self._face.sentence = picture, title, sentence
        self.arrange()
