"""A note under way: on the glass, or waiting while somebody else is greeted."""

from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from kivy.uix.widget import Widget

from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.customers import Customer
from kiosk.ui.asking import AskDesk
from kiosk.ui.flows.serving import Serving
from kiosk.ui.flows.unfinished import Unfinished, Work
from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.navigator import TO_READ_OR_WRITE, Navigator
from kiosk.ui.screens.add_note import AddNoteScreen

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
    """Has what was typed wait when a scan, the clock or a failed write takes its screen away."""

    def __init__(
        self,
        navigator: Navigator,
        ask: AskDesk,
        keyboard: OwnKeyboard,
        serving: Serving,
        unfinished: Unfinished,
    ) -> None:
        self.navigator, self._ask, self._keyboard = navigator, ask, keyboard
        self._serving, self._unfinished = serving, unfinished
        self._asker: Asker = serving
        self._writing_for: UUID | None = None
        navigator.leaving.append(self._put_aside)
        serving.screen.bind(on_add_note=self.write, on_gave=self._gave)

    @cached_property
    def screen(self) -> AddNoteScreen:
        """Made after the first picture."""
        screen = AddNoteScreen(self.navigator.words, self._keyboard)
        screen.bind(on_cancel=self._leave, on_save=self._save)
        return screen

    def write(self, *_: Any, kind: DraftKind = DraftKind.REMEMBER) -> None:
        """Ask for a note about the customer on the glass, or take up again one that waits."""
        self.write_from(self._serving, kind)

    def write_from(self, asker: Asker, kind: DraftKind = DraftKind.REMEMBER) -> None:
        """The same on any other page about a customer."""
        on_glass = asker.customer
        if on_glass is None:
            return
        if not self._unfinished.go_on_with_note(on_glass.id):
            self.navigator.serve(self.screen, TO_READ_OR_WRITE)
            self.screen.show(on_glass, Draft(kind, "", on_glass))
        self._asker, self._writing_for = asker, on_glass.id

    def refuse(self, draft: Draft, sentence: str) -> None:
        """Show what was written again, and why it was not kept; behind somebody else it waits."""
        on_glass = self._asker.customer
        still_there = on_glass is not None and on_glass.id == self._writing_for
        if still_there or not self.navigator.serves:
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

    def _wait(self, draft: Draft) -> None:
        who, title = draft.customer, self.navigator.words.gettext("A note waits")
        self._unfinished.add(Work(who.id, who.called_by, title, lambda: self._take_up(draft), is_note=True))

    def _take_up(self, draft: Draft) -> None:
        """Go on with it, and go back to whoever is greeted now."""
        on_glass = self._serving.customer
        self._asker, self._writing_for = self._serving, on_glass.id if on_glass else None
        self._go_on(draft)

    def _go_on(self, draft: Draft, refused: str = "") -> None:
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
