"""A screen with more to show than fits on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kivy.lang import Builder
from kivy.properties import StringProperty

from kiosk.ui.widgets.claiming import Claiming

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Paged(Claiming):
    """Has a button that turns back, and one that says which page it is and turns on.

    Both are there where there are more pages than one, for the screen to put in their place.
    """

    before_sign = StringProperty("")
    after_sign = StringProperty("")

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.page, self._pages = 0, 1

    def arrange(self, *_: Any) -> None:
        """Put the page that is open on the glass."""
        raise NotImplementedError

    def turn_over(self, pages: int) -> None:
        """To a page further on, or back; after the last comes the first."""
        self.page = (self.page + pages) % self._pages
        self.arrange()

    def count(self, lay_out: Callable[[], int]) -> None:
        """Have everything laid out, which returns how many pages it takes.

        That is done once more where the buttons, which are there only then, have taken of the room.
        """
        pages, counted = 0, 1
        while counted > pages:
            pages = counted
            self._tell(pages, pages)
            counted = lay_out()
        self.page, self._pages = min(self.page, pages - 1), pages
        # The sign stays where it is while pages are turned.
        wide = self.ids.after.width
        self._tell(self.page + 1, pages)
        self.ids.after.width = wide

    def _tell(self, page: int, pages: int) -> None:
        self.before_sign = "‹" if pages > 1 else ""
        self.after_sign = f"{page}/{pages} ›" if pages > 1 else ""
