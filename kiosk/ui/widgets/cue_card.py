"""One cue on a card of its own: a picture, what it says, and where that comes from."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text
from kiosk.ui.widgets.undo_button import UndoButton

_TOLD = (
    "picture",
    "title",
    "title_ink",
    "title_px",
    "most_lines",
    "strong",
    "detail",
    "detail_ink",
    "done",
    "undo",
    "is_done",
    "shrink",
    "roomy",
)

_LEAST_FOR_WORDS = 0.36
"""The part of the width below which the button stands under the words."""


class CueCard(Panel):
    """A card as high as its words; `shrink` makes all of it smaller where there is too much to say.

    `roomy` is about the picture and the space alone: less of it stands in a list.
    `done` is the word on its button, if it has one, and `undo` the one that takes back what `is_done`: on the
    side of the hand that taps or, where the words would have too little room beside it, stacked under them.
    Dispatches `on_done` for a tap on that. `most_lines` are those of the title, 0 for all.
    """

    picture = StringProperty("")
    title = StringProperty("")
    detail = StringProperty("")
    done = StringProperty("")
    undo = StringProperty("")
    is_done = BooleanProperty(False)
    most_lines = NumericProperty(0)
    strong = BooleanProperty(True)
    title_px = NumericProperty(0)
    shrink = NumericProperty(1)
    roomy = NumericProperty(1)
    title_ink = ColorProperty((0, 0, 0, 1))
    detail_ink = ColorProperty((0, 0, 0, 1))
    __events__ = ("on_done",)
    on_done = default_handler

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        self._is_changing = True
        ink = theme.palette.ink
        look = {"size_hint_y": None, "radius": 5 * theme.sizes.unit, "title_ink": ink}
        super().__init__(**{**look, **properties})
        ids = self.ids
        ids["button"] = UndoButton(roomy=0.8)
        ids["art"] = Text(ink=ink)
        ids["title"], ids["detail"] = Text(wraps=True, ink=ink), Text(wraps=True)
        ids.button.bind(on_tap=lambda _: self.dispatch("on_done"))
        self._texts = (ids.art, ids.title, ids.detail)
        for child in (ids.button, *self._texts):
            self.add_widget(child)
            child.fbind("height", self._arrange)
        for name in _TOLD:
            self.fbind(name, self._tell)
        self.fbind("width", self._arrange)
        for name in ("pos", "height"):
            self.fbind(name, self._stand)
        self._is_changing = False
        self._tell()

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Several of its properties change: it is arranged once, at the end."""
        self._is_changing = True
        try:
            yield
        finally:
            self._is_changing = False
        self._tell()

    def let_go(self) -> None:
        """Whatever was pressed will not count: of a card itself nothing is."""

    def _tell(self, *_: Any) -> None:
        """Put everything on it."""
        if self._is_changing:
            return
        self._is_changing = True
        ids, sizes = self.ids, self._theme.sizes
        ids.button.word = ids.button.done_word = self.done
        ids.button.undo, ids.button.is_done = self.undo, self.is_done
        ids.art.text, ids.art.px = self.picture, sizes.picture * self._scale
        ids.title.text, ids.title.bold = self.title, self.strong
        ids.title.px = (self.title_px or sizes.title) * self.shrink
        ids.title.ink, ids.title.most_lines = self.title_ink, self.most_lines
        ids.detail.text, ids.detail.px = self.detail, sizes.detail * self.shrink
        ids.detail.ink = self.detail_ink
        self._is_changing = False
        self._arrange()

    @property
    def _scale(self) -> float:
        """Of the picture, and of the space."""
        return float(self.shrink * self.roomy)

    def _arrange(self, *_: Any) -> None:
        """Take the height that the words need at this width."""
        if self._is_changing:
            return
        self._is_changing = True
        ids, sizes = self.ids, self._theme.sizes
        self._pad = pad = 5 * sizes.unit * self._scale
        self._for_picture = sizes.picture * self._scale * 1.25 + 2 * pad if self.picture else pad
        self._for_button = ids.button.width + pad if self.done else 0
        beside_picture = self.width - self._for_picture - pad
        self._is_stacked = beside_picture - self._for_button < _LEAST_FOR_WORDS * self.width
        for text in (ids.title, ids.detail):
            text.width = beside_picture - (0 if self._is_stacked else self._for_button)
        self._words_height = ids.title.height + (ids.detail.height + sizes.unit if ids.detail.text else 0)
        content = max(self._words_height, ids.art.height)
        under = pad + ids.button.height if self._is_stacked else 0
        beside = 0 if self._is_stacked else ids.button.height
        self.height = max(content + under, beside) + 2 * pad
        self._is_changing = False
        self._stand()

    def _stand(self, *_: Any) -> None:
        """Put everything in its place."""
        if self._is_changing:
            return
        ids, pad, is_left = self.ids, self._pad, self._theme.left_handed and not self._is_stacked
        beside = self._for_button if is_left else 0
        # Kivy brings its center and top up to date only after it has told of a new size.
        left, center = self.x + self._for_picture + beside, self.y + self.height / 2
        middle = center
        if self._is_stacked:
            middle = self.y + self.height - pad - max(self._words_height, ids.art.height) / 2
        bottom = middle - self._words_height / 2
        ids.title.pos = left, bottom + self._words_height - ids.title.height
        ids.detail.pos = left, bottom
        ids.art.pos = self.x + pad + beside, middle - ids.art.height / 2
        ids.button.x = self.x + pad if is_left else self.x + self.width - pad - ids.button.width
        ids.button.y = self.y + pad if self._is_stacked else center - ids.button.height / 2


class Tile(Tappable, CueCard):
    """A card that is tapped as a whole."""

    def __init__(self, **properties: Any) -> None:
        palette = App.get_running_app().palette
        look = {"fill": palette.card, "edge": palette.line, "detail_ink": palette.soft}
        super().__init__(**{**look, **properties})
