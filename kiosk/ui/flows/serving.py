"""Somebody is served: their greeting, and what one tap on it does."""

from collections.abc import Callable, Mapping
from time import monotonic
from typing import TYPE_CHECKING, Any
from uuid import UUID

from kivy.core.window import Window
from kivy.uix.widget import Widget
from uuid6 import uuid7

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import notice
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.greeting.standing import Standing
from kiosk.people.known.customers import Customer
from kiosk.ui import pictures
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.unfinished import Unfinished
from kiosk.ui.navigator import Navigator
from kiosk.ui.screens.greeting.foot import Beside
from kiosk.ui.screens.greeting.screen import GreetingScreen
from kiosk.ui.screens.new_face import NewFaceScreen
from kiosk.ui.screens.notice import NoticeScreen

if TYPE_CHECKING:
    from drivers import Scan
    from kiosk.desk import Answer, Desk

BACK_FOR = 30.0
"""Seconds after which nobody can go back to the last greeting from the ready screen."""

_IS_HERE = (Outcome.NOT_OURS, Outcome.PAYMENT_CARD, Outcome.UNREADABLE, Outcome.RETIRED)
"""Outcomes with which somebody stands at the counter who may be known by name."""

Change = Callable[[frozenset[Tap]], frozenset[Tap]]
ShowOutcome = Callable[[Greeting, "Scan | None"], None]


def unchanged(done: frozenset[Tap]) -> frozenset[Tap]:
    """The same taps as before."""
    return done


