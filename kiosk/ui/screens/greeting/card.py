"""The card of one cue: its picture and colours, what it says, and the word on its button."""

from typing import Any

from kivy.app import App
from kivy.input.motionevent import MotionEvent

from kiosk.drawing.palette import Palette, Rgba
from kiosk.people.changing.taps import Tap
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.standing import Item, State
from kiosk.people.words import Words, side_by_side, with_capital
from kiosk.ui.events import default_handler
from kiosk.ui.screens.greeting.cue_pictures import kind_word, picture
from kiosk.ui.screens.greeting.done import done_word
from kiosk.ui.widgets import CueCard

_LINES = 2
"""So many of a title are read at a glance; the rest of it is there for a tap."""

_LOUD = {CueKind.ALERT, CueKind.CONCERN}
NOTES = {CueKind.CONCERN, CueKind.ALERT, CueKind.ASK, CueKind.THANK, CueKind.NOTE}
_FESTIVE = {CueKind.CELEBRATION, CueKind.COMPANION}


class GreetingCard(CueCard):
    """Knows the `tap` that its button stands for.

    Dispatches `on_read` for a tap on a title that is longer than its lines.
    """

    __events__ = ("on_read",)
    on_read = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.tap: Tap | None = None
        self.item: Item | None = None
        self._is_tapped = False

    def show(self, item: Item, width: float, shrink: float, words: Words, whole: bool = False) -> None:
        """Tell of a cue at this width, and of the `whole` of it however long it is.

        All of it is set smaller by `shrink`, but the word on the button only a little.
        """
        theme, self.item, cue = App.get_running_app(), item, item.cue
        self.tap, is_done = cue.tap, item.state is State.DONE
        with self.changing():
            self.picture, self.title = picture(cue), with_capital(cue.title)
            self.detail = side_by_side(kind_word(cue.kind, words), cue.detail)
            self.shrink, self.width = shrink, width
            self.ids.button.shrink = max(shrink, 1 / theme.look.text_scale)
            self.done = "" if cue.action is None or whole else done_word(cue.action, words)
            self.undo, self.is_done = words.gettext("Undo"), is_done
            self.most_lines = 0 if whole or cue.kind is CueKind.ALERT else _LINES
            kind = CueKind.NOTE if is_done else cue.kind
            self.fill, self.edge, self.detail_ink = _colors(kind, theme.palette)
            self.title_ink = theme.palette.soft if is_done else theme.palette.ink

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """The button has it first; what is longer than its lines can be read."""
        if super().on_touch_down(touch):
            return True
        if not self.ids.title.is_cut or not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self._is_tapped = True
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """A touch that ends here, too, is a tap."""
        if touch.grab_current is not self or not self._is_tapped:
            return bool(super().on_touch_up(touch))
        touch.ungrab(self)
        self.let_go()
        if self.collide_point(*touch.pos):
            self.dispatch("on_read")
        return True

    def let_go(self) -> None:
        """Whatever was pressed will not count."""
        self._is_tapped = False
        super().let_go()


def _colors(kind: CueKind, palette: Palette) -> tuple[Rgba, Rgba, Rgba]:
    """Of the ground, of the edge, and of the smaller words."""
    if kind in _FESTIVE:
        return palette.marigold_wash, palette.marigold, palette.ink
    if kind in _LOUD:
        return palette.brick_wash, palette.brick, palette.ink
    if kind is CueKind.GENTLE:
        return palette.sky_wash, palette.sky, palette.ink
    return palette.card, palette.line, palette.soft
