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

from kiosk import shape
from kiosk.files import read_whole
from kiosk.settings.chosen import Tables, beneath, chosen_file, read_chosen, settings_among
from kiosk.settings.problems import problems
from kiosk.settings.tables import Settings

SYSTEM_FILE = Path("/etc/greeting-kiosk/kiosk.toml")
ENVIRONMENT = "KIOSK_CONFIG"

_LARGEST = 16 << 20
"""Bytes."""

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
    return settings if any(True for _ in problems(both)) else both


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
    for path, problem in problems(settings):
        raise _at_its_line(text, name, path, problem)
    return settings


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
