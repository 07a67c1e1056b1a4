"""The one note that may be under way: on the glass, or waiting while somebody else is greeted."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from kivy.uix.widget import Widget

from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.customers import Customer
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.serving import Serving
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.add_note import AddNoteScreen
from kiosk.ui.screens.ready import ReadyScreen

if TYPE_CHECKING:
    from kiosk.desk import Answer


class Asker(Protocol):
    """Where a note is asked for, and where it goes back to."""

    @property
    def customer(self) -> Customer | None:
        """Who stands on the glass there."""

    @property
    def company(self) -> tuple[UUID, frozenset[UUID]]:
        """The customer there, and those beside them."""

    def come_back(self) -> None:
        """Show it again."""


class Drafting:
    """Keeps what was typed when a scan, the clock or a failed write takes its screen away."""

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        serving: Serving,
        ready: ReadyScreen,
    ) -> None:
        self.navigator, self._ask, self._keyboard = navigator, ask, keyboard
        self._serving, self._ready = serving, ready
        self._asker: Asker = serving
        self._waiting: Draft | None = None
        self._writing_for: UUID | None = None
        navigator.leaving.append(self._put_aside)
        serving.screen.bind(on_add_note=self.write, on_gave=self._gave)
        ready.bind(on_draft=self.write)

    @cached_property
    def screen(self) -> AddNoteScreen:
        """Made after the first picture."""
        screen = AddNoteScreen(self.navigator.words, self._keyboard)
        screen.bind(on_cancel=self._leave, on_save=self._save)
        return screen

    @property
    def waits(self) -> bool:
        """True while a note waits to be finished."""
        return self._waiting is not None

    def write(self, *_: Any, kind: DraftKind = DraftKind.REMEMBER) -> None:
        """Ask for a note about the customer on the glass, or take up again the one that waits."""
        self.write_from(self._serving, kind)

    def write_from(self, asker: Asker, kind: DraftKind = DraftKind.REMEMBER) -> None:
        """The same on any other page about a customer."""
        self._asker, on_glass = asker, asker.customer
        self._writing_for = on_glass.id if on_glass else None
        if self._waiting is not None:
            self._go_on(self._waiting)
        elif on_glass is not None:
            self.navigator.serve(self.screen, TO_READ_OR_WRITE)
            self.screen.show(on_glass, Draft(kind, "", on_glass))

    def drop(self, customer_id: UUID) -> None:
        """Somebody is forgotten: no note about them waits any more."""
        if self._waiting is not None and self._waiting.customer.id == customer_id:
            self._wait(None)

    def refuse(self, draft: Draft, sentence: str) -> None:
        """Show what was written again, and why it was not kept; behind somebody else it waits."""
        on_glass = self._asker.customer
        still_there = on_glass is not None and on_glass.id == self._writing_for
        if still_there or self.navigator.shows(self._ready):
            self._go_on(draft, sentence)
        else:
            self._wait(draft)

    def _gave(self, _screen: Widget, what: str) -> None:
        if not what:
            self.write(kind=DraftKind.GAVE)

    def _put_aside(self, leaving: Widget) -> None:
        """Something else comes to the glass: what was typed waits."""
        if isinstance(leaving, AddNoteScreen) and leaving.draft.text.strip():
            self._wait(leaving.draft)

    def _wait(self, draft: Draft | None) -> None:
        self._waiting = draft
        self._ready.show_draft(draft is not None)
        self._serving.screen.show_draft(draft is not None)

    def _go_on(self, draft: Draft, refused: str = "") -> None:
        self._wait(None)
        self.navigator.serve(self.screen, TO_READ_OR_WRITE)
        self.screen.show(draft.customer, draft, refused)

    def _save(self, _screen: Any, draft: Draft) -> None:
        company = (draft.customer.id, frozenset[UUID]())
        if self._writing_for is not None:
            company = self._asker.company
        # Whatever asks for what is kept now is to find it there.
        self._ask(
            lambda desk: desk.notes.write(*company, draft),
            then=lambda answer: self._kept(draft, answer),
            refused=lambda sentence: self.refuse(draft, sentence),
        )
        self._leave()

    def _kept(self, draft: Draft, answer: "Answer") -> None:
        self._serving.renew(answer.greeting, answer.trouble)
        if not answer.kept:
            self.refuse(draft, answer.trouble)

    def _leave(self, *_: Any) -> None:
        # What was saved or cancelled does not wait.
        self.screen.ids.field.put("")
        if self._writing_for is not None:
            self._asker.come_back()
        else:
            self.navigator.clear()
