"""The tables of the settings file, and every key that can stand in them."""

from typing import Annotated, Literal

from msgspec import Meta, Struct, field
from platformdirs import user_data_path

from drivers import CardPattern, Connection, Symbology
from drivers.connection import Layout, Parity
from drivers.framing import Ending
from drivers.profiles import profile_named
from drivers.till.passing import What
from drivers.wrapping import CodeId, Wrapping

GlassWidth = Annotated[float, Meta(ge=40, le=3000)]
ReadingDistance = Annotated[float, Meta(ge=200, le=1500)]
TextScale = Annotated[float, Meta(ge=1, le=1.6)]
Brightness = Annotated[float, Meta(ge=0.05, le=1)]
Affix = Annotated[str, Meta(max_length=16, pattern=r"^[^\d]*$")]
Gesture = Annotated[str, Meta(min_length=1, max_length=40)]
Pixels = Annotated[int, Meta(ge=320, le=8192)]


class _Table(Struct, forbid_unknown_fields=True, frozen=True):
    """A table of the file: keys that are not known are refused."""


class Shop(_Table, frozen=True, kw_only=True):
    name: Annotated[str, Meta(max_length=60)] | None = None
    time_zone: str | None = None
    language: Literal["en", "de", "fr", "es", "uk", "ar"] = "en"
    logo: str = ""
    color: str = ""
    counter: Annotated[str, Meta(min_length=1, max_length=40)] = "1"
    gestures: Annotated[tuple[Gesture, ...], Meta(max_length=6)] = ()


def _default_url() -> str:
    return f"sqlite:///{user_data_path('greeting-kiosk') / 'kiosk.db'}"


class Database(_Table, frozen=True, kw_only=True):
    url: str = field(default_factory=_default_url)


class Backup(_Table, frozen=True, kw_only=True):
    """Where the nightly copies lie; without a folder, in `backups` beside the database.

    `key` is the public half of the key for which copies are encrypted that leave the machine, as age writes
    it; empty where there is none.
    """

    folder: Annotated[str, Meta(min_length=1)] | None = None
    usb: bool = True
    key: str = ""


class Scanner(_Table, frozen=True, kw_only=True):
    port: Annotated[str, Meta(min_length=1)]
    profile: str = "plain"
    baud: Annotated[int, Meta(ge=50, le=4_000_000)] | None = None
    bits: Literal[7, 8] | None = None
    parity: Parity | None = None
    stop_bits: Literal[1, 2] | None = None
    ending: Ending = Ending.AUTO
    layout: Layout = "us"
    prefix: Affix = ""
    suffix: Affix = ""
    code_id: CodeId = CodeId.NONE
    check_digit: Literal["sent", "missing"] = "sent"
    upc_e: Literal["as_sent", "expand"] = "as_sent"

    @property
    def connection(self) -> Connection:
        """Where it is and how it speaks, as the drivers understand it: what is not set is as its family's is.

        Raises drivers.profiles.UnknownProfile.
        """
        usual = profile_named(self.profile).line
        return Connection(
            port=self.port,
            profile=self.profile,
            baud=self.baud or usual.baud,
            bits=self.bits or usual.bits,
            parity=self.parity or usual.parity,
            stop_bits=self.stop_bits or usual.stop_bits,
            ending=self.ending,
            layout=self.layout,
            wrapping=self.wrapping,
        )

    @property
    def wrapping(self) -> Wrapping:
        """What it puts around a number, as the drivers understand it."""
        return Wrapping(
            self.prefix, self.suffix, self.code_id, self.check_digit == "missing", self.upc_e == "expand"
        )


_ENDINGS = {"cr": b"\r", "lf": b"\n", "crlf": b"\r\n", "tab": b"\t", "none": b""}


class PassOn(_Table, frozen=True, kw_only=True):
    """A till that gets what is scanned, too; `scanner` counts the [[scanner]] tables from 1 on."""

    to: Annotated[str, Meta(min_length=1)]
    scanner: Annotated[int, Meta(ge=1)] | None = None
    what: What = What.EVERYTHING
    ending: Literal["cr", "lf", "crlf", "tab", "none"] | None = None
    baud: Annotated[int, Meta(ge=50, le=4_000_000)] = 9600
    bits: Literal[7, 8] = 8
    parity: Parity = "none"
    stop_bits: Literal[1, 2] = 1

    @property
    def connection(self) -> Connection:
        """Where the till is, as the drivers understand it."""
        return Connection(self.to, "plain", self.baud, self.bits, self.parity, self.stop_bits)

    @property
    def ending_bytes(self) -> bytes | None:
        """What follows the data; None for what the scanner sends."""
        return _ENDINGS[self.ending] if self.ending is not None else None


class Network(_Table, frozen=True, kw_only=True):
    """Where scans are taken by HTTP, written like 127.0.0.1:8780, and the token that has to come along."""

    http: Annotated[str, Meta(min_length=1)] | None = None
    token: Annotated[str, Meta(min_length=16, max_length=200)] | None = None

    def __repr__(self) -> str:
        """The token is shown nowhere."""
        return f"Network(http={self.http!r}, token={'…' if self.token else None})"


class Card(_Table, frozen=True, kw_only=True):
    """One kind of card that the shop gives out."""

    prefix: str = ""
    length: Annotated[int, Meta(ge=1, le=512)] | None = None
    symbology: Symbology | None = None
    template: Annotated[str, Meta(max_length=512)] = ""

    @property
    def pattern(self) -> CardPattern:
        """What its numbers look like, as the drivers understand it."""
        return CardPattern(self.prefix, self.length, self.symbology, self.template)


class Display(_Table, frozen=True, kw_only=True):
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


class Sound(_Table, frozen=True, kw_only=True):
    volume: Annotated[float, Meta(ge=0, le=1)] = 0.5


class Staff(_Table, frozen=True, kw_only=True):
    """How whoever is at the counter says so, and after how many quiet minutes nobody is there any more."""

    sign_in: Literal["off", "name", "pin"] = "off"
    sign_out_after: Annotated[float, Meta(ge=1, le=1440)] = 5


class Hub(_Table, frozen=True, kw_only=True):
    """Days without the hub after which a counter shows names alone; 0 for never."""

    names_alone_after: Annotated[int, Meta(ge=0, le=3650)] = 30


class Wallet(_Table, frozen=True, kw_only=True):
    """The files with which cards for the wallets of telephones are signed."""

    apple_certificate: str = ""
    apple_key: str = ""
    apple_intermediate: str = ""
    google_account: str = ""
    google_issuer: Annotated[str, Meta(max_length=32)] = ""


class Settings(_Table, frozen=True, kw_only=True):
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
