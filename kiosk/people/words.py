"""How the rules speak without knowing a language: they are handed their words."""

from datetime import date
from typing import Protocol
from zlib import crc32


class Words(Protocol):
    """The words of one language; `gettext` and `ngettext` as in the standard library."""

    def gettext(self, message: str, /) -> str: ...

    def ngettext(self, one: str, many: str, n: int, /) -> str: ...

    def weekday(self, day: date, /) -> str:
        """Like "Thursday"."""

    def day(self, day: date, /) -> str:
        """Like "3 November"."""

    def ordinal(self, n: int, /) -> str:
        """Like "65th"."""


def choose(phrasings: str, name: str, today: date) -> str:
    """One of several phrasings, each on a line of its own, by person and day.

    The same person hears another one tomorrow, and another one on the same weekday next week.
    """
    lines = phrasings.splitlines()
    return lines[(crc32(name.encode()) + today.toordinal()) % len(lines)]
