"""A screen with more to show than fits on it."""

from collections.abc import Callable
from typing import Any

from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.pager import Pager


class Paged(Claiming):
    """Has a `pager`, for the screen to put in its place."""

    def __init__(self, **properties: Any) -> None:
        self.pager = Pager()
        super().__init__(**properties)
        self.page, self._pages = 0, 1
        self.pager.bind(on_turn=lambda _, by: self.turn_over(by))

    def arrange(self, *_: Any) -> None:
        """Put the page that is open on the glass."""
        raise NotImplementedError

    def turn_over(self, pages: int) -> None:
        """To a page further on, or back; after the last comes the first."""
        self.page = (self.page + pages) % self._pages
        self.arrange()

    def count(self, lay_out: Callable[[], int]) -> None:
        """Have everything laid out, which returns how many pages it takes.

        That is done once more where the pager, which is there only then, has taken of the room.
        """
        pages, counted = 0, 1
        while counted > pages:
            pages = counted
            self.pager.tell(pages, pages)
            counted = lay_out()
        self.page, self._pages = min(self.page, pages - 1), pages
        self.pager.tell(self.page + 1, pages)
