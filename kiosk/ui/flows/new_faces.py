"""A card that is nobody’s yet: a new face, another card of somebody who is known, or no time for it."""

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING
from uuid import UUID

from kivy.uix.widget import Widget

from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.finding import Search
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.words import within
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.unfinished import Unfinished, Work
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.find import Quest
from kiosk.ui.screens.new_face import NewFaceScreen, Written

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Answer, Desk


class NewFaceFlow:
    """Holds the card until it is somebody’s, or another one is scanned; `greet` shows whose it is now.

    Who has no card gets a number in place of one, and `photograph` shows it to them.
    """

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        finding: FindingFlow,
        unfinished: Unfinished,
        greet: "Callable[[Answer], None]",
        photograph: Callable[[UUID], None],
    ) -> None:
        self.navigator, self._ask, self._keyboard = navigator, ask, keyboard
        self._finding, self._unfinished, self._greet = finding, unfinished, greet
        self._photograph, self._only_numbers = photograph, set[str]()
        self._card: Scan | None = None
        navigator.interrupted.append(self._put_aside)

    @cached_property
    def screen(self) -> NewFaceScreen:
        """Made after the first picture."""
        screen = NewFaceScreen(self.navigator.words, self._keyboard)
        screen.bind(
            on_not_now=lambda _: self._leave(),
            on_newcomer=lambda _, who: self._keep(who),
            on_replacement=lambda _: self._find_owner(),
        )
        return screen

    def show(self, greeting: Greeting, card: "Scan | None") -> None:
        """Welcome somebody whose card is nobody’s yet, or go on where that was interrupted."""
        if card is None or not self._unfinished.go_on_with_card(card.number):
            self._show(greeting, card)

    def begin_without_card(self, name: str) -> None:
        """Welcome somebody new who has no card."""

        def begin(card: "Scan") -> None:
            self._only_numbers.add(card.number)
            self._show(Greeting(Outcome.UNKNOWN), card, Written(name))

        self._ask(lambda desk: desk.cards.unused(), then=begin, refused=self.navigator.trouble)

    def drop_card(self) -> None:
        """Another card was scanned: this one is not given to anybody any more."""
        self._card = None

    def _show(self, greeting: Greeting, card: "Scan | None", written: Written | None = None) -> None:
        self._greeting, self._card = greeting, card
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(greeting, written)

    def _put_aside(self, _interrupted: Widget) -> None:
        """What was written about them waits, for as long as the card is nobody’s."""
        card = self._card
        if card is None or not self.screen.written.holds_anything:
            return
        greeting, written = self._greeting, self.screen.written
        title = self.navigator.words.gettext("A new face waits")
        go_on = partial(self._show, greeting, card, written)
        self._unfinished.add(Work(card.number, written.name, title, go_on))
        self._card = None

    def _leave(self) -> None:
        self._card = None
        self.navigator.clear()

    def refuse(self, sentence: str) -> None:
        """Say why a new face was not kept; what was written stays."""
        self.screen.refused = sentence

    def _keep(self, who: Newcomer) -> None:
        """They are happy to be remembered: keep them, unless they may be somebody who is known already."""
        card = self._card

        def known(search: Search) -> None:
            if card is None or card is not self._card:
                return
            if search.found:
                self._ask_whether_known(who, search)
            else:
                self._keep_new(who)

        self._ask(lambda desk: desk.finding.alike(who), then=known, refused=self.refuse)

    def _ask_whether_known(self, who: Newcomer, search: Search) -> None:
        words = self.navigator.words
        question = words.gettext("This {name}?").format(name=within(who.called_by))
        self._finding.propose(
            self._quest(question),
            search.found,
            chosen=lambda found: self._replace(found.customer_id),
            back=self._come_back,
            new=lambda _: self._keep_another(who),
        )

    def _keep_another(self, who: Newcomer) -> None:
        self._come_back()
        self._keep_new(who)

    def _keep_new(self, who: Newcomer) -> None:
        self._give(lambda desk, card: desk.newcomers.keep(card.number, card.symbology, who))

    def _find_owner(self) -> None:
        """It is another card of somebody who is known."""
        self._finding.ask(
            self._quest(self.navigator.words.gettext("Whose new card is it?")),
            chosen=lambda found: self._replace(found.customer_id),
            back=self._come_back,
            new=self._is_new,
        )

    def _quest(self, question: str) -> Quest:
        words = self.navigator.words
        give, in_a_word = words.gettext("Give it to {name}"), words.gettext("Give")
        return Quest(question, give, in_a_word, words.gettext("Somebody new"), offers_new=True)

    def _come_back(self) -> None:
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)

    def _is_new(self, name: str) -> None:
        """It is nobody who is known: back to the welcome, with what was typed as their name."""
        self._come_back()
        if name and not self.screen.written.name:
            self.screen.ids.name.put(name)

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
            card, self._card = self._card, None
            self._greet(answer)
            whose = answer.greeting.whose
            if card is not None and whose is not None and card.number in self._only_numbers:
                self._photograph(whose)
