"""All about one person: their page, and what is opened from it."""

from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from kiosk.people.known.customers import Customer
from kiosk.people.profile.profile import Profile
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.flows.card import CardFlow
from kiosk.ui.flows.drafting import Drafting
from kiosk.ui.flows.editing import EditingFlow
from kiosk.ui.flows.forgetting import ForgettingFlow
from kiosk.ui.flows.merging import MergingFlow
from kiosk.ui.flows.own_page import OwnPageFlow
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.unfinished import Unfinished
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.profile.own_page import OwnPageScreen
from kiosk.ui.screens.profile.person import PersonScreen
from kiosk.ui.screens.profile.rows import Topic

if TYPE_CHECKING:
    from kiosk.desk import Answer


class PersonFlow:
    """From a greeting and back to it."""

    _profile: Profile

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        serving: Serving,
        drafting: Drafting,
        editing: EditingFlow,
        forgetting: ForgettingFlow,
        merging: MergingFlow,
        card: CardFlow,
        unfinished: Unfinished,
    ) -> None:
        self.navigator, self._ask = navigator, ask
        self._serving, self._drafting = serving, drafting
        self.own_page = OwnPageFlow(navigator, ask, editing, self.refuse, serving.nobody_else_came)
        self._editing, self._forgetting, self._merging = editing, forgetting, merging
        self._card, self._unfinished = card, unfinished
        self._leave: Call = navigator.clear
        serving.screen.bind(on_about=lambda _: self._open())

    @cached_property
    def screen(self) -> PersonScreen:
        """Made when it is first asked for."""
        screen = PersonScreen(self.navigator.words)
        screen.bind(
            on_edit=lambda _, kept: self._editing.edit(self, self._profile, kept),
            on_add=lambda _, topic: self._add(topic),
            on_turn=lambda _: self.own_page.open(self._profile.customer.id),
            on_done=lambda _: self._leave(),
            on_erase=lambda _: self._forgetting.ask(self._profile.customer),
        )
        return screen

    def show(self, profile: Profile) -> None:
        """Show everything kept about somebody, unless they read it themselves or somebody else has come."""
        is_turned = isinstance(self.navigator.glass.screen, OwnPageScreen)
        if self._serving.nobody_else_came(profile.customer.id) and not is_turned:
            self._profile = profile
            self.navigator.trouble("")
            self.show_again()

    def renew(self, profile: Profile) -> None:
        """Bring the page up to date; what has come over it meanwhile stays."""
        if self.navigator.shows(self.screen) and self._profile.customer.id == profile.customer.id:
            self._profile = profile
            self.show_again()

    def detach(self) -> None:
        """Closing it clears the glass: who was greeted before is not here any more."""
        self._leave = self.navigator.clear

    def refuse(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        if self.navigator.serves:
            self.navigator.trouble(sentence)

    @property
    def customer(self) -> Customer | None:
        """Whose page stands on the glass."""
        return self._profile.customer if self.navigator.shows(self.screen) else None

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer the page is about; nobody beside them counts here."""
        return self._profile.customer.id, frozenset()

    def come_back(self) -> None:
        """Show the page again, after something on it; what has changed since comes a moment later."""
        self.show_again()
        whose = self._profile.customer.id
        self._ask(lambda desk: desk.profiles.of(whose), then=self.renew, refused=self.refuse)

    def show_again(self) -> None:
        """Show the page with the profile that is known already."""
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        waits = self._unfinished.note_waits(self._profile.customer.id)
        self.screen.show(self._profile, self.navigator.place.clock(), waits)

    def show_kept(self, customer_id: UUID) -> None:
        """Show everything that is kept about somebody by now."""
        self._ask(lambda desk: desk.profiles.of(customer_id), then=self.show, refused=self.refuse)

    def look_up(self, customer_id: UUID, leave: Call) -> None:
        """Open the page of somebody who is not at the counter; closing it calls `leave`."""
        self._open_for(customer_id, leave)

    def _open(self) -> None:
        whose = self._serving.whose
        if whose is not None:
            self._open_for(whose, lambda: self._greet_again(whose))

    def _open_for(self, customer_id: UUID, leave: Call) -> None:
        self._leave = leave
        self.screen.open_first_page()
        self.show_kept(customer_id)

    def _greet_again(self, customer_id: UUID) -> None:
        """Go back to their greeting, as it is by now; it is the same visit."""

        def show(answer: "Answer") -> None:
            if self.navigator.shows(self.screen):
                self._serving.go_back_to(answer)

        self._ask(lambda desk: desk.greetings.recognise(customer_id), then=show)

    def _add(self, topic: Topic) -> None:
        match topic:
            case Topic.DATES:
                self._editing.add_date(self, self._profile)
            case Topic.PEOPLE:
                self._editing.add_relation(self, self._profile)
            case Topic.CARDS:
                self._card.open(self._profile.customer.id, self.come_back)
            case Topic.NOTES:
                self._drafting.write_from(self)
            case Topic.SAME_PERSON:
                self._merging.ask_who(self, self._profile)
            case Topic.MERGED:
                self._merging.undo(self, self._profile)
