"""Where each value of the settings comes from."""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from kiosk.settings.chosen import chosen_file, read_chosen, settings_among
from kiosk.settings.reading import read, text_of

BUILT_IN = "built in"


class Value(NamedTuple):
    """One value under its key, like `shop.name` or `scanner.1.port`, and the file it comes from."""

    key: str
    value: Any
    source: str


def values_of(file: Path | None) -> Iterator[Value]:
    """Every value, in the order of the tables; secrets are not told. Raises SettingsError."""
    settings = read(file)
    main = {} if file is None else tomllib.loads(text_of(file))
    beside = chosen_file(settings)
    chosen = settings_among(read_chosen(beside))
    for key, value in _flat(msgspec.to_builtins(settings)):
        source = str(file) if _has(main, key) else str(beside) if _has(chosen, key) else BUILT_IN
        name = ".".join(key)
        yield Value(name, "…" if _is_secret(name, value) else value, source)


def _is_secret(name: str, value: Any) -> bool:
    """A token and, in the address of another kind of database, perhaps a password."""
    return (name == "network.token" and value is not None) or (
        name == "database.url" and not value.startswith("sqlite:")
    )


def _flat(table: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, value in table.items():
        key = (*above, name)
        if isinstance(value, dict):
            yield from _flat(value, key)
        elif isinstance(value, list | tuple) and value and isinstance(value[0], dict):
            for number, one in enumerate(value, 1):
                yield from _flat(one, (*key, str(number)))
        else:
            yield key, value


def _has(tables: Any, key: tuple[str, ...]) -> bool:
    """Whether these say it; a list is said as a whole."""
    for part in key:
        if isinstance(tables, list):
            tables = tables[int(part) - 1] if int(part) <= len(tables) else {}
        elif isinstance(tables, dict) and part in tables:
            tables = tables[part]
        else:
            return False
    return True
