"""The title of a screen, with buttons at hand beside it or, where it has too little room there, under it."""

from collections.abc import Sequence

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui import placing
from kiosk.ui.widgets import Text


def stand_title(
    screen: Widget, title: Text, buttons: Sequence[Widget], top: float, gap: float, shrink: float
) -> tuple[float, bool]:
    """Stand both from `top` down, the first button at the very end of the row.

    Upright, the title is set no smaller to stand beside them. Returns how far down they reach, and whether
    they have room: the title on one line.
    """
    sizes = App.get_running_app().sizes
    x, width = screen.x + 8 * sizes.unit, screen.width - 16 * sizes.unit
    steps = [int(px * shrink) for px in (sizes.sentence * 1.2, sizes.sentence, sizes.title, sizes.chip)]
    shown = [button for button in buttons if button.width]
    left, room = placing.row_at_hand(shown, x, width, gap)
    title.shrink = 1
    beside = steps[:1] if screen.height > screen.width else steps
    title.px, title.wraps = placing.headline_size(title.text, beside, max(1, room))
    row = max(button.height for button in shown)
    if not title.wraps:
        title.pos = left, top - (row + title.height) / 2
        for button in shown:
            button.top = top
        return top - row, True
    title.px, title.wraps = placing.headline_size(title.text, steps, width)
    title.pos = x, top - title.height
    below = title.y - gap / 2
    if room + gap < 0:
        return placing.flow(shown[::-1], x, below, width, gap), not title.wraps
    for button in shown:
        button.top = below
    return below - row, not title.wraps
