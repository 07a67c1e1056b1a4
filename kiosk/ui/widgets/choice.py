"""One of several things to choose from."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, NumericProperty, StringProperty

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.batching import Quads
from kiosk.ui.widgets.tap_button import PanelButton
from kiosk.ui.widgets.text import Text


class Choice(PanelButton):
    """A picture and a word, in the middle of the size it is given; it knows its `value`.

    A `tall` one has its picture above its word. A `joined` one has no edge of its own until it is chosen.
    """

    value: Any = None
    picture = StringProperty("")
    chosen = BooleanProperty(False)
    tall = BooleanProperty(False)
    joined = BooleanProperty(False)
    picture_px = NumericProperty(0)

    def __init__(self, **properties: Any) -> None:
        theme = App.get_running_app()
        self._palette, self._unit = theme.palette, theme.sizes.unit
        self._words = Text(px=theme.sizes.chip, ink=theme.palette.ink, centered=True)
        self._art = Text(px=theme.sizes.picture, ink=theme.palette.ink)
        super().__init__(**{"size_hint": (None, None), "radius": 4 * theme.sizes.unit, **properties})
        self.ids["words"] = self._words
        for text in (self._words, self._art):
            self.add_widget(text)
            text.fbind("size", self._stand)
        for name in ("text", "picture", "tall"):
            self.fbind(name, self._tell)
        for name in ("chosen", "joined"):
            self.fbind(name, self._mark)
        for name in ("pos", "size"):
            self.fbind(name, self._stand)
        self._tell()
        self._mark()

    def add_to(self, quads: Quads) -> None:
        """Add its ground, unless that of all of them is seen."""
        if not self.joined or self.chosen or self.pressed:
            super().add_to(quads)

    @property
    def widest(self) -> int:
        """The width of its words once it is chosen, in bold: nothing may move when another one is."""
        return measure(self._words.text, self._bold).width

    def wrap(self, width: float) -> float:
        """Break the words where they are too wide for so much; returns the height they need."""
        words, room = self._words, max(1, width - 4 * self._unit)
        words.wraps = self.widest > room
        if words.wraps:
            words.width = room
        # In bold, as it may be: nothing may become higher when it is chosen.
        height = measure(words.text, self._bold, int(room)).height
        above = self._art.height + self._unit if self.tall and self.picture else 0
        return float(height + above + 4 * self._unit)

    def lines(self, width: float) -> int:
        """How many lines the words take in so much."""
        self.wrap(width)
        return measure(self._words.text, self._bold, int(max(1, width - 4 * self._unit))).lines

    @property
    def _bold(self) -> Style:
        return Style(int(self._words.px * self._words.shrink), True, (0, 0, 0))

    @property
    def breaks_words(self) -> bool:
        """True where a word of it does not stand whole."""
        words, width = self._words, int(self._words.width)
        return words.wraps and measure(words.text, self._bold, width, whole_words=True).width > width

    def _tell(self, *_: Any) -> None:
        self._art.text = self.picture if self.tall else ""
        self._words.text = self.text if self.tall else f"{self.picture} {self.text}".strip()

    def _mark(self, *_: Any) -> None:
        palette = self._palette
        self._words.bold = self.chosen
        self.fill = palette.pine_wash if self.chosen else palette.card
        self.edge = palette.pine if self.chosen else palette.line
        self.redraw()

    def _stand(self, *_: Any) -> None:
        words, art, middle = self._words, self._art, self.x + self.width / 2
        above = art.height + self._unit if art.height else 0
        words.pos = middle - words.width / 2, self.y + (self.height - above - words.height) / 2
        art.pos = middle - art.width / 2, words.y + words.height + self._unit
