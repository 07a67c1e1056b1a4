"""The glass: a status line, one screen at a time, and a banner when something needs a hand."""

from pathlib import Path
from typing import Any

from kivy.base import EventLoop
from kivy.input.motionevent import MotionEvent
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.ui.batching import Batch
from kiosk.ui.double_taps import DoubleTaps
from kiosk.ui.widgets import CueCard
from kiosk.ui.widgets.mirror import TouchMirror
from kiosk.ui.widgets.premultiplied import Premultiplied
from kiosk.ui.widgets.tappable import Tappable

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Glass(TouchMirror, Premultiplied):
    """All that is shown; what begins on a button is that button's, wherever it ends."""

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.screen: Widget | None = None
        self._batch = Batch(self)
        self._double_taps = DoubleTaps()
        self.ids.area.bind(pos=self._fill_area, size=self._fill_area)

    def put(self, screen: Widget) -> None:
        """Show `screen` in place of the one before."""
        if screen is not self.screen:
            self.ids.area.clear_widgets()
            self.screen = screen
            self._fill_area()
            self.ids.area.add_widget(screen)

    def let_go(self) -> None:
        """Cancel every press: the fingers on the glass meant the screen that was there until now."""
        for touch in EventLoop.touches:
            for grabbed in touch.grab_list:
                if isinstance(widget := grabbed(), Tappable | CueCard):
                    widget.let_go()

    def on_touch_down(self, touch: MotionEvent) -> bool:
        """Let nothing be done by the second half of a double tap."""
        if self._double_taps.is_second(touch):
            touch.grab(self)
            return True
        return super().on_touch_down(touch)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Let the buttons have it."""
        if touch.grab_current is None:
            self._double_taps.ended(touch)
        return super().on_touch_up(touch)

    def _fill_area(self, *_: Any) -> None:
        if self.screen is not None:
            self.screen.pos, self.screen.size = self.ids.area.pos, self.ids.area.size
