"""Somebody is looked for by name: to be greeted without their card, or for whatever else asks who it is."""

from collections.abc import Callable, Sequence
from functools import cached_property

from kiosk.people.finding import Found
from kiosk.ui.crossing import crossing
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.find import FindScreen
from kiosk.ui.service import AskedOfFinding
from kiosk.ui.stage import Stage

STAYS = 60.0
"""Seconds: a name takes a while to spell."""

Chosen = Callable[[Found], None]


class FindingFlow:
    """Asks with every key, and shows the newest answer."""

    def __init__(self, stage: Stage, service: AskedOfFinding, keyboard: OwnKeyboard) -> None:
        self.stage, self.cross, self._service, self._keyboard = stage, stage.cross, service, keyboard
        self._chosen: Chosen = self._greet
        self._back: Callable[[], None] = stage.clear

    @cached_property
    def screen(self) -> FindScreen:
        """Made after the first picture."""
        screen = FindScreen(self.stage.words, self._keyboard)
        screen.bind(
            on_asked=lambda _, text: self._service.find(text),
            on_chosen=lambda _, found: self._chosen(found),
            on_close=lambda _: self._back(),
        )
        return screen

    def greet(self) -> None:
        """Find somebody who has no card with them, and greet them."""
        self.ask(self.stage.words.gettext("Who is it?"), self._greet, self.stage.clear)

    def ask(self, question: str, chosen: Chosen, back: Callable[[], None]) -> None:
        """Find somebody; `chosen` is told who it is, `back` is called when it is nobody after all."""
        self._chosen, self._back = chosen, back
        self.stage.serve(self.screen, STAYS)
        self.screen.show(question)

    def propose(self, question: str, found: Sequence[Found], chosen: Chosen) -> None:
        """Let somebody choose among these, or look for anybody else."""
        self.ask(question, chosen, self.stage.clear)
        self.screen.tell("", found)

    @crossing
    def show(self, text: str, found: Sequence[Found]) -> None:
        """Show who has a name that begins like `text`; when more was typed since, the next answer comes."""
        if self.stage.shows(self.screen):
            self.screen.tell(text, found)

    def _greet(self, found: Found) -> None:
        self._service.chosen(found.customer_id)
