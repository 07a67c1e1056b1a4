"""Turning pages, back and on; one page is not turned."""

from typing import Any

from kivy.app import App
from kivy.uix.widget import Widget

from kiosk.ui.events import default_handler
from kiosk.ui.widgets.tap_button import TapButton


class Pager(Widget):
    """Two buttons, of which the second says where one is; dispatches `on_turn` with -1 or 1.

    It has no width where there is one page.
    """

    __events__ = ("on_turn",)
    on_turn = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(**{"size_hint": (None, None), "size": (0, 0), **properties})
        self.before, self.after = TapButton(repeats=True), TapButton(repeats=True)
        self.before.bind(on_tap=lambda _: self.dispatch("on_turn", -1))
        self.after.bind(on_tap=lambda _: self.dispatch("on_turn", 1))
        for button in (self.before, self.after):
            self.add_widget(button)
        self.fbind("pos", self._stand)

    def tell(self, page: int, pages: int) -> None:
        """Say which page it is, from 1 on; the buttons stay where they are while pages are turned."""
        self.before.text = "‹" if pages > 1 else ""
        self.after.text = f"{pages}/{pages} ›" if pages > 1 else ""
        wide = self.after.width
        if pages > 1:
            self.after.text = f"{page}/{pages} ›"
            self.after.width = wide
        self.size = self.before.width + self._gap + wide if pages > 1 else 0, self.after.height
        self._stand()

    @property
    def _gap(self) -> float:
        return float(2 * App.get_running_app().sizes.unit)

    def _stand(self, *_: Any) -> None:
        self.before.pos = self.pos
        self.after.pos = self.x + self.before.width + self._gap, self.y
