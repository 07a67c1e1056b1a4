"""Where the keys stand: every row fills the width, and no finger falls between two keys."""

from typing import NamedTuple

from kiosk.ui.keyboard.pages import Key, Rows
from kiosk.ui.sizes import Sizes

_LEAST_PART = 9 / 12
"""The least height of a key beside what a finger hits without aiming: 9 mm of 12."""


class Frame(NamedTuple):
    """The keyboard in pixels: its size, its margins, and the gaps between keys."""

    width: int
    height: int
    side: int
    end: int
    gap: int


class Placed(NamedTuple):
    """A key with its left upper corner, counted from that of the keyboard, and its size."""

    key: Key
    x: int
    y: int
    width: int
    height: int


def frame(width: float, most_height: float, sizes: Sizes, row_count: int = 4) -> Frame:
    """Keys as high as a finger likes or, where that is more than `most_height`, 9 mm at the least."""
    tight = width < 10.5 * sizes.touch
    gap, end = (sizes.unit, sizes.unit) if tight else (2 * sizes.unit, 3 * sizes.unit)
    side = end if tight else 5 * sizes.unit
    room = (most_height - 2 * end - (row_count - 1) * gap) / row_count
    key = round(max(sizes.touch * _LEAST_PART + 1, min(room, sizes.touch)))
    return Frame(int(width), row_count * key + (row_count - 1) * gap + 2 * end, side, end, gap)


def placed(rows: Rows, frame: Frame) -> list[Placed]:
    """The keys in their places."""
    pitch = (frame.height - 2 * frame.end + frame.gap) / len(rows)
    result = []
    for i, row in enumerate(rows):
        unit = (frame.width - 2 * frame.side - (len(row) - 1) * frame.gap) / sum(key.weight for key in row)
        left, y = float(frame.side), round(frame.end + i * pitch)
        for key in row:
            right = left + key.weight * unit
            result.append(Placed(key, round(left), y, round(right) - round(left), round(pitch - frame.gap)))
            left = right + frame.gap
    return result


def hit(keys: list[Placed], x: float, y: float) -> Placed:
    """The key nearest to a touch: gaps and margins belong to the keys beside them."""
    return min(keys, key=lambda one: (_beside(y, one.y, one.height), _beside(x, one.x, one.width)))


def _beside(at: float, start: float, length: float) -> float:
    return max(start - at, at - start - length, 0)
