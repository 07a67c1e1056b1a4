"""The one note that may be under way: on the glass, or waiting while somebody else is greeted."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from kiosk.people.drafts import Draft
from kiosk.ui.glass import Glass
from kiosk.ui.screens.add_note import AddNoteScreen
from kiosk.ui.screens.greeting import GreetingScreen

NOTE_STAYS = 120.0
"""Seconds: to write takes longer than a greeting."""


class Drafting:
    """Keeps what was typed when a scan, the clock or a failed write takes its screen away.

    `screen` is asked for when it is needed first. `stay` is called with the seconds a screen may stay on
    the glass, None for the usual ones; `clear` when nobody is served any more; `written` with the customer
    on the glass, those beside them, and the note.
    """

    def __init__(
        self,
        glass: Glass,
        greeting: GreetingScreen,
        screen: Callable[[], AddNoteScreen],
        stay: Callable[[float | None], None],
        clear: Callable[[], None],
        written: Callable[[UUID, frozenset[UUID], Draft], None],
    ) -> None:
        self._glass, self._greeting, self._make = glass, greeting, screen
        self._stay, self._clear, self._written = stay, clear, written
        self._draft: Draft | None = None
        self._writing_for: UUID | None = None

    @cached_property
    def _screen(self) -> AddNoteScreen:
        screen = self._make()
        screen.bind(on_cancel=self._leave, on_save=self._save)
        return screen

    @property
    def waits(self) -> bool:
        """True while a note waits to be finished."""
        return self._draft is not None

    def write(self, *_: Any) -> None:
        """Ask for a note about the customer on the glass, or take up again the one that waits."""
        on_glass = self._greeting.customer if self._glass.screen is self._greeting else None
        self._writing_for = on_glass.id if on_glass else None
        if self._draft is not None:
            self._go_on(self._draft)
        elif on_glass is not None:
            self._glass.put(self._screen)
            self._screen.show(on_glass)
            self._stay(NOTE_STAYS)

    def refuse(self, draft: Draft, sentence: str, is_resting: bool) -> None:
        """Show what was written again, and why it was not kept; behind somebody else it waits."""
        customer = self._greeting.customer
        still_there = customer is not None and customer.id == self._writing_for
        if is_resting or (self._glass.screen is self._greeting and still_there):
            self._go_on(draft, sentence)
        else:
            self._draft = draft

    def put_aside(self) -> None:
        """Something else comes to the glass: what was typed waits."""
        on_glass = self._glass.screen
        if isinstance(on_glass, AddNoteScreen) and on_glass.draft.text.strip():
            self._draft = on_glass.draft

    def _go_on(self, draft: Draft, refused: str = "") -> None:
        self._draft = None
        self._glass.put(self._screen)
        self._screen.show(draft.customer, draft, refused)
        self._stay(NOTE_STAYS)

    def _save(self, _screen: Any, draft: Draft) -> None:
        company = (draft.customer.id, frozenset[UUID]())
        if self._writing_for is not None:
            company = self._greeting.company
        self._leave()
        self._written(*company, draft)

    def _leave(self, *_: Any) -> None:
        if self._writing_for is not None:
            self._glass.put(self._greeting)
            self._stay(None)
        else:
            # What was saved or cancelled does not wait.
            self._screen.ids.field.put("")
            self._clear()
