"""What stands on a sheet of paper, in words and pictures only."""

from dataclasses import dataclass
from typing import TypeAlias

Code: TypeAlias = tuple[tuple[bool, ...], ...]
"""The rows of a square, True for black; what it needs of white around it is the paper."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A card: an emoji, a title, a line or more of detail; a `festive` one is a celebration."""

    picture: str
    title: str
    detail: str
    festive: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Cards, plain lines, or a code under a title; `more` is a sentence under the last, or where none is.

    A section that has none of them is left out.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    more: str = ""
    lines: tuple[str, ...] = ()
    code: Code = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed; the footer stands on every page. It may be laid out from `right_to_left`."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: str = ""
    right_to_left: bool = False
