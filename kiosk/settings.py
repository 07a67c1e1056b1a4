"""The settings: one TOML file, every mistake answered with the key and its line."""

import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Meta, Struct, field
from platformdirs import user_data_path

from drivers import CardPattern, SerialLine, Symbology, lets_payment_cards_through
from drivers.framing import Ending
from kiosk import shape

SYSTEM_FILE = Path("/etc/greeting-kiosk/kiosk.toml")
ENVIRONMENT = "KIOSK_CONFIG"

GlassWidth = Annotated[float, Meta(ge=40, le=3000)]
ReadingDistance = Annotated[float, Meta(ge=200, le=1500)]
Pixels = Annotated[int, Meta(ge=320, le=8192)]


class SettingsError(Exception):
    """The settings cannot be used; the message names file, line and key."""


class _Table(Struct, forbid_unknown_fields=True, frozen=True):
    """A table of the file: keys that are not known are refused."""


class Shop(_Table, frozen=True, kw_only=True):
    name: Annotated[str, Meta(max_length=60)] | None = None
    time_zone: str | None = None
    language: Literal["en", "de", "fr", "es", "uk", "ar"] = "en"
    counter: Annotated[str, Meta(min_length=1, max_length=40)] = "1"


def _default_url() -> str:
    return f"sqlite:///{user_data_path('greeting-kiosk') / 'kiosk.db'}"


class Database(_Table, frozen=True, kw_only=True):
    url: str = field(default_factory=_default_url)


class Scanner(_Table, frozen=True, kw_only=True):
    port: Annotated[str, Meta(min_length=1)]
    profile: Literal["plain"] = "plain"
    baud: Annotated[int, Meta(ge=50, le=4_000_000)] = 9600
    bits: Literal[7, 8] = 8
    parity: Literal["none", "even", "odd", "mark", "space"] = "none"
    stop_bits: Literal[1, 2] = 1
    ending: Ending = Ending.AUTO

    @property
    def line(self) -> SerialLine:
        """Where it is and how it speaks, as the drivers understand it."""
        return SerialLine(
            port=self.port,
            profile=self.profile,
            baud=self.baud,
            bits=self.bits,
            parity=self.parity,
            stop_bits=self.stop_bits,
            ending=self.ending,
        )


class Card(_Table, frozen=True, kw_only=True):
    """One kind of card that the shop gives out."""

    prefix: str = ""
    length: Annotated[int, Meta(ge=1, le=512)] | None = None
    symbology: Symbology | None = None

    @property
    def pattern(self) -> CardPattern:
        """What its numbers look like, as the drivers understand it."""
        return CardPattern(self.prefix, self.length, self.symbology)


class Display(_Table, frozen=True, kw_only=True):
    width: Pixels = 1280
    height: Pixels = 800
    width_mm: GlassWidth | None = None
    distance_mm: ReadingDistance = 500
    theme: Literal["light", "dark"] = "light"
    fullscreen: bool = False
    clear_after: Annotated[float, Meta(ge=1, le=3600)] = 20


class Settings(_Table, frozen=True, kw_only=True):
    """Everything a technician can set; the defaults run a kiosk without a scanner."""

    shop: Shop = Shop()
    database: Database = field(default_factory=Database)
    scanner: tuple[Scanner, ...] = ()
    card: tuple[Card, ...] = ()
    display: Display = Display()

    @property
    def card_patterns(self) -> list[CardPattern]:
        """What the shop's cards look like; none means that every number counts as the shop's."""
        return [card.pattern for card in self.card]


def find_file(chosen: str | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The settings file: the chosen one, else KIOSK_CONFIG, else the system's; None means the defaults."""
    named = chosen or environment.get(ENVIRONMENT)
    if named:
        return Path(named)
    return SYSTEM_FILE if SYSTEM_FILE.exists() else None


def read(file: Path | None) -> Settings:
    """The settings in `file`, or the defaults without one. Raises SettingsError."""
    if file is None:
        return Settings()
    try:
        text = file.read_text("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file} is not UTF-8 text.") from None
    return parse(text, str(file))


def parse(text: str, name: str) -> Settings:
    """The settings in `text`; `name` stands before every mistake. Raises SettingsError."""
    try:
        settings = msgspec.convert(tomllib.loads(text), Settings)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{name} is not TOML: {error}.") from None
    except RecursionError:
        raise SettingsError(f"{name} is not TOML: it is nested too deeply.") from None
    except msgspec.ValidationError as error:
        raise _at_its_line(text, name, *shape.explain(error, Settings, "there is no such setting")) from None
    except ValueError:
        raise SettingsError(f"{name} is not TOML: it holds a number that is too long.") from None
    if settings.shop.time_zone is not None:
        _check_zone(text, name, settings.shop.time_zone)
    for number, card in enumerate(settings.card):
        if lets_payment_cards_through(card.pattern):
            problem = (
                "a prefix this short would let payment cards through; give its first six characters or more"
            )
            raise _at_its_line(text, name, ["card", number, "prefix"], problem)
    return settings


def _check_zone(text: str, name: str, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problem = f"{shape.quote(zone)} is not a time zone, written like Europe/London"
        raise _at_its_line(text, name, ["shop", "time_zone"], problem) from None


def _at_its_line(text: str, name: str, path: shape.Path, problem: str) -> SettingsError:
    line = _line_of(text, path)
    return SettingsError(f"{name}, line {line}: {shape.write_path(path)}: {problem}.")


def _line_of(text: str, path: shape.Path) -> int:
    """The line on which a value stands: the first after which the file, cut off there, holds it."""
    lines = text.splitlines(keepends=True)
    for count in range(1, len(lines) + 1):
        try:
            if _holds(tomllib.loads("".join(lines[:count])), path):
                return count
        except tomllib.TOMLDecodeError:
            continue
    return len(lines)


def _holds(value: Any, path: shape.Path) -> bool:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True
