"""Finding somebody by name: to greet them without their card, or for another flow that needs a person."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kiosk.people.finding import Found, Search
from kiosk.ui.asking import AskDesk, ignore
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_CHOOSE, Navigator
from kiosk.ui.screens.find import FindScreen, Quest

if TYPE_CHECKING:
    from kiosk.desk import Answer, Desk

Chosen = Callable[[Found], None]


class FindingFlow:
    """Asks with every key, and shows the newest answer; `show` greets who was found.

    `begin_new` welcomes somebody new who has no card, with what was typed as their name.
    """

    def __init__(
        self,
        navigator: Navigator,
        look_up: AskDesk,
        keyboard: OwnKeyboard,
        show: "Callable[[Answer], None]",
        begin_new: Callable[[str], None],
    ) -> None:
        self.navigator, self._look_up, self._keyboard, self._show = navigator, look_up, keyboard, show
        self._begin_new, self._wanted = begin_new, ""
        self._chosen: Chosen = self._greet
        self._back: Callable[[], None] = navigator.clear
        self._new: Callable[[str], None] = ignore

    @cached_property
    def screen(self) -> FindScreen:
        """Made after the first picture."""
        screen = FindScreen(self.navigator.words, self._keyboard)
        screen.bind(
            on_asked=lambda _, text: self._find(text),
            on_chosen=lambda _, found: self._chosen(found),
            on_new=lambda _, text: self._new(text),
            on_close=lambda _: self._back(),
        )
        return screen

    def open(self, *_: Any) -> None:
        """Find somebody who has no card with them, and greet them."""
        words = self.navigator.words
        quest = Quest(
            words.gettext("Who is it?"),
            words.gettext("Greet {name}"),
            words.gettext("Greet"),
            words.gettext("Somebody new"),
            offers_new=True,
        )
        self.ask(quest, self._greet, self.navigator.clear, self._begin_new)

    def ask(
        self, quest: Quest, chosen: Chosen, back: Callable[[], None], new: Callable[[str], None] = ignore
    ) -> None:
        """Find somebody; `chosen` is told who it is, `new` the name of somebody new.

        `back` is called when the search is cancelled.
        """
        self._chosen, self._back, self._new = chosen, back, new
        self.navigator.serve(self.screen, TO_CHOOSE)
        self.screen.show(quest)

    def propose(
        self,
        quest: Quest,
        found: Sequence[Found],
        chosen: Chosen,
        back: Callable[[], None],
        new: Callable[[str], None] = ignore,
    ) -> None:
        """Let somebody choose among these, or look for anybody else; the rest as for `ask`."""
        self.ask(quest, chosen, back, new)
        self.screen.tell("", Search(tuple(found)))

    def _find(self, text: str) -> None:
        """Find who has a name that begins so; of letters typed fast, only the last are looked for."""
        self._wanted = text

        def find(desk: "Desk") -> Search | None:
            return desk.finding.find(text) if text == self._wanted else None

        def show(search: Search | None) -> None:
            if search is not None and self.navigator.shows(self.screen):
                self.screen.tell(text, search)

        self._look_up(find, then=show)

    def _greet(self, found: Found) -> None:
        self._look_up(lambda desk: desk.greetings.recognise(found.customer_id), then=self._show)
