"""The one note that may be under way: on the glass, or waiting while somebody else is greeted."""

from kiosk.people.customers import Customer
from kiosk.people.drafts import Draft
from kiosk.ui.glass import Glass
from kiosk.ui.screens.add_note import AddNoteScreen


class Drafting:
    """Keeps what was typed when a scan or the clock takes its screen away."""

    def __init__(self, glass: Glass, screen: AddNoteScreen) -> None:
        self._glass, self._screen = glass, screen
        self.waiting: Draft | None = None

    def begin(self, customer: Customer) -> None:
        """Ask for a note about a customer."""
        self._glass.put(self._screen)
        self._screen.show(customer)

    def go_on(self, draft: Draft, refused: str = "") -> None:
        """Show a draft again, and why it was not kept."""
        self.waiting = None
        self._glass.put(self._screen)
        self._screen.show(draft.customer, draft, refused)

    def put_aside(self) -> None:
        """Something else comes to the glass: what was typed waits."""
        if self._glass.screen is self._screen and self._screen.draft.text.strip():
            self.waiting = self._screen.draft
