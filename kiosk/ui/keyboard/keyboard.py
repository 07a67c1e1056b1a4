"""The keyboard on the glass."""

from time import monotonic
from typing import Any

from kivy.clock import Clock
from kivy.input.motionevent import MotionEvent
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler
from kiosk.ui.keyboard.fitting import Placed, hit
from kiosk.ui.keyboard.keys import Keys
from kiosk.ui.keyboard.layouts import LAYOUTS
from kiosk.ui.keyboard.pages import Does, Key, Page
from kiosk.ui.keyboard.shifting import Shift, tapped, typed
from kiosk.ui.keyboard.strip import Strip
from kiosk.ui.widgets.mirror import Mirror

HELD_AFTER = 0.4
"""Seconds until a key is held, not tapped."""

REPEATS_EVERY = 0.08
"""Seconds between two characters that a held backspace takes away."""

_PART_OF_A_SCREEN = 0.5
"""The most of its height that the keyboard may take."""


class OwnKeyboard(Mirror, Keys):
    """Letters of a language, signs and emoji; its keys stand where they do on every keyboard.

    Dispatches `on_text` with what was typed, `on_backspace`, and `on_done` for the main key.
    """

    __events__ = ("on_text", "on_backspace", "on_done")
    on_backspace = on_done = on_text = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self._shifted_at = 0.0
        self._finger: MotionEvent | None = None
        self._strip: Strip | None = None
        self._hold = Clock.create_trigger(self._held, HELD_AFTER)
        self._repeat = Clock.create_trigger(self._take_away, REPEATS_EVERY, interval=True)

    def begin(self, capital: bool = False) -> None:
        """Show the letters, as for a new text, or for one that begins with a `capital`."""
        self.let_go()
        self.page = Page.LETTERS
        self.shift = Shift.ONCE if capital and LAYOUTS[self.language].has_capitals else Shift.OFF

    def let_go(self) -> None:
        """Release every key without typing it, when the keyboard goes."""
        self._hold.cancel()
        self._repeat.cancel()
        self.pressed = self._finger = self._strip = None
        self.clear_widgets()

    def lie_under(self, screen: Widget) -> None:
        """Take the foot of a screen, in all its width."""
        self.pos, self.width = screen.pos, screen.width
        self.most_height = screen.height * _PART_OF_A_SCREEN

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Press a key; a second finger has to wait for the first."""
        if not self.collide_point(*touch.pos):
            return False
        touch.grab(self)
        if self._finger is None:
            self._finger = touch
            self._press(self._key_at(touch))
        return True

    def on_touch_move(self, touch: MotionEvent) -> bool:
        """A finger that slides presses the key it comes to."""
        if touch.grab_current is not self:
            return False
        if touch is not self._finger:
            return True
        if self._strip is not None:
            self._strip.choose(self.to_local(*touch.pos)[0])
        elif self._key_at(touch) != self.pressed:
            self._press(self._key_at(touch))
        return True

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """What was pressed is done when the finger leaves it."""
        if touch.grab_current is not self:
            return False
        touch.ungrab(self)
        if touch is not self._finger:
            return True
        pressed, strip, has_repeated = self.pressed, self._strip, self._repeat.is_triggered
        self.let_go()
        if strip is not None:
            self._type(strip.chosen)
        elif not has_repeated:
            self._do(pressed.key)
        return True

    def _key_at(self, touch: MotionEvent) -> Placed:
        x, y = self.to_local(*touch.pos)
        return hit(self.keys, x - self.x, self.top - y)

    def _press(self, key: Placed) -> None:
        self.pressed = key
        self._repeat.cancel()
        self._hold.cancel()
        if key.key.held or key.key.does is Does.BACKSPACE:
            self._hold()

    def _held(self, *_: Any) -> None:
        if self.pressed.key.does is Does.BACKSPACE:
            self._take_away()
            self._repeat()
            return
        self._strip = Strip(self.pressed, self, self.look)
        self.add_widget(self._strip)

    def _take_away(self, *_: Any) -> None:
        self.dispatch("on_backspace")

    def _do(self, key: Key) -> None:
        if key.does is Does.TYPE:
            self._type(key.face)
        elif key.does is Does.BACKSPACE:
            self._take_away()
        elif key.does is Does.DONE:
            if not self.main_off:
                self.dispatch("on_done")
        elif key.does is Does.TURN:
            self.page = key.page
        else:
            now = monotonic()
            self.shift, self._shifted_at = tapped(self.shift, now - self._shifted_at), now

    def _type(self, text: str) -> None:
        self.shift = typed(self.shift)
        self.dispatch("on_text", text)
