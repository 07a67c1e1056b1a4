"""All about one person: their page, turning it to them, and forgetting them."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from kiosk.cards.qr import Modules
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.customers import Customer
from kiosk.people.remembered.own_words import own_words
from kiosk.people.remembered.portrait import KeptCard, KeptDate, KeptGesture, KeptNote, Portrait, Relation
from kiosk.ui import pictures
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.flows.serving import Serving
from kiosk.ui.screens.about.forgetting import ForgettingScreen
from kiosk.ui.screens.about.own_page import OwnPageScreen
from kiosk.ui.screens.about.person import PersonScreen
from kiosk.ui.screens.about.rows import Aspect, Kept, Topic
from kiosk.ui.screens.new_face import NewFaceScreen
from kiosk.ui.screens.notice import NoticeScreen
from kiosk.ui.service import AskedOfPerson
from kiosk.ui.setting import Call
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: there is much to read, and to change."""


class PersonFlow:
    """From a greeting and back to it. `need_manager(then, back)` asks for a manager where one is needed."""

    _portrait: Portrait

    def __init__(
        self,
        stage: Stage,
        service: AskedOfPerson,
        serving: Serving,
        drafting: Drafting,
        editing: EditingFlow,
        need_manager: Callable[[Call, Call], None],
    ) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service
        self._serving, self._drafting, self._editing = serving, drafting, editing
        self._need_manager = need_manager
        self.notice = NoticeScreen()
        self._leave: Call = stage.clear
        serving.screen.bind(on_about=lambda _: self._open())

    @cached_property
    def screen(self) -> PersonScreen:
        """Made when it is first asked for."""
        screen = PersonScreen(self.stage.words)
        screen.bind(
            on_edit=lambda _, kept: self._edit(kept),
            on_add=lambda _, topic: self._add(topic),
            on_turn=lambda _: self._service.own_page(self._portrait.customer.id),
            on_done=lambda _: self._leave(),
            on_erase=lambda _: self._ask_whether_to_forget(),
        )
        return screen

    @cached_property
    def own_page(self) -> OwnPageScreen:
        """Made when it is first asked for."""
        screen = OwnPageScreen(self.stage.words)
        screen.bind(
            on_take=lambda _: self._service.print_own_page(self._portrait.customer.id),
            on_thanks=self.stage.clear,
        )
        return screen

    @cached_property
    def forgetting(self) -> ForgettingScreen:
        """Made when it is first asked for."""
        screen = ForgettingScreen(self.stage.words)
        screen.bind(
            on_forget=lambda _: self._service.erase(self._portrait.customer.id),
            on_keep=lambda _: self.come_back(),
        )
        return screen

    @crossing
    def show(self, portrait: Portrait) -> None:
        """Show everything kept about somebody, unless somebody else has come meanwhile."""
        if self._may_show(portrait.customer.id) and not self._is_turned:
            self._portrait = portrait
            self.stage.trouble("")
            self._put()

    @crossing
    def renew(self, portrait: Portrait) -> None:
        """Bring the page up to date; what has come over it meanwhile stays."""
        if self.stage.shows(self.screen) and self._portrait.customer.id == portrait.customer.id:
            self._portrait = portrait
            self._put()

    @crossing
    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        if self.stage.serves:
            self.stage.trouble(sentence)

    @crossing
    def greet(self, greeting: Greeting, trouble: str) -> None:
        """Go back to the greeting, as it is by now."""
        if self.stage.shows(self.screen):
            self._serving.go_back_to(greeting, trouble)

    @crossing
    def turn(self, portrait: Portrait, modules: Modules | None) -> None:
        """Show the person their page, with a code of these modules; None where it is too long for one."""
        if self.stage.shows(self.screen) and self._may_show(portrait.customer.id):
            self._portrait = portrait
            self.stage.serve(self.own_page, STAYS)
            self.own_page.show(own_words(portrait, self.stage.words), modules)

    @crossing
    def tell_printed(self, sentence: str) -> None:
        """Say where their sheet has gone."""
        self.own_page.tell_printed(sentence)

    @crossing
    def forgotten(self, customer_id: UUID, sentence: str) -> None:
        """Somebody is forgotten: nothing of them stays on the glass."""
        if self._may_show(customer_id):
            words = self.stage.words
            self.stage.serve(self.notice)
            gone = words.gettext("Nothing about them is kept any more, and their cards are nobody’s.")
            self.notice.show(pictures.FORGOTTEN, words.gettext("Forgotten"), sentence or gone)

    @crossing
    def refuse_forgetting(self, sentence: str) -> None:
        """Say why they were not forgotten."""
        self.forgetting.refused = sentence

    @crossing
    def let_a_manager_forget(self) -> None:
        """Only a manager can: ask for one, and then do what was asked."""
        if self.stage.shows(self.forgetting):
            customer_id = self._portrait.customer.id
            self._need_manager(lambda: self._service.erase(customer_id), self._ask_whether_to_forget)

    @property
    def customer(self) -> Customer | None:
        """Whose page stands on the glass."""
        return self._portrait.customer if self.stage.shows(self.screen) else None

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer the page is about; nobody beside them counts here."""
        return self._portrait.customer.id, frozenset()

    def come_back(self) -> None:
        """Show the page again, after something on it; what has changed since comes a moment later."""
        self._put()
        self._service.portrait_again(self._portrait.customer.id)

    def show_again(self) -> None:
        """Show the page as it was, after something that changed nothing."""
        self._put()

    def look_up(self, customer_id: UUID) -> None:
        """Open the page of somebody who is not here: nobody is greeted after it."""
        self._open_for(customer_id, self.stage.clear)

    def _open(self) -> None:
        whose = self._serving.whose
        if whose is not None:
            self._open_for(whose, lambda: self._service.greet_again(whose))

    def _open_for(self, customer_id: UUID, leave: Call) -> None:
        self._leave = leave
        self.screen.open_first_page()
        self._service.portrait(customer_id)

    def _put(self) -> None:
        self.stage.serve(self.screen, STAYS)
        self.screen.show(self._portrait, self.stage.place.clock(), self._drafting.waits)

    def _may_show(self, customer_id: UUID) -> bool:
        """False where somebody else has come meanwhile, or the glass was cleared."""
        here = self.stage.glass.screen
        if here is self._serving.screen:
            return self._serving.whose == customer_id
        return self.stage.serves and not isinstance(here, NoticeScreen | NewFaceScreen)

    @property
    def _is_turned(self) -> bool:
        """True while the customer is reading."""
        return isinstance(self.stage.glass.screen, OwnPageScreen)

    def _edit(self, kept: Kept) -> None:
        portrait = self._portrait
        match kept:
            case Aspect.NAMES:
                self._editing.names(portrait)
            case Aspect.MANNER:
                self._editing.manner(portrait)
            case KeptDate():
                self._editing.date(portrait, kept)
            case KeptNote():
                self._editing.note(portrait, kept)
            case KeptGesture():
                self._editing.gesture(portrait, kept)
            case Relation():
                self._editing.relation(portrait, kept)
            case KeptCard():
                self._editing.card(portrait, kept)

    def _add(self, topic: Topic) -> None:
        match topic:
            case Topic.DATES:
                self._editing.date(self._portrait, None)
            case Topic.PEOPLE:
                self._editing.relation(self._portrait, None)
            case Topic.NOTES:
                self._drafting.write_from(self)

    def _ask_whether_to_forget(self, *_: Any) -> None:
        self.stage.serve(self.forgetting, STAYS)
        self.forgetting.show(self._portrait.customer)
