"""One TOML file, every mistake answered with the key and its line."""

import os
import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from drivers import lets_payment_cards_through
from drivers.card_pattern import NUMBER
from drivers.framing import Ending
from drivers.listening import address_of, listens
from drivers.port_address import why_no_till, why_refused
from drivers.profiles import UnknownProfile, profile_named
from drivers.till.passing import What
from kiosk import shape
from kiosk.files import read_whole
from kiosk.settings.chosen import Tables, beneath, chosen_file, read_chosen, settings_among
from kiosk.settings.tables import Settings

SYSTEM_FILE = Path("/etc/greeting-kiosk/kiosk.toml")
ENVIRONMENT = "KIOSK_CONFIG"

_LARGEST = 16 << 20
"""Bytes."""

_TOKEN_OF_HTTP = re.compile(r"[!-~]+")

_TOKEN = re.compile(
    r'''
    """ (?: \\. | [^\\] )*? "{3,5} | \'{3} .*? \'{3,5}  # texts of several lines
    | " (?: \\. | [^"\\\n] )* " | \' [^\'\n]* \'   # texts of one line
    | \# [^\n]* | [\[\]{}\n]
    ''',
    re.VERBOSE | re.DOTALL,
)


class SettingsError(Exception):
    """The settings cannot be used; the message names file, line and key."""


def find_file(chosen: str | None, environment: Mapping[str, str] = os.environ) -> Path | None:
    """The settings file: the chosen one, else KIOSK_CONFIG, else the system's; None means the defaults."""
    named = chosen or environment.get(ENVIRONMENT)
    if named:
        return Path(named)
    return SYSTEM_FILE if SYSTEM_FILE.exists() else None


def read(file: Path | None) -> Settings:
    """The settings in `file`, or the defaults without one, and beneath them what was chosen on the glass.

    Raises SettingsError.
    """
    text = "" if file is None else text_of(file)
    settings = parse(text, str(file)) if file else Settings()
    chosen = settings_among(read_chosen(chosen_file(settings)))
    return _with(chosen, text, settings) if chosen else settings


def _with(chosen: Tables, text: str, settings: Settings) -> Settings:
    """Where they do not go together with the file, that alone counts."""
    try:
        both = msgspec.convert(beneath(tomllib.loads(text), chosen), Settings)
        if both.shop.time_zone is not None:
            ZoneInfo(both.shop.time_zone)
    except (msgspec.ValidationError, ZoneInfoNotFoundError, ValueError, OSError):
        return settings
    return settings if any(True for _ in _problems(both)) else both


def text_of(file: Path) -> str:
    """The text of a settings file. Raises SettingsError."""
    try:
        return read_whole(file, _LARGEST).decode("utf-8-sig")
    except OSError as error:
        raise SettingsError(f"{file} cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{file} is not UTF-8 text.") from None


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
    if settings.backup.key:
        _check_key(text, name, settings.backup.key)
    for path, problem in _problems(settings):
        raise _at_its_line(text, name, path, problem)
    return settings


