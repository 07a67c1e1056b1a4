"""The card of one cue: its picture and colours, what it says, and the word on its button."""

from typing import Any

from kivy.app import App

from kiosk.drawing.palette import Palette, Rgba
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

    def show(self, cue: Cue, width: float, shrink: float, words: Words) -> None:
        """Tell of a cue at this width.

        All of it is set smaller by `shrink`, but the word on the button only a little.
        """
        theme, self.tap = App.get_running_app(), cue.tap
        with self.changing():
            self.picture, self.title = picture_and_title(cue)
            self.detail, self.shrink, self.width = cue.detail, shrink, width
            self.ids.button.ids.words.shrink = max(shrink, 1 / theme.look.text_scale)
            self.cover = theme.cover if cue.kind in _NOTES else ""
            self.done = "" if cue.action is None else done_word(cue.action, words)
            self.strong = len(self.title) <= _LONG_TITLE
            self.title_px = theme.sizes.title if self.strong else theme.sizes.chip
            self.fill, self.edge, self.detail_ink = _colors(cue.kind, theme.palette)


def _colors(kind: CueKind, palette: Palette) -> tuple[Rgba, Rgba, Rgba]:
    """Of the ground, of the edge, and of the smaller words."""
    if kind in _FESTIVE:
        return palette.marigold_wash, palette.marigold, palette.ink
    if kind in _LOUD:
        return palette.brick_wash, palette.brick, palette.ink
    if kind is CueKind.GENTLE:
        return palette.sky_wash, palette.sky, palette.ink
    return palette.card, palette.line, palette.soft
