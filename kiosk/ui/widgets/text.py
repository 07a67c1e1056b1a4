"""A piece of text on the glass."""

from functools import partial
from typing import Any

from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.drawing.typesetting import Extent, Style, measure
from kiosk.ui.batching import Batched, Quads
from kiosk.ui.typesetting import Words, ink_size, layouts
from kiosk.ui.widgets.mirror import is_mirrored


class Text(Batched):
    """Text that takes the room it needs: it hugs its words or, where it `wraps`, keeps its width.

    On a mirrored layout it can be read all the same. Its size follows at once when a property changes,
    so that others can be placed by it. After `most_lines` it ends in an ellipsis, unless that is 0.
    Where it is not `shown` it takes no room, where it is `veiled` nothing is seen of it; `shrink` is for
    `placing.fit`.

    What is written the other way stands where reading begins, too, or `at_own_edge`, where it begins itself.
    Where it is `centered`, from the beginning, its lines stand in the middle of its width.
    """

    width: float
    height: float
    text = StringProperty("")
    px = NumericProperty(20)
    bold = BooleanProperty(False)
    ink = ColorProperty((0, 0, 0, 1))
    wraps = BooleanProperty(False)
    markup = BooleanProperty(False)
    shrink = NumericProperty(1)
    shown = BooleanProperty(True)
    veiled = BooleanProperty(False)
    at_own_edge = BooleanProperty(False)
    most_lines = NumericProperty(0)
    centered = BooleanProperty(False)

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self._set_words: tuple[Words, Extent] | None = None
        for name in ("text", "px", "bold", "ink", "wraps", "markup", "shrink", "shown", "most_lines"):
            self.fbind(name, self._set)
        self.fbind("width", self._rewrap)
        for name in ("pos", "veiled"):
            self.fbind(name, self._moved)
        self._set()

    def add_to(self, quads: Quads) -> None:
        """Add the words."""
        if self._set_words is None or self.veiled:
            return
        words, extent = self._set_words
        size = ink_size(extent)
        # Between two pixels every stroke would be blurred.
        x, y = round(self.x), round(self.y) - extent.bottom
        from_start = self._start(extent.x, extent.width) - extent.left
        x += round(self.width) - size[0] - from_start if is_mirrored() else from_start
        quads.picture(words, x, y, size, partial(layouts.draw, words))

    @property
    def inset(self) -> float:
        """The space between its top and that of its letters."""
        return 0 if self._set_words is None else self._set_words[1].inset

    @property
    def is_cut(self) -> bool:
        """True where there is more of it than its lines can hold."""
        return self._set_words is not None and self._set_words[1].is_cut

    @property
    def breaks_words(self) -> bool:
        """True where there is a word too long for the width: it goes on in the next line."""
        width = int(self.width)
        return self.wraps and measure(self.text, self._style, width, whole_words=True).width > width

    @property
    def _style(self) -> Style:
        return Style(int(self.px * self.shrink), self.bold, tuple(self.ink[:3]))

    def _start(self, x: int, width: int) -> int:
        """How far from its left edge the words begin, before anything is mirrored."""
        if self.wraps and self.centered:
            return round((self.width - width) / 2)
        if not self.wraps or self.at_own_edge:
            return x
        return round(self.width) - width if is_mirrored() else 0

    def _moved(self, *_: Any) -> None:
        self.redraw()

    def _rewrap(self, *_: Any) -> None:
        if self.wraps:
            self._set()

    def _set(self, *_: Any) -> None:
        self.redraw()
        width: int | None = max(1, int(self.width)) if self.wraps else None
        if not self.text or not self.shown:
            self._set_words = None
            self.height = 0
            if width is None:
                self.width = 0
            return
        words = Words(self.text, self._style, width, self.markup, self.most_lines, self.centered)
        extent = layouts.extent(words)
        self._set_words = words, extent
        if width is None:
            self.size = (extent.width, extent.height)
        else:
            self.height = extent.height
