"""What was chosen on the glass: a file of its own beside the database, which the settings file overrules.

It is written by the program alone, as JSON with the keys of the settings. One that cannot be read counts as
none: the kiosk then opens as the settings file says.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from kiosk.files import read_whole, replace_whole
from kiosk.settings.tables import Settings

_SQLITE = "sqlite:///"
_LARGEST = 1 << 20
"""Bytes."""

CAN_BE_CHOSEN = ("shop", "scanner", "card", "display")
"""The tables of which something can be chosen."""

Tables = Mapping[str, Any]


def chosen_file(settings: Settings) -> Path | None:
    """The file beside the database of these settings; None where that is no SQLite file."""
    url = settings.database.url
    file = url.removeprefix(_SQLITE).partition("?")[0]
    return Path(f"{file}.chosen") if url.startswith(_SQLITE) and file not in ("", ":memory:") else None


def read_chosen(file: Path | None) -> Tables:
    """Everything that was chosen, nothing where there is no such file, or one that cannot be read."""
    if file is None:
        return {}
    try:
        chosen = msgspec.json.decode(read_whole(file, _LARGEST))
    except (OSError, msgspec.DecodeError):
        return {}
    return chosen if isinstance(chosen, dict) else {}


def choose(file: Path, tables: Tables) -> None:
    """Keep what was chosen, beside all that was chosen before. Raises OSError; nothing is changed then."""
    replace_whole(file, msgspec.json.encode(beneath(tables, read_chosen(file))))


def settings_among(chosen: Tables) -> Tables:
    """Those that are settings."""
    return {name: table for name, table in chosen.items() if name in CAN_BE_CHOSEN}


def beneath(above: Tables, below: Tables) -> Tables:
    """Both, key by key in a table; where the two have the same key, or a list, it is that of `above`."""
    both = {**below, **above}
    for name, table in below.items():
        if isinstance(table, dict) and isinstance(above.get(name), dict):
            both[name] = {**table, **above[name]}
    return both
