"""The card of one cue: its picture and colours, what it says, and the word on its button."""

from typing import Any

from kivy.app import App

from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.words import Words
from kiosk.ui.screens.greeting.cue_pictures import picture_and_title
from kiosk.ui.screens.greeting.done import done_word
from kiosk.ui.widgets import CueCard

_LONG_TITLE = 60
_LOUD = {CueKind.ALERT, CueKind.CONCERN}
_NOTES = {CueKind.CONCERN, CueKind.ALERT, CueKind.ASK, CueKind.THANK, CueKind.NOTE}
_FESTIVE = {CueKind.CELEBRATION, CueKind.COMPANION}


class GreetingCard(CueCard):
    """Knows the `tap` that its button stands for."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.tap: Tap | None = None

    def show(self, cue: Cue, shrink: float, words: Words) -> None:
        """Tell of a cue; all of it is set smaller by `shrink`, but the word on the button only a little."""
        theme, self.tap = App.get_running_app(), cue.tap
        self.picture, self.title = picture_and_title(cue)
        self.detail, self.shrink = cue.detail, shrink
        self.ids.button.ids.words.shrink = max(shrink, 1 / theme.look.text_scale)
        self.cover = theme.cover if cue.kind in _NOTES else ""
        self.done = "" if cue.action is None else done_word(cue.action, words)
        self.strong = len(self.title) <= _LONG_TITLE
        self.title_px = theme.sizes.title if self.strong else theme.sizes.chip
        self._wear(cue.kind, theme.palette)

    def _wear(self, kind: CueKind, palette: Any) -> None:
        self.fill, self.edge = _colors(kind, palette)
        is_plain = self.fill == list(palette.card)
        self.detail_ink = palette.soft if is_plain else palette.ink


def _colors(kind: CueKind, palette: Any) -> tuple[Any, Any]:
    if kind in _FESTIVE:
        return palette.marigold_wash, palette.marigold
    if kind in _LOUD:
        return palette.brick_wash, palette.brick
    if kind is CueKind.GENTLE:
        return palette.sky_wash, palette.sky
    return palette.card, palette.line
