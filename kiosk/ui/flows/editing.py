"""One item kept about somebody to change: its editor, and back to their page."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TypeAlias, TypeVar
from uuid import UUID

from kiosk.people.changing.changes import Change, ChangeGesture, DropGesture
from kiosk.people.known.gestures import Direction
from kiosk.people.remembered.portrait import (
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Portrait,
    Relation,
)
from kiosk.people.words import within
from kiosk.ui.crossing import crossing
from kiosk.ui.flows.asking import STAYS, Asking
from kiosk.ui.flows.finding import FindingFlow
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.screens.editors.card import EditCardScreen
from kiosk.ui.screens.editors.date import EditDateScreen
from kiosk.ui.screens.editors.manner import EditMannerScreen
from kiosk.ui.screens.editors.names import EditNamesScreen
from kiosk.ui.screens.editors.note import EditNoteScreen
from kiosk.ui.screens.editors.relation import EditRelationScreen
from kiosk.ui.screens.editors.screen import EditScreen
from kiosk.ui.screens.editors.text import EditTextScreen
from kiosk.ui.service import AskedOfPerson
from kiosk.ui.stage import Stage

_Editor: TypeAlias = EditScreen | EditNamesScreen | EditTextScreen
_Screen = TypeVar("_Screen", bound=_Editor)


class EditingFlow:
    """Hands over what was changed; the service shows the page anew, or says here why it was not kept.

    `back` shows the page as it was.
    """

    def __init__(
        self,
        stage: Stage,
        service: AskedOfPerson,
        keyboard: OwnKeyboard,
        finding: FindingFlow,
        back: Callable[[], None],
    ) -> None:
        self.stage, self.cross, self._service = stage, stage.cross, service
        self._keyboard, self._finding, self._back = keyboard, finding, back
        self._asking = Asking(stage, keyboard)
        self._customer_id: UUID | None = None
        self._open: _Editor | None = None

    def names(self, portrait: Portrait) -> None:
        """What they are called."""
        self._show(portrait, self._names).show(portrait.customer)

    def manner(self, portrait: Portrait) -> None:
        """How they wish to be met."""
        self._show(portrait, self._manner).show(portrait)

    def date(self, portrait: Portrait, kept: KeptDate | None = None) -> None:
        """A day that matters; a new one where none is kept."""
        today = self.stage.place.clock().date()
        self._show(portrait, self._date).show(portrait, kept, today)

    def note(self, portrait: Portrait, kept: KeptNote) -> None:
        """What was written about them."""
        self._show(portrait, self._note).show(portrait, kept)

    def gesture(self, portrait: Portrait, kept: KeptGesture) -> None:
        """What they brought us, or we gave them."""
        words = self.stage.words
        theirs, ours = words.gettext("What {name} brought us"), words.gettext("What we gave {name}")
        title = theirs if kept.direction is Direction.RECEIVED else ours
        name = within(portrait.customer.called_by)
        self._gesture_id = kept.id
        self._show(portrait, self._gesture).show(
            title.format(name=name),
            kept.what,
            words.gettext("Save"),
            hint=words.gettext("{name} may read this one day. Write it kindly.").format(name=name),
            remove_word=words.gettext("Remove"),
        )

    def relation(self, portrait: Portrait, relation: Relation | None = None) -> None:
        """What somebody is to them; without a relation it is asked first who that is."""
        if relation is not None:
            self._show(portrait, self._relation).show(portrait, relation.other, relation)
            return
        question = self.stage.words.gettext("Who belongs to {name}?")
        self._finding.ask(
            question.format(name=within(portrait.customer.called_by)),
            chosen=lambda found: self._relate(portrait, Other(found.customer_id, found.called_by)),
            back=self._back,
        )

    def card(self, portrait: Portrait, kept: KeptCard) -> None:
        """Whether it is lost, or found again."""
        self._show(portrait, self._card).show(portrait, kept)

    @crossing
    def refuse(self, sentence: str) -> None:
        """Say why what was changed last is not kept; all that was changed still stands there."""
        if self._open is not None:
            self._open.refused = sentence

    def _relate(self, portrait: Portrait, other: Other) -> None:
        self._show(portrait, self._relation).show(portrait, other)

    def _show(self, portrait: Portrait, screen: _Screen) -> _Screen:
        """Put an editor on the glass; it has its size before it is told what to show."""
        self._customer_id, self._open = portrait.customer.id, screen
        self.stage.serve(screen, STAYS)
        return screen

    def _hand_over(self, changes: Sequence[Change]) -> None:
        assert self._customer_id is not None
        for change in changes:
            self._service.change(self._customer_id, change)

    def _bound(self, screen: _Screen) -> _Screen:
        screen.bind(on_changes=lambda _, changes: self._hand_over(changes), on_cancel=lambda _: self._back())
        return screen

    @cached_property
    def _names(self) -> EditNamesScreen:
        return self._bound(EditNamesScreen(self.stage.words, self._keyboard))

    @cached_property
    def _manner(self) -> EditMannerScreen:
        return self._bound(EditMannerScreen(self.stage.words, self._asking))

    @cached_property
    def _date(self) -> EditDateScreen:
        return self._bound(EditDateScreen(self.stage.words, self._asking))

    @cached_property
    def _note(self) -> EditNoteScreen:
        return self._bound(EditNoteScreen(self.stage.words, self._asking))

    @cached_property
    def _relation(self) -> EditRelationScreen:
        return self._bound(EditRelationScreen(self.stage.words))

    @cached_property
    def _card(self) -> EditCardScreen:
        return self._bound(EditCardScreen(self.stage.words))

    @cached_property
    def _gesture(self) -> EditTextScreen:
        screen = EditTextScreen(self.stage.words, self._keyboard)
        screen.bind(
            on_written=lambda _, what: self._hand_over([ChangeGesture(self._gesture_id, what)]),
            on_remove=lambda _: self._hand_over([DropGesture(self._gesture_id)]),
            on_cancel=lambda _: self._back(),
        )
        return screen
