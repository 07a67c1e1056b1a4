"""One item kept about somebody to change: its editor, and back to their page."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property
from typing import TypeAlias, TypeVar
from uuid import UUID

from kiosk.people.changing.changes import Change
from kiosk.people.profile.profile import (
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
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.flows.prompts import Prompts
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.editors.card import EditCardScreen
from kiosk.ui.screens.editors.date import EditDateScreen
from kiosk.ui.screens.editors.gesture import EditGestureScreen
from kiosk.ui.screens.editors.manner import EditMannerScreen
from kiosk.ui.screens.editors.names import EditNamesScreen
from kiosk.ui.screens.editors.note import EditNoteScreen
from kiosk.ui.screens.editors.relation import EditRelationScreen
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.profile.rows import Aspect, Kept

_Editor: TypeAlias = EditScreen | EditNamesScreen | EditGestureScreen
_Screen = TypeVar("_Screen", bound=_Editor)


class EditingFlow:
    """Keeps what was changed, or says why that is not kept.

    `show` shows the page anew, `back` as it was.
    """

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        finding: FindingFlow,
        show: Callable[[Profile], None],
        back: Callable[[], None],
    ) -> None:
        self.navigator, self._ask = navigator, ask
        self._keyboard, self._finding, self._show_page, self._back = keyboard, finding, show, back
        self._prompts = Prompts(navigator, keyboard)
        self._customer_id: UUID | None = None
        self._open: _Editor | None = None

    def edit(self, profile: Profile, kept: Kept) -> None:
        """Show the editor of something that is kept about somebody."""
        match kept:
            case Aspect.NAMES:
                self._show(profile, self._names).show(profile.customer)
            case Aspect.MANNER:
                self._show(profile, self._manner).show(profile, self._today)
            case KeptDate():
                self._date_of(profile, kept)
            case KeptNote():
                self._show(profile, self._note).show(profile, kept, self._today)
            case KeptGesture():
                self._show(profile, self._gesture).ask(profile, kept)
            case Relation():
                self._show(profile, self._relation).show(profile, kept.other, kept)
            case KeptCard():
                self._show(profile, self._card).show(profile, kept)

    def add_date(self, profile: Profile) -> None:
        """Ask for one more day that matters."""
        self._date_of(profile, None)

    def add_relation(self, profile: Profile) -> None:
        """Ask who else belongs to somebody, and then what they are to them."""
        question = self.navigator.words.gettext("Who belongs to {name}?")
        self._finding.ask(
            question.format(name=within(profile.customer.called_by)),
            chosen=lambda found: self._relate(profile, Other(found.customer_id, found.called_by)),
            back=self._back,
        )

    def refuse(self, sentence: str) -> None:
        """Say why what was changed last is not kept; all that was changed still stands there."""
        if self._open is not None:
            self._open.refused = sentence

    def _date_of(self, profile: Profile, kept: KeptDate | None) -> None:
        self._show(profile, self._date).show(profile, kept, self._today)

    @property
    def _today(self) -> date:
        return self.navigator.place.clock().date()

    def _relate(self, profile: Profile, other: Other) -> None:
        self._show(profile, self._relation).show(profile, other)

    def _show(self, profile: Profile, screen: _Screen) -> _Screen:
        """Put an editor on the glass; it has its size before it is told what to show."""
        self._customer_id, self._open = profile.customer.id, screen
        self.navigator.serve(screen, TO_READ_OR_WRITE)
        return screen

    def change(self, customer_id: UUID, *changes: Change) -> None:
        """Keep all of these changes, and show what is kept then; where none is, the reason."""
        self._ask(
            lambda desk: desk.profiles.change(customer_id, *changes),
            then=self._show_page,
            refused=self.refuse,
        )

    def _change_shown(self, changes: Sequence[Change]) -> None:
        assert self._customer_id is not None
        self.change(self._customer_id, *changes)

    def _bound(self, screen: _Screen) -> _Screen:
        screen.bind(
            on_changes=lambda _, changes: self._change_shown(changes), on_cancel=lambda _: self._back()
        )
        return screen

    @cached_property
    def _names(self) -> EditNamesScreen:
        return self._bound(EditNamesScreen(self.navigator.words, self._keyboard))

    @cached_property
    def _manner(self) -> EditMannerScreen:
        return self._bound(EditMannerScreen(self.navigator.words, self._prompts))

    @cached_property
    def _date(self) -> EditDateScreen:
        return self._bound(EditDateScreen(self.navigator.words, self._prompts))

    @cached_property
    def _note(self) -> EditNoteScreen:
        return self._bound(EditNoteScreen(self.navigator.words, self._prompts))

    @cached_property
    def _gesture(self) -> EditGestureScreen:
        return self._bound(EditGestureScreen(self.navigator.words, self._keyboard))

    @cached_property
    def _relation(self) -> EditRelationScreen:
        return self._bound(EditRelationScreen(self.navigator.words))

    @cached_property
    def _card(self) -> EditCardScreen:
        return self._bound(EditCardScreen(self.navigator.words))
