"""Finding somebody by name: to greet them without their card, or for another flow that needs a person."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.people.finding import Found
from kiosk.ui.asking import AskDesk
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_CHOOSE, Navigator
from kiosk.ui.screens.find import FindScreen

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk

Chosen = Callable[[Found], None]


class FindingFlow:
    """Asks with every key, and shows the newest answer; `show` greets who was found."""

    def __init__(
        self,
        navigator: Navigator,
        look_up: AskDesk,
        keyboard: OwnKeyboard,
        show: "Callable[[Answer], None]",
    ) -> None:
        self.navigator, self._look_up, self._keyboard, self._show = navigator, look_up, keyboard, show
        self._wanted = ""
        self._chosen: Chosen = self._greet
        self._back: Callable[[], None] = navigator.clear

    @cached_property
    def screen(self) -> FindScreen:
        """Made after the first picture."""
        screen = FindScreen(self.navigator.words, self._keyboard)
        screen.bind(
            on_asked=lambda _, text: self._find(text),
            on_chosen=lambda _, found: self._chosen(found),
            on_close=lambda _: self._back(),
        )
        return screen

    def open(self) -> None:
        """Find somebody who has no card with them, and greet them."""
        self.ask(self.navigator.words.gettext("Who is it?"), self._greet, self.navigator.clear)

    def ask(self, question: str, chosen: Chosen, back: Callable[[], None]) -> None:
        """Find somebody; `chosen` is told who it is, `back` is called when the search is cancelled."""
        self._chosen, self._back = chosen, back
        self.navigator.serve(self.screen, TO_CHOOSE)
        self.screen.show(question)

    def propose(self, question: str, found: Sequence[Found], chosen: Chosen) -> None:
        """Let somebody choose among these, or look for anybody else."""
        self.ask(question, chosen, self.navigator.clear)
        self.screen.tell("", found)

    def _find(self, text: str) -> None:
        """Find who has a name that begins so; of letters typed fast, only the last are looked for."""
        self._wanted = text

        def find(desk: "Desk") -> list[Found] | None:
            return desk.finding.find(text) if text == self._wanted else None

        def show(found: list[Found] | None) -> None:
            if found is not None and self.navigator.shows(self.screen):
                self.screen.tell(text, found)

        self._look_up(find, then=show)

    def _greet(self, found: Found) -> None:
        self._look_up(lambda desk: desk.greetings.recognise(found.customer_id), then=self._show)
