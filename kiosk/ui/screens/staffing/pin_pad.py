"""Six dots and a pad of digits; the digits typed are not shown."""

from functools import lru_cache
from typing import Any

from kivy.app import App
from kivy.graphics import Color, Rectangle
from kivy.graphics.texture import Texture

from kiosk.drawing.shapes import Card, draw_card
from kiosk.drawing.shapes import Color as Rgb
from kiosk.people.staff.pins import DIGITS
from kiosk.ui.canvas import paint
from kiosk.ui.events import default_handler
from kiosk.ui.keyboard.pages import BACK
from kiosk.ui.screens.staffing.name_buttons import BigButton
from kiosk.ui.widgets.mirror import is_mirrored
from kiosk.ui.widgets.typed_on import BACKSPACE, TypedOn

_ROWS = ("123", "456", "789", f" 0{BACK}")
_LEAST_PART = 9 / 12
"""The least side of a key beside what a finger hits without aiming: 9 mm of 12."""


class PinPad(TypedOn):
    """The digits stand where they do on every telephone, in every language.

    While it is `focused` a real keyboard types here, too; while it `pauses` nothing is typed. Dispatches
    `on_pin` with the sixth digit.
    """

    __events__ = ("on_pin",)
    on_pin = default_handler

    def __init__(self, **properties: Any) -> None:
        super().__init__(size_hint=(None, None), **properties)
        self.pin, self.pauses = "", False
        self.row = 0
        self.keys_top = self.dots_y = self.dots_height = 0.0
        with self.canvas:
            Color()
            self._dots = [Rectangle(size=(0, 0)) for _ in range(DIGITS)]
        self._keys = [[self._key(face) for face in row] for row in _ROWS]
        for key in (key for row in self._keys for key in row if key.text):
            self.add_widget(key)

    def clear(self) -> None:
        """Remove every digit typed so far."""
        self.pin = ""
        self._show()

    def stand(self, x: float, y: float, width: float, height: float) -> bool:
        """Stand in the middle of a place; returns whether there is room for a finger on every key."""
        sizes = App.get_running_app().sizes
        gap, dot = 3.5 * sizes.unit, 6 * sizes.unit
        room = (height - dot - 6 * sizes.unit - 3 * gap) / len(_ROWS)
        self.row = key_height = int(min(room, max(sizes.touch, 28 * sizes.unit)))
        key_width = (width - 2 * gap) / 3
        taken = dot + 6 * sizes.unit + len(_ROWS) * (key_height + gap) - gap
        top = y + (height + taken) / 2
        self.dots_y, self.dots_height = top - dot, dot
        self._stand_dots(x + width / 2, top - dot, dot, 4.5 * sizes.unit)
        top = self.keys_top = float(int(top - dot - 6 * sizes.unit))
        for row in self._keys:
            for key, column in zip(row, _from_left(range(3)), strict=True):
                key.px, key.size = sizes.say, (key_width, key_height)
                key.x, key.top = x + column * (key_width + gap), top
            top -= key_height + gap
        return bool(min(key_height, key_width) >= sizes.touch * _LEAST_PART)

    def _key(self, face: str) -> BigButton:
        key = BigButton(text=face.strip(), repeats=True)
        key.bind(on_tap=lambda *_: self._take_away() if face == BACK else self._type(face))
        return key

    def _stand_dots(self, center: float, y: float, side: int, gap: float) -> None:
        left = center - (DIGITS * (side + gap) - gap) / 2
        for dot, place in zip(self._dots, _from_left(range(DIGITS)), strict=True):
            dot.pos, dot.size = (round(left + place * (side + gap)), round(y)), (side, side)
        self._show()

    def _type(self, digit: str) -> None:
        if not self.pauses and len(self.pin) < DIGITS:
            self.pin += digit
            self._show()
            if len(self.pin) == DIGITS:
                self.dispatch("on_pin")

    def _take_away(self) -> None:
        self.pin = self.pin[:-1]
        self._show()

    def _show(self) -> None:
        palette, side = App.get_running_app().palette, int(self._dots[0].size[0])
        for number, dot in enumerate(self._dots):
            fill = palette.pine if number < len(self.pin) else palette.paper
            dot.texture = _dot(side, fill[:3], palette.pine[:3]) if side else None

    def type(self, text: str) -> None:
        """Digits, of any script."""
        for digit in filter(str.isdecimal, text):
            self._type(str(int(digit)))

    def press(self, code: int) -> bool:
        """Only backspace does something here."""
        if code == BACKSPACE:
            self._take_away()
        return code == BACKSPACE


@lru_cache(maxsize=4)
def _dot(side: int, fill: Rgb, edge: Rgb) -> Texture:
    thickness = max(2, side // 8)
    card = Card(fill, edge, thickness, (side - thickness) / 2)
    return paint(side, side, lambda context: draw_card(context, card, 0, 0, side, side))


def _from_left(places: range) -> range:
    """The same places counted from where reading begins, to be seen from left to right."""
    return places[::-1] if is_mirrored() else places
