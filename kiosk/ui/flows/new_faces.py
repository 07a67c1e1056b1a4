"""A card that is nobody’s yet: a new face, another card of somebody who is known, or no time for it."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.new_face import NewFaceScreen

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Answer, Desk


class NewFaceFlow:
    """Holds the card until it is somebody’s, or another one is scanned; `greet` shows whose it is now."""

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        finding: FindingFlow,
        greet: "Callable[[Answer], None]",
    ) -> None:
        self.navigator, self._ask, self._keyboard = navigator, ask, keyboard
        self._finding, self._greet = finding, greet
        self._card: Scan | None = None

    @cached_property
    def screen(self) -> NewFaceScreen:
        """Made after the first picture."""
        screen = NewFaceScreen(self.navigator.words, self._keyboard)
        screen.bind(
            on_not_now=self.navigator.clear,
            on_newcomer=lambda _, who: self._keep(who),
            on_replacement=lambda _: self._find_owner(),
        )
        return screen

    def show(self, greeting: Greeting, card: "Scan | None") -> None:
        """Welcome somebody whose card is nobody’s yet."""
        self._card = card
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(greeting)

    def drop_card(self) -> None:
        """Another card was scanned: this one is not given to anybody any more."""
        self._card = None

    def refuse(self, sentence: str) -> None:
        """Say why a new face was not kept; what was written stays."""
        self.screen.refused = sentence

    def _keep(self, who: Newcomer) -> None:
        """They are happy to be remembered."""
        self._give(lambda desk, card: desk.newcomers.keep(card.number, card.symbology, who))

    def _find_owner(self) -> None:
        """It is another card of somebody who is known."""
        self._finding.ask(
            self.navigator.words.gettext("Whose new card is it?"),
            chosen=lambda found: self._replace(found.customer_id),
            back=lambda: self.navigator.serve(self.screen, TO_READ_OR_WRITE),
        )

    def _replace(self, customer_id: UUID) -> None:
        self._give(lambda desk, card: desk.newcomers.replace_card(customer_id, card.number, card.symbology))

    def _give(self, give: "Callable[[Desk, Scan], Answer]") -> None:
        """Give the card to somebody, unless another one was scanned before the desk came to it."""
        card = self._card

        def work(desk: "Desk") -> "Answer | None":
            return None if card is None or card is not self._card else give(desk, card)

        self._ask(work, then=self._given, refused=self.refuse)

    def _given(self, answer: "Answer | None") -> None:
        if answer is None:
            return
        if answer.greeting.outcome is Outcome.UNKNOWN:
            self.refuse(answer.trouble)
        else:
            self._card = None
            self._greet(answer)
