"""The top of a screen: what it is about, and the way out, which stands in the same corner on every screen."""

from collections.abc import Sequence
from typing import Any

from kivy.app import App
from kivy.properties import StringProperty
from kivy.uix.widget import Widget

from kiosk.drawing.typesetting import LINE_HEIGHT
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tap_button import TapButton
from kiosk.ui.widgets.text import Text

_MOST_LINES = 2


class HeaderBar(Widget):
    """A title with a button to `close` the screen, and others beside it; dispatches `on_close`.

    Under it stands a `line`, or in its place why something was `refused`.
    """

    title = StringProperty("")
    line = StringProperty("")
    refused = StringProperty("")
    close_word = StringProperty("")
    __events__ = ("on_close",)
    on_close = default_handler

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._palette = theme.palette
        self.headline, self.close = Text(bold=True, ink=theme.palette.ink), TapButton()
        self.under = Text(wraps=True, px=theme.sizes.chip)
        self._others: Sequence[Widget] = ()
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **properties})
        for child in (self.headline, self.under, self.close):
            self.add_widget(child)
        self.close.bind(on_tap=lambda _: self.dispatch("on_close"))
        for name in ("title", "line", "refused", "close_word"):
            self.fbind(name, self._tell)
        self._tell()

    def put_beside(self, *others: Widget) -> None:
        """These stand in the same row, or under it, the first one nearest to the way out."""
        self._others = others
        for widget in others:
            self.add_widget(widget)

    def stand(self, screen: Widget, shrink: float, is_short: bool = False) -> tuple[float, bool]:
        """Take the top of a screen; returns how far down it reaches, and whether all of it has room.

        Where it `is_short` a refusal stands in the place of the title.
        """
        unit = App.get_running_app().sizes.unit
        is_instead = is_short and bool(self.refused)
        self.headline.shown = not is_instead
        below, has_room = stand_header(screen, self.headline, (self.close, *self._others), shrink)
        self.under.shrink, self.under.width = shrink, screen.width - 16 * unit
        self.under.x, self.under.top = screen.x + 8 * unit, below - unit
        if is_instead:
            return self._stand_instead(screen), True
        return (float(self.under.y) if self.under.height else below), has_room

    def _stand_instead(self, screen: Widget) -> float:
        """The refusal where the title would stand; returns how far down it reaches."""
        unit, under = App.get_running_app().sizes.unit, self.under
        under.x, under.width = placing.at_hand(
            self.close, screen.x + 8 * unit, screen.width - 16 * unit, 4 * unit
        )
        row = max(self.close.height, under.height)
        under.y = self.close.top - (row + under.height) / 2
        return float(self.close.top - row)

    def _tell(self, *_: Any) -> None:
        self.headline.text, self.close.text = self.title, self.close_word
        self.under.text, self.under.bold = self.refused or self.line, bool(self.refused)
        self.under.ink = self._palette.brick if self.refused else self._palette.soft


def stand_header(screen: Widget, title: Text, buttons: Sequence[Widget], shrink: float) -> tuple[float, bool]:
    """Stand a title and buttons at the top of a screen, the first one, the way out, in its corner.

    The others follow it or, where the title has too little room beside all of them, stand in a row of their
    own; upright the title is set no smaller for them. Returns how far down they reach, and whether all of it
    has room.
    """
    sizes = App.get_running_app().sizes
    top, x, width = screen.top - sizes.unit, screen.x + 8 * sizes.unit, screen.width - 16 * sizes.unit
    out, *others = [button for button in buttons if button.width]
    out.top = top
    left, room = placing.at_hand(out, x, width, 4 * sizes.unit)
    steps = [int(px * shrink) for px in (sizes.sentence * 1.2, sizes.sentence, sizes.title)]
    beside, least = placing.row_at_hand(others, left, room, 3 * sizes.unit)
    as_large = steps[:1] if screen.height > screen.width and others else steps
    if not others or not placing.headline_size(title.text, as_large, max(1, least))[1]:
        for button in others:
            button.top = top
        return _stand_title(title, steps, beside, least, (top, out.height))
    below, has_room = _stand_title(title, steps, left, room, (top, out.height))
    below -= 2 * sizes.unit
    has_room = has_room and max(button.width for button in others) <= width
    if placing.row_at_hand(others, x, width, 3 * sizes.unit)[1] < 0:
        return placing.flow(others[::-1], x, below, width, 3 * sizes.unit), has_room
    for button in others:
        button.top = below
    return below - out.height, has_room


def _stand_title(
    title: Text, steps: Sequence[int], x: float, width: float, row: tuple[float, float]
) -> tuple[float, bool]:
    """In the middle of a row, which is a top and a height, and becomes higher for two lines."""
    top, height = row
    title.shrink, width = 1, max(1, width)
    title.px, title.wraps = placing.headline_size(title.text, steps, width)
    if title.wraps:
        title.width = width
    height = max(height, title.height)
    title.x, title.y = x, top - (height + title.height) / 2
    is_brief = title.height <= _MOST_LINES * title.px * LINE_HEIGHT + 1
    return float(top - height), bool(is_brief and not title.breaks_words)
