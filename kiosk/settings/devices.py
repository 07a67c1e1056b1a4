"""The tables about scanners, tills, scans by network, and cards, as the drivers understand them."""

from typing import Annotated, Literal

from msgspec import Meta

from drivers import CardPattern, Connection, Symbology
from drivers.connection import Layout, Parity
from drivers.framing import Ending
from drivers.profiles import profile_named
from drivers.till.passing import What
from drivers.wrapping import CodeId, Wrapping
from kiosk.settings.table import Table

Affix = Annotated[str, Meta(max_length=16, pattern=r"^[^\d]*$")]


class Scanner(Table, frozen=True, kw_only=True):
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


class PassOn(Table, frozen=True, kw_only=True):
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


class Network(Table, frozen=True, kw_only=True):
    """Where scans are taken by HTTP, written like 127.0.0.1:8780, and the token that has to come along."""

    http: Annotated[str, Meta(min_length=1)] | None = None
    token: Annotated[str, Meta(min_length=16, max_length=200)] | None = None

    def __repr__(self) -> str:
        """The token is shown nowhere."""
        return f"Network(http={self.http!r}, token={'…' if self.token else None})"


class Card(Table, frozen=True, kw_only=True):
    """One kind of card that the shop gives out."""

    prefix: str = ""
    length: Annotated[int, Meta(ge=1, le=512)] | None = None
    symbology: Symbology | None = None
    template: Annotated[str, Meta(max_length=512)] = ""

    @property
    def pattern(self) -> CardPattern:
        """What its numbers look like, as the drivers understand it."""
        return CardPattern(self.prefix, self.length, self.symbology, self.template)
