"""What stands on a sheet of paper, in words and pictures only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """A card: an emoji, a title, a line or more of detail; a `festive` one is a celebration."""

    picture: str
    title: str
    detail: str
    festive: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Cards, or plain lines, under a title; `more` is a sentence under the last, or where there are none.

    A section that has none of them is left out.
    """

    title: str
    entries: tuple[Entry, ...] = ()
    more: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed; the footer stands on every page. It may be laid out from `right_to_left`."""

    title: str
    subtitle: str
    sections: tuple[Section, ...]
    footer: str = ""
    right_to_left: bool = False
