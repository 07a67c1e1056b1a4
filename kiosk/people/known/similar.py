"""Names that may be one person's: they sound alike and are spelled alike."""

from difflib import SequenceMatcher
from functools import lru_cache
from typing import Generic, Protocol, TypeVar

from kiosk.people.known.names import sound, words_of

_ALIKE = 0.9
"""Of 1 for the same text: Sara and Sarah Lindqvist are alike, Tim and Tom Reed are not."""

_Mark = tuple[int, int, frozenset[str]]
Who = TypeVar("Who")


class Birthday(Protocol):
    """A day of the year, with a year where that is known."""

    @property
    def month(self) -> int:
        """From 1 on."""

    @property
    def day(self) -> int:
        """From 1 on."""

    @property
    def year(self) -> int | None:
        """None where it is not known."""


class SimilarPeople(Generic[Who]):
    """Finds who has a similar name and the same birthday; a year that is not known fits any other."""

    def __init__(self) -> None:
        self._people: dict[_Mark, list[tuple[str, int | None, Who]]] = {}

    def add(self, name: str, birthday: Birthday, who: Who) -> None:
        """Add somebody, to be found as `who`."""
        self._people.setdefault(_mark(name, birthday), []).append((_spelled(name), birthday.year, who))

    def find(self, name: str, birthday: Birthday) -> list[Who]:
        """All who may be the same person, in the order in which they were added."""
        alike = self._people.get(_mark(name, birthday), ())
        matcher = SequenceMatcher(b=_spelled(name), autojunk=False)
        found = []
        for other, year, who in alike:
            matcher.set_seq1(other)
            if (None in (year, birthday.year) or year == birthday.year) and matcher.ratio() >= _ALIKE:
                found.append(who)
        return found


def initials(name: str) -> tuple[str, ...]:
    """How the words of a name begin to sound: the same for all names that may be one person's."""
    return tuple(sorted(map(_initial, name.split())))


def _mark(name: str, birthday: Birthday) -> _Mark:
    # Word by word: in which order they stand does not matter.
    return birthday.month, birthday.day, frozenset().union(*map(_sounds, name.split()))


@lru_cache(10_000)
def _sounds(word: str) -> frozenset[str]:
    return frozenset(sound(spelled) or spelled for spelled in words_of((word,)))


@lru_cache(10_000)
def _initial(word: str) -> str:
    return min((heard[:1] for heard in _sounds(word)), default="")


def _spelled(name: str) -> str:
    return " ".join(sorted(name.casefold().split()))
