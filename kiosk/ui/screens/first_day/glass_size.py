"""How large the glass is: a frame is made as large as a card that is held on it."""

from typing import Any

from kivy.app import App
from kivy.properties import StringProperty

from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import Panel, TapButton, Text
from kiosk.ui.widgets.claiming import Claiming
from kiosk.ui.widgets.footer_bar import FooterBar
from kiosk.ui.widgets.header_bar import HeaderBar

CARD_WIDTH, CARD_HEIGHT = 85.60, 53.98
"""Millimetres of a card, by ISO/IEC 7810 (ID-1)."""

_STEPS = (("− −", -10), ("−", -1), ("+", 1), ("+ +", 10))
"""What a button says, and by how many pixels it changes the width."""

_LEAST = 100
"""Pixels."""


class GlassSizeScreen(Claiming):
    """Dispatches `on_answer` with the millimetres that the glass is wide, and `on_cancel`.

    On an upright glass the card is held upright, too.
    """

    refused = StringProperty("")
    __events__ = ("on_answer", "on_cancel")
    on_answer = on_cancel = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        theme = App.get_running_app()
        self._frame_width, self._pixels = float(_LEAST), 1
        self.head, self.foot = HeaderBar(), FooterBar()
        self.head.title = words.gettext("Hold a card on the frame")
        self.head.line = words.gettext("Make it as large as a bank card: then type has the right size.")
        self.head.close_word = words.gettext("Later")
        self._frame = Panel(fill=theme.palette.card, edge=theme.palette.pine, size_hint=(None, None))
        self._told = Text(px=theme.sizes.chip, ink=theme.palette.ink)
        self._buttons = [self._button(word, by) for word, by in _STEPS]
        for child in (self._frame, self._told, *self._buttons, self.head, self.foot):
            self.add_widget(child)
        self.head.bind(on_close=lambda _: self.dispatch("on_cancel"))
        self.foot.bind(on_save=lambda _: self.dispatch("on_answer", self.width_mm))
        self.bind(pos=self._arrange, size=self._arrange)

    def ask(self, pixels: int, ppi: float, go_on: str) -> None:
        """Begin with the density that is known; `pixels` is the width of the display."""
        self._pixels, self.foot.save.text = pixels, go_on
        self._frame_width = CARD_WIDTH / 25.4 * ppi
        self._arrange()

    @property
    def width_mm(self) -> float:
        """How wide the glass is, by the frame as it is now."""
        return round(self._pixels * CARD_WIDTH / self._frame_width, 1)

    def _button(self, word: str, by: int) -> TapButton:
        button = TapButton(text=word)
        button.bind(on_tap=lambda _: self._grow(by))
        return button

    def _grow(self, by: int) -> None:
        self._frame_width = max(_LEAST, min(self._most, self._frame_width + by))
        self._arrange()

    @property
    def _most(self) -> float:
        """Upright there is room for a card that is held upright."""
        return float(max(_LEAST, max(self.width, self.height) - 16 * App.get_running_app().sizes.unit))

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        """The buttons under each other beside the frame or, upright, in a row below it."""
        unit = App.get_running_app().sizes.unit
        below, has_room = self.head.stand(self, shrink)
        floor, _ = self.foot.stand(self)
        gap, x, width = 3 * unit, self.x + 8 * unit, self.width - 16 * unit
        self._told.text = f"{self.width_mm:g} mm"
        frame, other = self._frame, self._frame_width * CARD_HEIGHT / CARD_WIDTH
        is_upright = self.height > self.width
        frame.size = (other, self._frame_width) if is_upright else (self._frame_width, other)
        frame.pos, frame.radius = (x, below - 4 * unit - frame.height), self._frame_width * 0.037
        row = sum(button.width for button in self._buttons) + gap * (len(self._buttons) - 1)
        if frame.width + gap + row <= width:
            left, top = frame.x + frame.width + 2 * gap, frame.y + frame.height
        else:
            left, top = x, frame.y - gap
        bottom = placing.flow(self._buttons, left, top, x + width - left, gap)
        self._told.pos = left, bottom - gap - self._told.height
        return bool(has_room and min(self._told.y, frame.y) >= floor)
