"""One item kept about somebody to change: its editor, and back to the page it stands on."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any, Protocol, TypeVar
from uuid import UUID

from kivy.uix.widget import Widget

from kiosk.people.changing.changes import Change
from kiosk.people.profile.profile import (
    Aspect,
    Kept,
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Profile,
    Relation,
)
from kiosk.people.words import within
from kiosk.ui.asking import AskDesk
from kiosk.ui.configuration import Call
from kiosk.ui.flows.editors import Editor, Editors
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.unfinished import Unfinished, Work
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.find import Quest

_Screen = TypeVar("_Screen", bound=Editor)


Photograph = Callable[[UUID, Call, UUID], None]


class Page(Protocol):
    """Where something is changed, and where that goes back to."""

    def show(self, profile: Profile) -> None:
        """Show what is kept by now."""

    def show_again(self) -> None:
        """Show it as it was."""

    def detach(self) -> None:
        """Forget where it was opened from: closing it clears the glass."""


class EditingFlow:
    """Keeps what was changed, or says why that is not kept; what is interrupted waits to be finished.

    `photograph` shows a card of somebody, and goes back.
    """

    _page: Page
    _profile: Profile

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        finding: FindingFlow,
        unfinished: Unfinished,
        photograph: Photograph,
    ) -> None:
        self.navigator, self._ask = navigator, ask
        self._keyboard, self._finding, self._unfinished = keyboard, finding, unfinished
        self._photograph_card = photograph
        self._editors = Editors(navigator, keyboard)
        navigator.interrupted.append(self._put_aside)

    def edit(self, page: Page, profile: Profile, kept: Kept) -> None:
        """Show the editor of something that is kept about somebody."""
        self._page, editors = page, self._editors
        match kept:
            case Aspect.NAMES:
                self._show(profile, editors.names).show(profile.customer)
            case Aspect.MANNER:
                self._show(profile, editors.manner).show(profile, self._today)
            case KeptDate():
                self._date_of(profile, kept)
            case KeptNote():
                self._show(profile, editors.note).show(profile, kept, self._today)
            case KeptGesture():
                self._show(profile, editors.gesture).ask(profile, kept)
            case Relation():
                self._show(profile, editors.relation).show(profile, kept.other, kept)
            case KeptCard():
                screen = self._show(profile, editors.card)
                screen.unbind(on_photograph=self._photograph)
                screen.bind(on_photograph=self._photograph)
                screen.show(profile, kept)

    def add_date(self, page: Page, profile: Profile) -> None:
        """Ask for one more day that matters."""
        self._page = page
        self._date_of(profile, None)

    def add_relation(self, page: Page, profile: Profile) -> None:
        """Ask who else belongs to somebody, and then what they are to them."""
        self._page, words = page, self.navigator.words
        question = words.gettext("Who belongs to {name}?").format(name=within(profile.customer.called_by))
        known = words.gettext("They need a card of ours first.")
        self._finding.ask(
            Quest(question, words.gettext("Choose {name}"), words.gettext("Choose"), known),
            chosen=lambda found: self._relate(profile, Other(found.customer_id, found.called_by)),
            back=page.show_again,
        )

    def change(self, page: Page, profile: Profile, *changes: Change) -> None:
        """Keep all of these changes, and show what is kept then; where none is, the reason."""
        self._page, whose = page, profile.customer.id
        self._ask(
            lambda desk: desk.profiles.change(whose, *changes),
            then=page.show,
            refused=self.refuse,
        )

    def refuse(self, sentence: str) -> None:
        """Say why what was changed last is not kept; all that was changed still stands there."""
        if self._editors.open is not None:
            self._editors.open.refused = sentence

    def _date_of(self, profile: Profile, kept: KeptDate | None) -> None:
        self._show(profile, self._editors.date).show(profile, kept, self._today)

    @property
    def _today(self) -> date:
        return self.navigator.place.clock().date()

    def _relate(self, profile: Profile, other: Other) -> None:
        self._show(profile, self._editors.relation).show(profile, other)

    def _show(self, profile: Profile, screen: _Screen) -> _Screen:
        """Put an editor on the glass; it has its size before it is told what to show."""
        self._profile, self._editors.open = profile, screen
        screen.unbind(on_changes=self._change, on_cancel=self._cancel)
        screen.bind(on_changes=self._change, on_cancel=self._cancel)
        self.navigator.serve(screen, TO_READ_OR_WRITE)
        return screen

    def _change(self, _screen: Any, changes: Sequence[Change]) -> None:
        self.change(self._page, self._profile, *changes)

    def _cancel(self, _screen: Any) -> None:
        self._page.show_again()

    def _photograph(self, _screen: Any, card_id: UUID) -> None:
        self._photograph_card(self._profile.customer.id, self._page.show_again, card_id)

    def _put_aside(self, on_glass: Widget) -> None:
        """Something else comes to the glass: what was changed waits, and the next edit has other screens."""
        if not self._editors.holds_changes(on_glass):
            return
        who, title = self._profile.customer, self.navigator.words.gettext("A change waits")
        go_on = partial(self._go_on, self._editors, self._page, self._profile, on_glass)
        self._unfinished.add(Work(who.id, who.called_by, title, go_on))
        self._editors = Editors(self.navigator, self._keyboard)

    def _go_on(self, editors: Editors, page: Page, profile: Profile, screen: Widget) -> None:
        self._editors, self._page, self._profile = editors, page, profile
        page.detach()
        self.navigator.serve(screen, TO_READ_OR_WRITE)
