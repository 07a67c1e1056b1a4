"""Two who may be one person: chosen on the page about somebody, or proposed before opening."""

from collections.abc import Collection, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from kiosk.people.known.mergers import Aspect, Pair
from kiosk.people.profile.profile import Profile
from kiosk.people.words import within
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.unfinished import Unfinished
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.find import Quest
from kiosk.ui.screens.profile.merging import MergingScreen

if TYPE_CHECKING:
    from kiosk.desk import Desk


class Page(Protocol):
    """The page about somebody."""

    def show(self, profile: Profile) -> None:
        """Show what is kept by now."""

    def show_again(self) -> None:
        """Show it as it was."""

    def refuse(self, sentence: str) -> None:
        """Say why something was not done."""


class MergingFlow:
    """Compares two, makes them one where staff say so, and takes that back."""

    _keep: UUID
    _other: UUID

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        finding: FindingFlow,
        serving: Serving,
        unfinished: Unfinished,
    ) -> None:
        self.navigator, self._ask, self._finding = navigator, ask, finding
        self._serving, self._unfinished = serving, unfinished
        self._merged: Call = navigator.clear
        self._cancelled: Call = navigator.clear
        self._pairs: Sequence[Pair] = ()

    @cached_property
    def screen(self) -> MergingScreen:
        """Made when it is first asked for."""
        screen = MergingScreen(self.navigator.words)
        screen.bind(
            on_merge=lambda _, taken: self._merge(taken),
            on_apart=lambda _: self._keep_apart(),
            on_cancel=lambda _: self._cancelled(),
        )
        return screen

    def ask_who(self, page: Page, profile: Profile) -> None:
        """Ask who is the same person as the one whose page it is."""
        words, keep = self.navigator.words, profile.customer
        question = words.gettext("Who is the same person as {name}?").format(name=within(keep.called_by))
        self._finding.ask(
            Quest(question, words.gettext("Choose {name}"), words.gettext("Choose")),
            chosen=lambda found: self._compare(keep.id, found.customer_id, page),
            back=page.show_again,
        )

    def undo(self, page: Page, profile: Profile) -> None:
        """Take back the newest merger of the one whose page it is."""
        whose = profile.customer.id
        self._ask(lambda desk: desk.merging.undo(whose), then=page.show, refused=page.refuse)

    def propose(self, pairs: Sequence[Pair], back: Call) -> None:
        """Ask about one pair after the other, and go `back` after the last."""
        self._pairs = pairs
        self._propose(0, back)

    def refuse(self, sentence: str) -> None:
        """Say why they were not made one."""
        self.screen.refused = sentence

    def _propose(self, place: int, back: Call) -> None:
        if place == len(self._pairs):
            back()
            return
        one, other, same_card = self._pairs[place]
        told = self.navigator.words.gettext("{n} of {count}").format(n=place + 1, count=len(self._pairs))

        def show(two: tuple[Profile, Profile]) -> None:
            self._merged, self._cancelled = partial(self._propose, place + 1, back), back
            self._show(two, told, same_card)

        self._ask(lambda desk: desk.merging.compare(one.id, other.id), then=show, refused=lambda _: back())

    def _compare(self, keep: UUID, other: UUID, page: Page) -> None:
        def show(two: tuple[Profile, Profile]) -> None:
            self._merged, self._cancelled = partial(self._show_page, keep, page), page.show_again
            self._show(two)

        def refused(sentence: str) -> None:
            page.show_again()
            page.refuse(sentence)

        self._ask(lambda desk: desk.merging.compare(keep, other), then=show, refused=refused)

    def _show_page(self, customer_id: UUID, page: Page) -> None:
        self._ask(lambda desk: desk.profiles.of(customer_id), then=page.show, refused=page.refuse)

    def _show(self, two: tuple[Profile, Profile], proposed: str = "", same_card: bool = False) -> None:
        self._keep, self._other = (profile.customer.id for profile in two)
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(*two, self.navigator.place.clock().date(), proposed, same_card)

    def _merge(self, taken: Collection[Aspect]) -> None:
        keep, other = self._keep, self._other

        def merged(_profile: Profile) -> None:
            # Nobody goes back to somebody who is not there any more.
            self._serving.drop(other)
            self._unfinished.drop(other)
            self._go_on()

        self._ask(lambda desk: desk.merging.merge(keep, other, taken), then=merged, refused=self.refuse)

    def _keep_apart(self) -> None:
        keep, other = self._keep, self._other

        def apart(desk: "Desk") -> None:
            desk.merging.keep_apart(keep, other)

        self._ask(apart, then=lambda _: self._go_on(), refused=self.refuse)

    def _go_on(self) -> None:
        if self.navigator.shows(self.screen):
            self._merged()
