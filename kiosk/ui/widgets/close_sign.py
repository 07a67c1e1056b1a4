"""The sign in the corner that closes what is on the glass."""

from typing import Any

from kivy.app import App
from kivy.properties import BooleanProperty, NumericProperty
from kivy.uix.widget import Widget

from kiosk.ui.widgets.panel import Panel
from kiosk.ui.widgets.tappable import Tappable
from kiosk.ui.widgets.text import Text


class CloseSign(Tappable, Widget):
    """A round ✕ in a bar of `bar_height`; a finger has more room than the eye, and where it is not, none."""

    is_there = BooleanProperty(False)
    bar_height = NumericProperty(0)

    def __init__(self, **properties: Any) -> None:
        self._theme = theme = App.get_running_app()
        self._circle = Panel(size_hint=(None, None), fill=theme.palette.card, edge=theme.palette.line)
        self._cross = Text(bold=True, ink=theme.palette.ink)
        super().__init__(**{"size_hint": (None, None), **properties})
        self.add_widget(self._circle)
        self._circle.add_widget(self._cross)
        for name in ("is_there", "bar_height"):
            self.fbind(name, self._tell)
        for name in ("pos", "size", "pressed"):
            self.fbind(name, self._stand)
        self._tell()

    def _tell(self, *_: Any) -> None:
        sizes, is_there = self._theme.sizes, self.is_there
        side = self.bar_height - 2 * sizes.unit if is_there else 0
        self._cross.text, self._cross.px = "✕" if is_there else "", sizes.detail
        self._circle.size, self._circle.radius = (side, side), side / 2 - self._circle.thickness
        self.size = (side + 12 * sizes.unit, max(self.bar_height, sizes.touch)) if is_there else (0, 0)
        self._stand()

    def _stand(self, *_: Any) -> None:
        unit, circle, cross = self._theme.sizes.unit, self._circle, self._cross
        circle.pressed = self.pressed
        circle.x = self.x + self.width - 8 * unit - circle.width
        circle.y = self.y + self.height - (self.bar_height + circle.height) / 2
        cross.x = circle.x + (circle.width - cross.width) / 2
        cross.y = circle.y + (circle.height - cross.height) / 2
