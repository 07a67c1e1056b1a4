"""Celebrations: important dates that fall near today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.people.known.important_dates import ImportantDate, Occasion, occurrences

REMEMBERED = timedelta(days=31)
"""How long a day that nobody has wished for is still worth a word."""

COMING = timedelta(days=7)
"""How far ahead a day is worth knowing."""

MOST_AGE = 120
MOST_MARRIED = 100
"""More years than these are never said: nobody has lived, or was married, for longer."""


@dataclass(frozen=True, slots=True)
class Celebration:
    """One occurrence of an important date; `year` is that of the date's own calendar."""

    important: ImportantDate
    on: date
    year: int

    @property
    def wished(self) -> bool:
        """True when somebody has congratulated them on this occurrence."""
        return self.on in self.important.wished

    @property
    def years(self) -> int | None:
        """How many years it has been, or None where the first year is not known or cannot be right."""
        began = self.important.began
        most = MOST_MARRIED if self.important.occasion is Occasion.ANNIVERSARY else MOST_AGE
        return None if began is None or self.year - began > most else self.year - began


def near(dates: Iterable[ImportantDate], today: date) -> list[Celebration]:
    """Every celebration from 31 days ago to 7 days ahead."""
    return between(dates, today - REMEMBERED, today + COMING)


def between(dates: Iterable[ImportantDate], first: date, last: date) -> list[Celebration]:
    """Every celebration from `first` to `last`; the day it all began is not one of them."""
    found = (
        Celebration(important, on, year)
        for important in dates
        if not important.shared_with_deceased
        for on, year in occurrences(important, first, last)
    )
    return [celebration for celebration in found if celebration.years is None or celebration.years > 0]


def due(celebrations: Iterable[Celebration], today: date) -> list[Celebration]:
    """Those of today, then those passed and not wished; the latest first."""
    worth = [c for c in celebrations if c.on == today or (c.on < today and not c.wished)]
    return sorted(worth, key=lambda c: c.on, reverse=True)


def coming(celebrations: Iterable[Celebration], today: date) -> list[Celebration]:
    """Those still ahead; the nearest first."""
    return sorted((c for c in celebrations if c.on > today), key=lambda c: c.on)
