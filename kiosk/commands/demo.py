"""`kiosk demo`: the kiosk with a sample shop, and a tray of cards that go the whole way of a scan."""

from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from drivers import Symbology
from drivers.replay import PretendScanner
from kiosk.cards.bars import bars
from kiosk.commands.kiosk import Kiosk
from kiosk.demo.sample import sample_shop
from kiosk.exchange.loading import load
from kiosk.exchange.shop_file import ShopFile
from kiosk.journal import start_journal
from kiosk.people.greeting.outcomes import Outcome
from kiosk.settings import Card, Database, Scanner, Settings, Shop
from kiosk.storage.file.opening import open_current
from kiosk.ui.configuration import Callbacks, Look, Place

if TYPE_CHECKING:
    from kiosk.ui.app import KioskApp
    from kiosk.ui.tray import CardFace

TRAY_HEIGHT = 140
"""Pixels of the window below the glass."""

_BEFORE_STRANGERS = 2
_BETWEEN_CARDS = 0.2
"""Seconds: what comes right behind a card belongs to its code."""
PICTURES = Path("demo-pictures")

_STRANGERS = {
    "A new face": "2900000099999",
    "Another shop’s": "9501101531000",
    "A payment card": "4111111111111111",
}
_GESTURES = ("A coffee on the house", "A dessert card")
_TOUR = (
    *("jack", "fred", "olena", "amira", "tom", "katerina", "nour", "tamar"),
    *("jingyi", "fon", "maria", "henrik", *_STRANGERS),
)


def demo(settings: Settings, _chosen: Namespace) -> int:
    """Open the sample shop; without a display, scan its cards, save pictures and tell how long each took."""
    start_journal()
    with TemporaryDirectory(prefix="greeting-kiosk-") as folder:
        link = Path(folder) / "scanner"
        shop = sample_shop(datetime.now(UTC).date())
        own = _settings(settings, Path(folder), link, shop)
        database, _ = open_current(own.database.url, datetime.now(UTC))
        with closing(database):
            load(database, shop, own.card_patterns)
        with PretendScanner(link) as scanner:
            Demo(own, shop, scanner).run()
    return 0


def _settings(settings: Settings, folder: Path, port: Path, shop: ShopFile) -> Settings:
    """The display and the sound as they are set; everything else is the sample shop's."""
    return Settings(
        shop=Shop(name=shop.shop.name, time_zone=shop.shop.time_zone, gestures=_GESTURES),
        database=Database(url=f"sqlite:///{folder / 'kiosk.db'}"),
        scanner=(Scanner(port=str(port)),),
        card=(Card(prefix="29", length=13, symbology=Symbology.EAN13), Card(prefix="LOY-", length=10)),
        display=settings.display,
        sound=settings.sound,
    )


class Demo(Kiosk):
    """A kiosk whose scanner is played by the cards in the tray, or by a tour where nobody can tap."""

    below = TRAY_HEIGHT

    def __init__(self, settings: Settings, shop: ShopFile, scanner: PretendScanner) -> None:
        from kiosk.ui.environment import has_display

        self._shop, self._scanner = shop, scanner
        self._numbers = {who.key: card.number for who in shop.customers for card in who.cards} | _STRANGERS
        self._tour = None if has_display() else enumerate(_TOUR, start=1)
        self._stop_name = ""
        super().__init__(settings)

    def make_app(self, look: Look, place: Place, callbacks: Callbacks) -> "KioskApp":
        """The glass, and the tray below it."""
        from kiosk.ui.tray import DemoApp

        return DemoApp(look, place, callbacks, faces=list(self._faces()), height=TRAY_HEIGHT)

    def tell_scanners(self, lost: int) -> None:
        """The tour begins as soon as somebody listens."""
        super().tell_scanners(lost)
        if not lost and self._tour is not None:
            self.app.cross(self._go_on)

    def shown(self, outcome: Outcome, milliseconds: float) -> None:
        """Take a picture of every stop of the tour."""
        super().shown(outcome, milliseconds)
        if self._tour is not None:
            print(f"{PICTURES / self._stop_name}  {outcome:<13} {milliseconds:6.1f} ms")
            self.app.cross(self._photograph)

    def _faces(self) -> "Iterator[CardFace]":
        from kiosk.ui.tray import CardFace

        known = [(who, card) for who in self._shop.customers for card in who.cards]
        faces = [(who.called_by or who.name, card.number, card.symbology) for who, card in known]
        # Where they are seen without swiping.
        faces[_BEFORE_STRANGERS:_BEFORE_STRANGERS] = [(*stranger, None) for stranger in _STRANGERS.items()]
        for title, number, symbology in faces:
            yield CardFace(title, number, bars(number, symbology), partial(self._scanner.scan, number))

    def _go_on(self) -> None:
        number, name = next(self._tour or iter(()), (0, ""))
        if name:
            self._stop_name = f"{number:02}-{name.lower().replace(' ', '-').replace('’', '')}.png"
            self._scanner.scan(self._numbers[name])
        else:
            self.app.stop()

    def _photograph(self) -> None:
        from kivy.clock import Clock

        from kiosk.ui.photograph import photograph

        PICTURES.mkdir(exist_ok=True)
        photograph(PICTURES / self._stop_name)
        Clock.schedule_once(lambda _: self._go_on(), _BETWEEN_CARDS)
