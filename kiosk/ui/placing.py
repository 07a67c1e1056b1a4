"""Where things stand: columns, flows, and how many cards fit."""

from collections.abc import Callable, Sequence

from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure

_LEAST_SHRINKING = 1 / 2


def stack(widgets: Sequence[Widget], x: float, top: float, gaps: Sequence[float]) -> float:
    """Stand widgets under each other from `top` down; those without height take no room.

    `gaps[i]` is the space under widget i. Returns how far down the last one reaches.
    """
    below = top
    for widget, gap in zip(widgets, gaps, strict=True):
        if widget.height:
            widget.x, widget.top = x, below
            top, below = widget.y, widget.y - gap
    return top


def stacked_height(widgets: Sequence[Widget], gaps: Sequence[float]) -> float:
    """The height `stack` will take."""
    shown = [(widget.height, gap) for widget, gap in zip(widgets, gaps, strict=True) if widget.height]
    return float(sum(height + gap for height, gap in shown) - (shown[-1][1] if shown else 0))


def flow(widgets: Sequence[Widget], x: float, top: float, width: float, gap: float) -> float:
    """Stand widgets side by side, and in a new row when one does not fit. Returns how far down they reach."""
    left, row_top, bottom = x, top, top
    for widget in widgets:
        if left > x and left + widget.width > x + width:
            left, row_top = x, bottom - gap
        widget.x, widget.top = left, row_top
        left, bottom = widget.right + gap, min(bottom, widget.y)
    return bottom


def fitting(
    kept: Sequence[bool], height: Callable[[int], float], room: float, gap: float, more: float
) -> list[int]:
    """Which of several cards fit under each other into `room`; those `kept` are never left out.

    The others are taken in order while they fit, and only as many are asked for their `height`. Where
    any is left out there is room for a line of height `more` that says so.
    """
    shown = [i for i, is_kept in enumerate(kept) if is_kept]
    others = [i for i, is_kept in enumerate(kept) if not is_kept]
    left = room - sum(height(i) + gap for i in shown) + (gap if shown else 0)
    for i in others:
        needed = height(i) + (gap if shown else 0)
        if needed + (more + gap if i != others[-1] else 0) > left:
            break
        shown.append(i)
        left -= needed
    return sorted(shown)


def headline_size(text: str, steps: Sequence[int], width: float) -> tuple[int, bool]:
    """The largest type size at which `text` fits on one line, or the smallest and True when it must wrap.

    What has no place to wrap is set smaller, to half at the least, before it is broken in two.
    """
    for px in steps:
        if measure(text, _bold(px)).width <= width:
            return px, False
    smallest = steps[-1]
    widest = measure(text, _bold(smallest), int(width), whole_words=True).width
    return max(int(smallest * min(1, width / widest)), round(smallest * _LEAST_SHRINKING)), True


def _bold(px: int) -> Style:
    return Style(px, True, (0, 0, 0))
