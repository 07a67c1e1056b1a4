"""A card as large as the display, for the telephone of whoever has no plastic."""

from typing import Any, NamedTuple

from kivy.app import App

from kiosk.cards.qr import Modules
from kiosk.people.words import Words
from kiosk.ui import placing
from kiosk.ui.events import default_handler
from kiosk.ui.widgets import TapButton, Text
from kiosk.ui.widgets.bar_code import QUIET, BarCode
from kiosk.ui.widgets.header_bar import HeaderBar
from kiosk.ui.widgets.qr_code import QrCode
from kiosk.ui.widgets.turned import Turned

_SQUARE_OF_WIDTH = 0.42
_BARS_OF_WIDTH, _BARS_OF_HEIGHT = 0.5, 0.45
_BARS_SHAPE = 0.7
"""The height of the bars in parts of their width."""

_EASILY_READ = 2
"""Pixels of a bar that every camera tells from the next one."""


class Codes(NamedTuple):
    """What is shown of a card: its bars, its number as a square, and a link for Catima, if it has them.

    With `apple` and `google` there can be passes for their wallets.
    """

    number: str
    bars: str
    square: Modules | None
    link: Modules | None
    apple: bool = False
    google: bool = False


class _Place(NamedTuple):
    x: float
    y: float
    width: float
    height: float


class CardScreen(Turned):
    """The shop, the codes and the number, and nothing about whose it is.

    Dispatches `on_done`, and `on_google` and `on_apple` for a pass.
    """

    __events__ = ("on_done", "on_google", "on_apple")
    on_done = on_google = on_apple = default_handler

    def __init__(self, words: Words, **properties: Any) -> None:
        super().__init__(**properties)
        self._words, self._codes = words, Codes("", "", None, None)
        self._link: Modules | None = None
        self._head, self._other = HeaderBar(), TapButton()
        self._google, self._apple = TapButton(), TapButton()
        self._bars, self._square = BarCode(), QrCode()
        theme = App.get_running_app()
        self._number = Text(px=theme.sizes.sentence, bold=True, ink=theme.palette.ink)
        self._head.close_word = words.gettext("Done")
        self._head.put_beside(self._other, self._google, self._apple)
        self._head.bind(on_close=lambda _: self.dispatch("on_done"))
        self._other.bind(on_tap=lambda _: self._turn())
        self._google.bind(on_tap=lambda _: self.dispatch("on_google"))
        self._apple.bind(on_tap=lambda _: self.dispatch("on_apple"))
        for child in (self._head, self._bars, self._square, self._number):
            self.add_widget(child)
        self.bind(pos=self._arrange, size=self._arrange)

    def show(self, shop: str, codes: Codes) -> None:
        """Put a card of this shop on the glass."""
        self._head.title, self._codes = shop, codes
        self._show_number()

    def show_google(self, link: Modules) -> None:
        """Put the link to a pass for Google Wallet there."""
        self._show_link(
            link,
            self._words.gettext(
                "The camera of your telephone opens it. Google then knows that you come here."
            ),
        )

    def tell(self, sentence: str) -> None:
        """Say what became of a pass; the card stays there."""
        self._head.line = sentence
        self._arrange()

    def _turn(self) -> None:
        """The link for Catima in place of the number, or back."""
        if self._link is None and self._codes.link is not None:
            line = self._words.gettext(
                "The camera of your telephone opens it, and the app Catima keeps the card."
            )
            self._show_link(self._codes.link, line)
        else:
            self._show_number()

    def _show_link(self, link: Modules, line: str) -> None:
        self._link, self._head.line = link, line
        self._other.text, self._google.text, self._apple.text = self._words.gettext("Back"), "", ""
        self._square.modules, self._bars.modules = link, ""
        # The link has many modules: it needs the room.
        self._number.text = ""
        self._arrange()

    def _show_number(self) -> None:
        words, codes = self._words, self._codes
        self._link = None
        self._head.line = words.gettext("Take a photo of this, and show us the photo from now on.")
        self._other.text = words.gettext("For the app Catima") if codes.link else ""
        self._google.text = words.gettext("For Google Wallet") if codes.google else ""
        self._apple.text = words.gettext("For Apple Wallet") if codes.apple else ""
        self._square.modules, self._bars.modules = codes.square, codes.bars
        self._number.text = codes.number
        self._arrange()

    def _arrange(self, *_: Any) -> None:
        placing.fit(self, self._stand)

    def _stand(self, shrink: float, _spared: int) -> bool:
        unit = App.get_running_app().sizes.unit
        below, has_room = self._head.stand(self, shrink)
        gap, x, y, width = 6 * unit, self.x + 8 * unit, self.y + 5 * unit, self.width - 16 * unit
        room = below - 4 * unit - y
        bars, square = self._bars, self._square
        if not (bars.modules and square.modules):
            self._put(square, _Place(x, y, width, room), bool(square.modules))
            self._put(bars, _Place(x, y, width, room), bool(bars.modules))
        elif self._stand_beside(width):
            side = min(room, width * _SQUARE_OF_WIDTH)
            y += (room - side) / 2
            self._put(square, _Place(x + width - side, y, side, side), False)
            self._put(bars, _Place(x, y, width - side - gap, side), True)
        else:
            upper = (room - gap) * _BARS_OF_HEIGHT
            self._put(square, _Place(x, y, width, room - gap - upper), False)
            self._put(bars, _Place(x, y + room - upper, width, upper), True)
        return has_room and self._number.width <= width

    def _stand_beside(self, width: float) -> bool:
        """Side by side they are larger, unless there are so many bars that they need all of the width."""
        bars = len(self._bars.modules) + 2 * QUIET
        return self.width > self.height and width * _BARS_OF_WIDTH >= _EASILY_READ * bars

    def _put(self, code: BarCode | QrCode, place: _Place, has_number: bool) -> None:
        """As large as there is room for, in the middle of the place, with the number right under it."""
        number = self._number
        under = number.height + 2 * App.get_running_app().sizes.unit if has_number else 0
        room = max(0, place.height - under)
        is_square = isinstance(code, QrCode)
        high = min(room, place.width * (1 if is_square else _BARS_SHAPE))
        code.size = high if is_square else place.width, high
        code.x = place.x + (place.width - code.width) / 2
        code.y = place.y + under + (room - high) / 2
        if has_number:
            number.pos = place.x + (place.width - number.width) / 2, code.y - under
