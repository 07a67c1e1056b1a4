"""Newspaper columns: rows under headings, from one column into the next; lengths are in pixels."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

_FEWEST = 2
"""So many rows, where there are more of them, stand under a heading before it goes on in the next column."""


_MUCH = 0.4
"""With so much of a column left, a section begins there that would have a column to itself."""


class Spacing(NamedTuple):
    """What stands between rows, under a heading, and above one that is not the first of its column."""

    between: float
    under: float
    above: float


class Section(NamedTuple):
    """The height of a heading, 0 for none, and those of the rows under it."""

    heading: float
    rows: Sequence[float]


class Piece(NamedTuple):
    """Rows of one section from `first` up to `end`, under its heading."""

    section: int
    first: int
    end: int


def flow(sections: Sequence[Section], room: float, spacing: Spacing) -> list[list[Piece]]:
    """The pieces of each column, none of which is higher than `room`; a row that is higher stands alone.

    A section that has room in one column stays together, unless much of the one before would stay empty.
    """
    columns: list[list[Piece]] = [[]]
    left = room
    for number, section in enumerate(sections):
        first = 0
        while first < len(section.rows):
            above = space_above(sections, number, spacing) if columns[-1] else 0
            end = _fitting(section, first, left - above, room, spacing)
            if end == first and columns[-1]:
                columns.append([])
                left = room
                continue
            end = max(end, first + 1)
            columns[-1].append(Piece(number, first, end))
            left -= above + height(section, first, end, spacing)
            first = end
            if first < len(section.rows):
                columns.append([])
                left = room
    return columns


def space_above(sections: Sequence[Section], number: int, spacing: Spacing) -> float:
    """What stands between a section and the one before it; those without a heading stand together."""
    are_alone = number > 0 and not sections[number].heading and not sections[number - 1].heading
    return spacing.between if are_alone else spacing.above


def height(section: Section, first: int, end: int, spacing: Spacing) -> float:
    """What these rows take together with their heading."""
    rows = section.rows[first:end]
    under = section.heading + spacing.under if section.heading else 0
    return under + sum(rows) + spacing.between * (len(rows) - 1)


def _fitting(section: Section, first: int, left: float, room: float, spacing: Spacing) -> int:
    """Up to which row the section goes on where so much is left; `first` where it had better not begin."""
    last = len(section.rows)
    ends: Iterator[int] = (e for e in range(last, first, -1) if height(section, first, e, spacing) <= left)
    end = next(ends, first)
    if end == last:
        return end
    would_fit_elsewhere = left < room * _MUCH and height(section, first, last, spacing) <= room
    too_few = end - first < _FEWEST and left < room
    return first if would_fit_elsewhere or too_few else end
