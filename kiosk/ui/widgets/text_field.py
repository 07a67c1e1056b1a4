"""A field to write in."""

from typing import Any

from kivy.graphics import Color, Rectangle
from kivy.input.motionevent import MotionEvent
from kivy.properties import BooleanProperty, ColorProperty, NumericProperty, StringProperty

from kiosk.drawing.carets import caret, nearest_place, place_beside
from kiosk.drawing.typesetting import Style, measure
from kiosk.ui import editing
from kiosk.ui.batching import Box
from kiosk.ui.editing import Edited
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.mirror import is_mirrored
from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.typed_on import BACKSPACE, TypedOn

_DELETE, _HOME, _END, _LEFT, _RIGHT, _UP, _DOWN = 127, 278, 279, 276, 275, 273, 274
_ENTER = (13, 271)
_CARET_WIDTH = 3
_LEAST_SHRINKING = 0.7


class TextField(TypedOn, Panel):
    """Takes what is typed while it is `focused`, up to `most` characters; a tap moves the caret.

    It has one line or, where it `wraps`, several. Dispatches `on_enter` for that key of a real keyboard.
    """

    text = StringProperty("")
    placeholder = StringProperty("")
    most = NumericProperty(280)
    wraps = BooleanProperty(False)
    px = NumericProperty(20)
    pad = NumericProperty(0)
    caret_color = ColorProperty((0, 0, 0, 1))
    __events__ = ("on_enter",)
    on_enter = default_handler

    def __init__(self, **properties: Any) -> None:
        self._caret = 0
        super().__init__(size_hint=(None, None), **properties)
        with self.canvas.after:
            self._color = Color()
            self._line = Rectangle(size=(0, 0))
        for name in ("text", "placeholder", "px", "pad", "wraps", "pos", "size", "focused", "caret_color"):
            self.fbind(name, self._arrange)

    @property
    def caret(self) -> int:
        """The place of the caret: it stands before this character."""
        return min(self._caret, len(self.text))

    @property
    def has_room(self) -> bool:
        """True when what stands in it while it is empty can be read: it is set smaller to have room."""
        return bool(self.ids.placeholder.shrink >= _LEAST_SHRINKING)

    @property
    def window(self) -> Box:
        """What does not fit ends at the edge."""
        left, bottom = round(self.x + self.thickness), round(self.y + self.thickness)
        right, top = round(self.right - self.thickness), round(self.top - self.thickness)
        return Box(left, bottom, max(left, right), max(bottom, top))

    def put(self, text: str) -> None:
        """Another text, with the caret at its end."""
        self._set(Edited(text, len(text)))

    def type(self, text: str) -> None:
        """Put in `text` at the caret, if there is room for it."""
        self._set(editing.insert(self._edited, text, self.most))

    def backspace(self) -> None:
        """Take away the character before the caret."""
        self._set(editing.backspace(self._edited))

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Put the caret under the finger."""
        if not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        self.focused = True
        self._move_to(touch)
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """The caret follows the finger."""
        if touch.grab_current is not self:
            return False
        self._move_to(touch)
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """The caret stays where the finger left it."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        return True

    @property
    def _edited(self) -> Edited:
        return Edited(self.text, self.caret)

    @property
    def _style(self) -> Style:
        return Style(int(self.px), False, (0, 0, 0))

    @property
    def _room(self) -> int:
        return max(1, int(self.width - 2 * self.pad))

    @property
    def _wrap(self) -> int | None:
        return self._room if self.wraps else None

    def _set(self, edited: Edited) -> None:
        self._caret = edited.caret
        if edited.text == self.text:
            self._arrange()
        else:
            self.text = edited.text

    def _move_to(self, touch: MotionEvent) -> None:
        words = self.ids.words
        x = words.right - touch.x if is_mirrored() else touch.x - words.x
        place = nearest_place(self.text, x, words.top - touch.y, self._style, self._wrap)
        self._set(editing.at(self._edited, place))

    def press(self, code: int) -> bool:
        """A key that moves the caret or takes something away, or the one at the end."""
        edited = self._edited
        if code in _ENTER:
            self.dispatch("on_enter")
        elif code == BACKSPACE:
            self._set(editing.backspace(edited))
        elif code == _DELETE:
            self._set(editing.delete(edited))
        elif code in (_HOME, _END):
            self._set(editing.at(edited, 0 if code == _HOME else len(self.text)))
        elif code in (_LEFT, _RIGHT):
            self._set(editing.at(edited, place_beside(self.text, self.caret, code == _RIGHT)))
        elif code in (_UP, _DOWN):
            self._step_line(-1 if code == _UP else 1)
        else:
            return False
        return True

    def _step_line(self, by: int) -> None:
        x, y, height = caret(self.text, self.caret, self._style, self._wrap)
        place = nearest_place(self.text, x, y + (by + 0.5) * height, self._style, self._wrap)
        self._set(editing.at(self._edited, place))

    def _arrange(self, *_: Any) -> None:
        """Stand the words so that the caret is seen, and draw it."""
        words = self.ids.words
        self._fit_placeholder()
        words.wraps, words.text = self.wraps, self.text
        if self.wraps:
            words.width = self._room
        x, y, height = caret(self.text, self.caret, self._style, self._wrap)
        x = min(x, max(self._room, words.width) - _CARET_WIDTH)
        left = self.pad + self._indent - max(0, x + _CARET_WIDTH - self._room)
        words.x = self._from_left(left, words.width)
        below = max(0, y + height - (self.height - 2 * self.pad))
        words.top = self.top - self.pad + below if self.wraps else self.center_y + height / 2
        self._line.pos = round(self._from_left(left + x, _CARET_WIDTH)), round(words.top - y - height)
        self._line.size = (_CARET_WIDTH, height) if self.focused else (0, 0)
        self._color.rgba = self.caret_color

    def _fit_placeholder(self) -> None:
        placeholder = self.ids.placeholder
        placeholder.shrink = 1
        if placeholder.width > self._room:
            placeholder.shrink = self._room / placeholder.width

    def _from_left(self, left: float, width: float) -> float:
        """Where something so wide is placed, to be seen so far from the left edge."""
        return float((self.x + self.width) - left - width if is_mirrored() else self.x + left)

    @property
    def _indent(self) -> float:
        """How far in one line stands: right-to-left text begins at the right."""
        if self.wraps or not measure(self.text, self._style, self._room).x:
            return 0
        return float(max(0, self._room - self.ids.words.width - _CARET_WIDTH))
