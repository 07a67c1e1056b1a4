"""The glass: a status line, one screen at a time, and a banner when something needs a hand."""

from pathlib import Path
from typing import Any

from kivy.input.motionevent import MotionEvent
from kivy.lang import Builder
from kivy.uix.widget import Widget

from kiosk.ui.widgets.mirror import TouchMirror
from kiosk.ui.widgets.premultiplied import Premultiplied

Builder.load_file(str(Path(__file__).with_suffix(".kv")))


class Glass(TouchMirror, Premultiplied):
    """Dispatches `on_tap` for a tap that no button took."""

    __events__ = ("on_tap",)

    def __init__(self, **properties: Any) -> None:
        super().__init__(**properties)
        self.screen: Widget | None = None
        self.ids.stage.bind(pos=self._fill_stage, size=self._fill_stage)

    def put(self, screen: Widget) -> None:
        """Show `screen` in place of the one before."""
        if screen is not self.screen:
            self.ids.stage.clear_widgets()
            self.screen = screen
            self._fill_stage()
            self.ids.stage.add_widget(screen)

    def on_touch_up(self, touch: MotionEvent) -> bool:
        """Let the buttons have it first; what began on one of them is theirs, wherever it ends."""
        if super().on_touch_up(touch) or touch.grab_list:
            return True
        if self.collide_point(*touch.pos):
            self.dispatch("on_tap")
            return True
        return False

    def on_tap(self, *_: Any) -> None:
        """Nothing, until somebody binds to it."""

    def _fill_stage(self, *_: Any) -> None:
        if self.screen is not None:
            self.screen.pos, self.screen.size = self.ids.stage.pos, self.ids.stage.size
