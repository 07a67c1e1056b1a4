"""Something to tick."""

from ctypes import c_void_p
from functools import partial
from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, StringProperty

from kiosk.drawing.shapes import Color, draw_tick
from kiosk.ui.batching import Batched, Quads
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class TickBox(Tappable, Panel):
    """A box and what it means; a tap anywhere on it ticks it, or takes the tick away."""

    text = StringProperty("")
    chosen = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._sizes = theme.sizes
        look = {"fill": theme.palette.card, "edge": theme.palette.line, "radius": 4 * theme.sizes.unit}
        super().__init__(**{"size_hint": (None, None), **look, **properties})
        self._box, self.words = Box(), Text(wraps=True, px=theme.sizes.chip, ink=theme.palette.ink)
        for child in (self._box, self.words):
            self.add_widget(child)
        for name in ("text", "chosen"):
            self.fbind(name, self._tell)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self._tell()

    def on_tap(self, *_: Any) -> None:
        """Tick it, or take the tick away."""
        self.chosen = not self.chosen

    def wrap(self, width: float) -> None:
        """Be so wide, and as high as its words need."""
        unit = self._sizes.unit
        self.words.width = max(1, width - self._box.width - 13 * unit)
        self.size = width, max(self._sizes.control, self.words.height + 4 * unit)

    def _tell(self, *_: Any) -> None:
        self.words.text, self._box.chosen = self.text, self.chosen

    def _stand(self, *_: Any) -> None:
        unit, middle = self._sizes.unit, self.y + self.height / 2
        self._box.pos = round(self.x + 5 * unit), round(middle - self._box.height / 2)
        self.words.pos = self._box.right + 4 * unit, middle - self.words.height / 2


class Box(Panel):
    """The box itself, with its tick in it where it is `chosen`."""

    chosen = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._palette, side = theme.palette, round(8.5 * theme.sizes.unit)
        self._tick = Tick(size=(side, side))
        look = {"size_hint": (None, None), "size": (side, side), "radius": 1.5 * theme.sizes.unit}
        super().__init__(**{**look, **properties})
        self.add_widget(self._tick)
        self.fbind("chosen", self._mark)
        self.fbind("pos", self._tick.setter("pos"))
        self._mark()

    def _mark(self, *_: Any) -> None:
        palette = self._palette
        self.fill = palette.pine if self.chosen else palette.card
        self.edge = palette.pine if self.chosen else palette.soft
        self._tick.color, self._tick.shown = palette.paper[:3], self.chosen


class Tick(Batched):
    """The mark in a box."""

    color: Color = (0, 0, 0)
    shown = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        for name in ("pos", "size", "shown"):
            self.fbind(name, lambda *_: self.redraw())

    def add_to(self, quads: Quads) -> None:
        """Add it."""
        if self.shown:
            side, color = round(self.width), self.color
            draw = partial(_draw, side=side, color=color)
            quads.picture(("tick", side, color), round(self.x), round(self.y), (side, side), draw)


def _draw(context: c_void_p, side: int, color: Color) -> None:
    draw_tick(context, color, side)
