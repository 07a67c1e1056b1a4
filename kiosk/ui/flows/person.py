"""All about one person: their page, and what is opened from it."""

from functools import cached_property
from uuid import UUID

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.customers import Customer
from kiosk.people.remembered.portrait import Portrait
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.flows.forgetting import ForgettingFlow
from kiosk.ui.flows.serving import Serving
from kiosk.ui.screens.about.own_page import OwnPageScreen
from kiosk.ui.screens.about.person import PersonScreen
from kiosk.ui.screens.about.rows import Topic
from kiosk.ui.service import AskedOfPerson
from kiosk.ui.setting import Call
from kiosk.ui.stage import Stage

STAYS = 120.0
"""Seconds: there is much to read, and to change."""


class PersonFlow:
    """From a greeting and back to it."""

    _portrait: Portrait

    def __init__(
        self,
        stage: Stage,
        service: AskedOfPerson,
        serving: Serving,
        drafting: Drafting,
        editing: EditingFlow,
        forgetting: ForgettingFlow,
    ) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service
        self._serving, self._drafting = serving, drafting
        self._editing, self._forgetting = editing, forgetting
        self._leave: Call = stage.clear
        serving.screen.bind(on_about=lambda _: self._open())

    @cached_property
    def screen(self) -> PersonScreen:
        """Made when it is first asked for."""
        screen = PersonScreen(self.stage.words)
        screen.bind(
            on_edit=lambda _, kept: self._editing.edit(self._portrait, kept),
            on_add=lambda _, topic: self._add(topic),
            on_turn=lambda _: self._service.own_page(self._portrait.customer.id),
            on_done=lambda _: self._leave(),
            on_erase=lambda _: self._forgetting.ask(self._portrait.customer),
        )
        return screen

    @crossing
    def show(self, portrait: Portrait) -> None:
        """Show everything kept about somebody, unless they read it themselves or somebody else has come."""
        is_turned = isinstance(self.stage.glass.screen, OwnPageScreen)
        if self._serving.nobody_else_came(portrait.customer.id) and not is_turned:
            self._portrait = portrait
            self.stage.trouble("")
            self.show_again()

    @crossing
    def renew(self, portrait: Portrait) -> None:
        """Bring the page up to date; what has come over it meanwhile stays."""
        if self.stage.shows(self.screen) and self._portrait.customer.id == portrait.customer.id:
            self._portrait = portrait
            self.show_again()

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
        self.show_again()
        self._service.portrait_again(self._portrait.customer.id)

    def show_again(self) -> None:
        """Show the page as it was, after something that changed nothing."""
        self.stage.serve(self.screen, STAYS)
        self.screen.show(self._portrait, self.stage.place.clock(), self._drafting.waits)

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

    def _add(self, topic: Topic) -> None:
        match topic:
            case Topic.DATES:
                self._editing.add_date(self._portrait)
            case Topic.PEOPLE:
                self._editing.add_relation(self._portrait)
            case Topic.NOTES:
                self._drafting.write_from(self)
