"""A bar code of a maker's, large, for the scanner to be pointed at."""

from typing import Any

from kivy.app import App

from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets.bar_code import BarCode
from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.header_bar import HeaderBar

_OF_WIDTH, _OF_HEIGHT = 0.9, 0.5


class SetUpScreen(Claiming):
    """Shows a code; dispatches `on_close`."""

    __events__ = ("on_close",)
    on_close = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        self._head, self._code = HeaderBar(), BarCode()
        super().__init__(**properties)
        self._head.title = words.gettext("Point the scanner here")
        self._head.close_word = words.gettext("Close")
        self._head.bind(on_close=lambda _: self.dispatch("on_close"))
        for child in (self._head, self._code):
            self.add_widget(child)
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, modules: str, line: str) -> None:
        """Put a code on the glass, and what it does."""
        self._code.modules, self._head.line = modules, line
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        below, has_room = self._head.stand(self, shrink)
        room = below - self.y - 4 * App.get_running_app().sizes.unit
        self._code.size = self.width * _OF_WIDTH, room * _OF_HEIGHT
        self._code.pos = self.x + (self.width - self._code.width) / 2, self.y + (room - self._code.height) / 2
        return has_room
