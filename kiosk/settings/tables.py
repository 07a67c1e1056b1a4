"""The tables of the settings file, and every key that can stand in them."""

from typing import Annotated, Literal

from msgspec import Meta, field
from platformdirs import user_data_path

from drivers import CardPattern
from kiosk.settings.devices import Card, Network, PassOn, Scanner
from kiosk.settings.table import Table

GlassWidth = Annotated[float, Meta(ge=40, le=3000)]
ReadingDistance = Annotated[float, Meta(ge=200, le=1500)]
TextScale = Annotated[float, Meta(ge=1, le=1.6)]
Brightness = Annotated[float, Meta(ge=0.05, le=1)]
Gesture = Annotated[str, Meta(min_length=1, max_length=40)]
Pixels = Annotated[int, Meta(ge=320, le=8192)]


class Shop(Table, frozen=True, kw_only=True):
    name: Annotated[str, Meta(max_length=60)] | None = None
    time_zone: str | None = None
    language: Literal["en", "de", "fr", "es", "uk", "ar"] = "en"
    logo: str = ""
    color: str = ""
    counter: Annotated[str, Meta(min_length=1, max_length=40)] = "1"
    gestures: Annotated[tuple[Gesture, ...], Meta(max_length=6)] = ()


def _default_url() -> str:
    return f"sqlite:///{user_data_path('greeting-kiosk') / 'kiosk.db'}"


class Database(Table, frozen=True, kw_only=True):
    url: str = field(default_factory=_default_url)


class Backup(Table, frozen=True, kw_only=True):
    """Where the nightly copies lie; without a folder, in `backups` beside the database.

    `key` is the public half of the key for which copies are encrypted that leave the machine, as age writes
    it; empty where there is none.
    """

    folder: Annotated[str, Meta(min_length=1)] | None = None
    usb: bool = True
    key: str = ""


class Display(Table, frozen=True, kw_only=True):
    width: Pixels = 1280
    height: Pixels = 800
    width_mm: GlassWidth | None = None
    distance_mm: ReadingDistance = 500
    theme: Literal["light", "dark"] = "light"
    text_scale: TextScale = 1
    hand: Literal["right", "left"] = "right"
    cover_notes: bool = False
    cover_names: bool = False
    fullscreen: bool = False
    clear_after: Annotated[float, Meta(ge=1, le=3600)] = 20
    brightness: Brightness = 1
    dim_after: Annotated[float, Meta(ge=0, le=86_400)] = 120
    dim_to: Brightness = 0.3


class Sound(Table, frozen=True, kw_only=True):
    volume: Annotated[float, Meta(ge=0, le=1)] = 0.5


class Staff(Table, frozen=True, kw_only=True):
    """How whoever is at the counter says so, and after how many quiet minutes nobody is there any more."""

    sign_in: Literal["off", "name", "pin"] = "off"
    sign_out_after: Annotated[float, Meta(ge=1, le=1440)] = 5


class Hub(Table, frozen=True, kw_only=True):
    """After `names_alone_after` days without the hub a counter shows names alone; 0 for never.

    The shops of a `chain` share one hub, and are asked for each other's cards.
    """

    names_alone_after: Annotated[int, Meta(ge=0, le=3650)] = 30
    chain: bool = False


class Wallet(Table, frozen=True, kw_only=True):
    """The files with which cards for the wallets of telephones are signed."""

    apple_certificate: str = ""
    apple_key: str = ""
    apple_intermediate: str = ""
    google_account: str = ""
    google_issuer: Annotated[str, Meta(max_length=32)] = ""


class Settings(Table, frozen=True, kw_only=True):
    """Everything a technician can set; the defaults run a kiosk without a scanner."""

    shop: Shop = Shop()
    database: Database = field(default_factory=Database)
    backup: Backup = Backup()
    scanner: tuple[Scanner, ...] = ()
    pass_on: tuple[PassOn, ...] = ()
    network: Network = Network()
    card: tuple[Card, ...] = ()
    display: Display = Display()
    sound: Sound = Sound()
    staff: Staff = Staff()
    wallet: Wallet = Wallet()
    hub: Hub = Hub()

    @property
    def scan_ports(self) -> list[str]:
        """Everything that scans come from: the scanners in their order, and HTTP behind them."""
        http = self.network.http
        return [*(scanner.port for scanner in self.scanner), *([f"http://{http}"] if http else [])]

    @property
    def card_patterns(self) -> list[CardPattern]:
        """What the shop's cards look like; none means that every number counts as the shop's."""
        return [card.pattern for card in self.card]
