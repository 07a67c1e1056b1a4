"""Where things stand: columns, flows, what fits, and the side of the hand that taps.

`x` is counted from where reading begins: a mirrored layout needs nothing of its own here.
"""

from collections.abc import Callable, Sequence

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.text_field import TextField

SHRINKING = (1, 0.9, 0.8, 0.7, 0.6, 0.5)
"""What has no room is set smaller, in these steps."""

NEVER_CUT = (1, 0.8, 0.65, 0.5, 0.4)
"""The same for what must not be left out, however much of it there is."""

_LEAST_SHRINKING = 1 / 2


def fit(screen: Widget, arrange: Callable[[float, int], bool], spare: int = 0) -> None:
    """Arrange a screen so that all of it has room, whatever the language and the size of type.

    `arrange(shrink, spared)` puts everything in its place and tells whether it has room there. It is
    tried with `spared` from 0 to `spare`, where it leaves out more and more of what matters least, and
    only then with the type of every `Text` on the screen set smaller. What is in a `TextField`, and
    what is not on the screen yet, is for `arrange` to set smaller, too, by `shrink`.
    """
    for shrink in SHRINKING:
        set_smaller(screen, shrink)
        for spared in range(spare + 1):
            if arrange(shrink, spared):
                return


def set_smaller(widget: Widget, shrink: float) -> None:
    """Set every `Text` on a widget smaller, but those in a `TextField`."""
    if isinstance(widget, Text):
        widget.shrink = shrink
    elif not isinstance(widget, TextField):
        for child in widget.children:
            set_smaller(child, shrink)


def at_hand(widget: Widget, x: float, width: float, gap: float) -> tuple[float, float]:
    """Stand a button at the end of a row, on the side of the hand that taps.

    Returns `x` and width of what is left of the row beside it.
    """
    left_handed = App.get_running_app().left_handed
    widget.x = x if left_handed else x + width - widget.width
    taken = widget.width + gap if widget.width else 0
    return (x + taken if left_handed else x), width - taken


def row_at_hand(widgets: Sequence[Widget], x: float, width: float, gap: float) -> tuple[float, float]:
    """The same for several buttons, of which the first stands at the very end."""
    for widget in widgets:
        x, width = at_hand(widget, x, width, gap)
    return x, width


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
    return max(int(smallest * min(1, width / max(1, widest))), round(smallest * _LEAST_SHRINKING)), True


def _bold(px: int) -> Style:
    return Style(px, True, (0, 0, 0))