class Serving:
    """Shows what came of a scan: a greeting, two plain sentences, or what `others` show for their outcome.

    `coming` is called before anything of it is on the glass, `shown` at the flip that shows it, with the
    milliseconds since the last byte of the scan.
    """

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        others: Mapping[Outcome, ShowOutcome],
        coming: Callable[[], None],
        shown: Callable[[Outcome, float], None],
        unfinished: Unfinished,
    ) -> None:
        self.navigator, self._ask = navigator, ask
        self._others, self._coming, self._shown = others, coming, shown
        self._unfinished = unfinished
        self._begun: dict[UUID, frozenset[UUID]] = {}
        self._left_at = -BACK_FOR
        self.screen, self.notice = GreetingScreen(navigator.words, navigator.place.gestures), NoticeScreen()
        self.screen.bind(
            on_tapped=lambda _, tap: self._tap(tap),
            on_taken_back=lambda _, tap: self._take_back(tap),
            on_came_along=lambda _, who: self._come_along(who),
            on_left=lambda _, who: self._go_alone(who),
            on_gave=lambda _, what: self._gave(what),
            on_go_on=lambda _: unfinished.go_on_beside(self.screen.whose),
        )
        navigator.leaving.append(self._leave)

    def show(self, answer: "Answer", received_at: float, card: "Scan | None" = None) -> None:
        """Show a greeting, and then record the visit.

        `received_at` is the monotonic time of the last byte of its scan, `card` what was scanned.
        """
        self._coming()
        self.navigator.trouble(answer.trouble)
        self._put(answer.greeting, card)
        self._tell_when_shown(answer, received_at)

    def show_found(self, answer: "Answer") -> None:
        """Greet somebody who was found without a scan."""
        self.show(answer, monotonic())

    def renew(self, greeting: Greeting, trouble: str = "") -> None:
        """Show what has become of a greeting after something was written down.

        When somebody else is on the glass by now, they stay there.
        """
        if self.screen.is_of(greeting):
            self._show_renewed(self.screen.standing.reordered(greeting), trouble)

    def _renew_in_place(self, greeting: Greeting, trouble: str = "", change: Change = unchanged) -> None:
        """Show what has become of it after a tap; `change` those that are done, unless there was trouble."""
        if self.screen.is_of(greeting):
            standing = self.screen.standing
            done = standing.done if trouble else change(standing.done)
            self._show_renewed(standing.renewed(greeting, done), trouble)

    def _show_renewed(self, standing: Standing, trouble: str) -> None:
        if self.navigator.shows(self.screen):
            self.navigator.trouble(trouble)
            self.navigator.serve(self.screen)
            self.screen.renew(standing, self._beside)

    @property
    def customer(self) -> Customer | None:
        """Who is greeted, while their greeting stands on the glass."""
        return self.screen.customer if self.navigator.shows(self.screen) else None

    @property
    def whose(self) -> UUID | None:
        """Whose greeting it is, named or not, while it stands on the glass."""
        return self.screen.whose if self.navigator.shows(self.screen) else None

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer greeted last, and those beside them."""
        return self.screen.company

    def nobody_else_came(self, customer_id: UUID) -> bool:
        """True while the glass still shows this customer: not cleared, and no other card scanned."""
        if self.navigator.shows(self.screen):
            return self.whose == customer_id
        told = isinstance(self.navigator.glass.screen, NoticeScreen | NewFaceScreen)
        return self.navigator.serves and not told

    @property
    def back_for(self) -> float:
        """The seconds for which one may still go back to the last greeting; none where there is no way."""
        return self._left_at + BACK_FOR - monotonic() if self.screen.whose is not None else 0

    def go_back(self) -> None:
        """Show the last greeting again, as it was."""
        if self.back_for > 0:
            self.come_back()

    def drop(self, customer_id: UUID) -> None:
        """Somebody is forgotten: nobody goes back to their greeting."""
        if self.screen.whose == customer_id:
            self._left_at = -BACK_FOR

    def come_back(self) -> None:
        """Show the greeting again, after something else about the same person."""
        self.navigator.serve(self.screen)
        self.screen.renew(self.screen.standing, self._beside)

    @property
    def _beside(self) -> Beside:
        return self._unfinished.beside(self.screen.whose)

    def go_back_to(self, answer: "Answer") -> None:
        """Show what has become of a greeting, after its customer’s page; it is no news to anybody."""
        self.navigator.trouble(answer.trouble)
        self._put(answer.greeting)
        self._record(answer)

    def _tap(self, tap: Tap) -> None:
        """Something was done that a cue asks for."""
        whose, present = self.screen.company
        self._change(lambda desk: desk.taps.keep(whose, present, tap), lambda done: done | {tap})

    def _take_back(self, tap: Tap) -> None:
        """It was not, after all."""
        whose, present = self.screen.company
        self._change(lambda desk: desk.taps.take_back(whose, present, tap), lambda done: done - {tap})

    def _come_along(self, companion_id: UUID) -> None:
        """One more companion is here."""
        whose, present = self.screen.company

        def came(answer: "Answer") -> None:
            self._begun[companion_id] = answer.visits
            self._renew_in_place(answer.greeting, answer.trouble)

        self._ask(lambda desk: desk.greetings.come_along(whose, present, companion_id), then=came)

    def _go_alone(self, companion_id: UUID) -> None:
        """They are not here, after all."""
        whose, present = self.screen.company
        begun = self._begun.pop(companion_id, frozenset())
        self._ask(
            lambda desk: desk.greetings.go_alone(whose, present, companion_id, begun),
            then=lambda answer: self._renew_in_place(answer.greeting, answer.trouble),
        )

    def _change(self, make: "Callable[[Desk], Answer]", change: Change) -> None:
        """Something is changed that the greeting tells of; it follows."""
        self._ask(make, then=lambda answer: self._renew_in_place(answer.greeting, answer.trouble, change))

    def _gave(self, what: str) -> None:
        """One of the shop's own gestures; what has still to be written down is a note."""
        if what:
            who, _ = self.screen.company
            self._tap(Tap(Action.GAVE, uuid7(), who, what=what))

    def _put(self, greeting: Greeting, card: "Scan | None" = None) -> None:
        """Show the screen for an outcome; it is put on the glass first, to have its size."""
        if greeting.outcome in self._others:
            self._others[greeting.outcome](greeting, card)
        elif greeting.outcome in (Outcome.WELCOME, Outcome.UNNAMED):
            self._begun.clear()
            self.navigator.serve(self.screen)
            self.screen.show(Standing.first(greeting), self._unfinished.beside(greeting.whose))
        else:
            said = notice(greeting, self.navigator.words)
            self.navigator.serve(self.notice)
            hint, picture = self.navigator.words.gettext("Press and hold to read"), pictures.OUTCOMES
            self.notice.show(picture[greeting.outcome], said.title, said.sentence, said.covered, hint)
            if greeting.outcome in _IS_HERE:
                self.notice.offer_to_find(self.navigator.words.gettext("Find by name"))

    def _leave(self, leaving: Widget) -> None:
        if leaving is self.screen:
            self._left_at = monotonic()

    def _record(self, answer: "Answer") -> None:
        visit = answer.visit
        if visit is not None:
            self._ask(lambda desk: desk.greetings.record(visit), self._tell_trouble, self._tell_trouble)

    def _tell_trouble(self, sentence: str) -> None:
        """Whatever stands on the glass by then."""
        if sentence:
            self.navigator.trouble(sentence)

    def _tell_when_shown(self, answer: "Answer", received_at: float) -> None:
        def shown() -> None:
            self._shown(answer.greeting.outcome, (monotonic() - received_at) * 1000)
            self._record(answer)

        def flipping(_window: Any) -> None:
            # Kivy tells of a flip before it does it; what is carried over comes after.
            Window.unbind(on_flip=flipping)
            self.navigator.cross(shown)

        Window.bind(on_flip=flipping)
        # The same person scanned twice looks the same, and is shown all the same.
        Window.canvas.ask_update()
