"""Loading the fonts before somebody waits for them: the first use of one takes up to 30 ms."""

from functools import partial

from kivy.clock import Clock

from kiosk.drawing.typesetting import Style
from kiosk.ui.canvas import pixels
from kiosk.ui.typesetting import Words, ink_size, layouts

SCRIPTS = (
    "Aé",
    "Жі",
    "Ωά",
    "عم",
    "שם",
    "漢静",
    "かな",
    "한글",
    "ไทย",
    "नम",
    "தமி",
    "বাং",
    "ქარ",
    "Հայ",
    "አማ",
    "🎂",
)
"""A few characters of each script: what has been set once is set much faster the next time."""

_PAUSE = 0.05


def warm_fonts(px: int) -> None:
    """Set every script once, bold and regular; one at a time, so that no frame is late."""
    scripts = iter(SCRIPTS)

    def warm_next(_elapsed: float) -> None:
        script = next(scripts, None)
        if script is not None:
            for bold in (True, False):
                words = Words(script, Style(px, bold, (0, 0, 0)))
                pixels(*ink_size(layouts.extent(words)), partial(layouts.draw, words))
            Clock.schedule_once(warm_next, _PAUSE)

    Clock.schedule_once(warm_next, _PAUSE)
