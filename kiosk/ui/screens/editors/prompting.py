"""What an editor may ask for on a screen of its own, to be answered later."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from kiosk.people.calendars.months import Month
from kiosk.ui.screens.editors.day import Days

Months = Sequence[tuple[Month, str]]


class Prompting(Protocol):
    """Each is told the answer by `then`; cancelled, nothing happens. The editor is shown again either way."""

    def text(
        self,
        title: str,
        text: str,
        then: Callable[[str], None],
        *,
        hint: str = "",
        is_needed: bool = True,
        digits: bool = False,
    ) -> None:
        """Some words; what `then` refuses with RefusedText is to be written anew."""

    def day(
        self,
        title: str,
        months: Months,
        days: Days,
        picked: tuple[Month, int] | None,
        then: Callable[[Month, int], None],
    ) -> None:
        """A day of one of these months."""

    def coming_day(self, title: str, picked: date | None, then: Callable[[date], None]) -> None:
        """A day from today on, within a year."""