def _problems(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    """What no single value shows, and what only the drivers know."""
    ports = [os.path.realpath(scanner.port) for scanner in settings.scanner]
    for number, scanner in enumerate(settings.scanner):
        if reason := why_refused(scanner.port):
            yield ["scanner", number, "port"], reason
        if ports.index(ports[number]) != number:
            yield ["scanner", number, "port"], "another [[scanner]] has this port already"
        try:
            profile_named(scanner.profile)
        except UnknownProfile as error:
            yield ["scanner", number, "profile"], str(error)
        yield from _problems_of_lines(settings, number)
    yield from _problems_of_http(settings)
    yield from _problems_of_tills(settings)
    for number, card in enumerate(settings.card):
        if lets_payment_cards_through(card.pattern):
            problem = (
                "a prefix this short would let payment cards through; give its first six characters or more"
            )
            yield ["card", number, "prefix"], problem
        if card.template and card.template.count(NUMBER) != 1:
            yield ["card", number, "template"], f"it has to hold {NUMBER} once, where the number stands"
        elif card.template and not (card.prefix or card.length):
            yield ["card", number, "template"], "say as well how its numbers begin, or how long they are"


def _problems_of_tills(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    scanners = [os.path.realpath(scanner.port) for scanner in settings.scanner]
    tills = [os.path.realpath(way.to) for way in settings.pass_on]
    for number, way in enumerate(settings.pass_on):
        if reason := why_no_till(way.to):
            yield ["pass_on", number, "to"], reason
        if tills[number] in scanners:
            yield ["pass_on", number, "to"], "this is a scanner’s own port; a till needs another line"
        if tills.index(tills[number]) != number:
            yield ["pass_on", number, "to"], "another [[pass_on]] has this till already"
        if way.scanner is not None and way.scanner > len(scanners):
            yield ["pass_on", number, "scanner"], f"there are only {len(scanners)} [[scanner]] tables"
        if way.what is What.NOT_OURS and not settings.card:
            yield ["pass_on", number, "what"], "without a [[card]] table every card is the shop’s own"


def _problems_of_lines(settings: Settings, number: int) -> Iterator[tuple[shape.KeyPath, str]]:
    scanner = settings.scanner[number]
    if not listens(scanner.port):
        return
    problem = "at listen:// there are plain lines, with any ending, and there is no choice"
    if scanner.profile != "plain":
        yield ["scanner", number, "profile"], problem
    if scanner.ending is not Ending.AUTO:
        yield ["scanner", number, "ending"], problem


def _problems_of_http(settings: Settings) -> Iterator[tuple[shape.KeyPath, str]]:
    http, token = settings.network.http, settings.network.token
    if token is not None and not _TOKEN_OF_HTTP.fullmatch(token):
        yield ["network", "token"], "use letters, digits and signs of ASCII, without a blank"
    if http is None:
        return
    try:
        address_of(http)
    except ValueError:
        problem = "it is no address of this machine like 127.0.0.1:8780, with a port from 1024 on"
        yield ["network", "http"], problem
    if token is None:
        problem = "anybody could send scans there: set a token of 16 characters or more beside it"
        yield ["network", "http"], problem
    if any(scanner.port == f"listen://{http}" for scanner in settings.scanner):
        yield ["network", "http"], "a [[scanner]] listens there already"


def _check_zone(text: str, name: str, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problem = f"{shape.quote(zone)} is not a time zone, written like Europe/London"
        raise _at_its_line(text, name, ["shop", "time_zone"], problem) from None


def _check_key(text: str, name: str, key: str) -> None:
    # What encrypts is loaded where there is something to be encrypted.
    from kiosk.encryption.keys import is_public_key

    if not is_public_key(key):
        problem = "this is not the public half of a key, age1…; “kiosk backup-key” writes one here"
        raise _at_its_line(text, name, ["backup", "key"], problem)


def _at_its_line(text: str, name: str, path: shape.KeyPath, problem: str) -> SettingsError:
    line = _line_of(text, path)
    return SettingsError(f"{name}, line {line}: {shape.write_path(path)}: {problem}.")


def _line_of(text: str, path: shape.KeyPath) -> int:
    """The line on which a value stands: the first after which the file, cut off there, holds it."""
    lines = text.rstrip("\n").split("\n")
    ends = list(_ends_of_statements("\n".join([*lines, ""])))
    found = bisect_left(ends, True, key=lambda end: _holds(tomllib.loads("\n".join(lines[:end])), path))
    return ends[found] if found < len(ends) else len(lines)


def _ends_of_statements(text: str) -> Iterator[int]:
    """The lines after which TOML can be cut off: those that end outside of brackets and texts."""
    line = depth = 0
    for token in _TOKEN.finditer(text):
        line += token[0].count("\n")
        depth += (token[0] in "[{") - (token[0] in "]}")
        if token[0] == "\n" and depth == 0:
            yield line


def _holds(value: Any, path: shape.KeyPath) -> bool:
    for part in path:
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            return False
    return True
