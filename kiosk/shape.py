"""What is wrong with the shape of a file: msgspec's message as a place and a sentence for a person."""

import re
from enum import EnumType
from types import NoneType
from typing import Any, get_args, get_type_hints

import msgspec

from drivers import is_payment_card

KeyPath = list[str | int]
"""The keys and places in lists that lead to a value."""

_LONGEST_QUOTE = 40
_NUMBER = re.compile(r"\d{8}")  # as long as a card's, or longer

_WORDS = {
    "`str`": "text",
    "`int`": "a whole number",
    "`float`": "a number",
    "`bool`": "true or false",
    "`object`": "a table",
    "`array`": "a list",
    " | null": "",
    "null": "nothing",
    "`": "",
    ">=": "at least",
    "<=": "at most",
}


def explain(error: msgspec.ValidationError, kind: type, missing_key: str) -> tuple[KeyPath, str]:
    """The path to the mistake and what is wrong, from "Expected `int`, got `str` - at `$.scanner[0].baud`".

    `kind` is the type of the whole file; `missing_key` says that a key is not one of those known.
    """
    what, _, where = str(error).partition(" - at `$")
    path = _path(where.rstrip("`"))
    if "unknown field" in what:
        return [*path, what.split("`")[1]], missing_key
    if "missing required field" in what:
        return path, f"“{what.split('`')[1]}” is missing"
    if what.startswith("Invalid enum value"):
        return path, f"use one of {', '.join(_choices(kind, path))}"
    return path, _plain(what)


def write_path(path: KeyPath) -> str:
    """Like `customers[3].cards`."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{_showable(part) or '…'}" for part in path)
    return "".join(parts).removeprefix(".")


def quote(text: str) -> str:
    """What stands in a file, to be told in a sentence."""
    shown = _showable(text)
    return f"“{shown}”" if shown else "What stands there"


def _showable(text: str) -> str:
    """The text, cut short; empty where a terminal or a log must not see it."""
    if not text.isprintable() or is_payment_card(text) or _NUMBER.search(text):
        return ""
    return text if len(text) <= _LONGEST_QUOTE else f"{text[: _LONGEST_QUOTE - 1]}…"


def _path(where: str) -> KeyPath:
    parts = where.replace("[", ".[").split(".")
    return [int(part[1:-1]) if part.startswith("[") else part for part in parts if part]


def _plain(what: str) -> str:
    # "`str | null`" is one quotation: taken apart, each kind gets its own word.
    what = what.replace(" | null`", "`")
    for said, plain in _WORDS.items():
        what = what.replace(said, plain)
    return what[:1].lower() + what[1:]


def _choices(kind: Any, path: KeyPath) -> list[str]:
    """The words a value may be, found along its path through the annotated types."""
    for part in path:
        kind = get_args(kind)[0] if isinstance(part, int) else get_type_hints(kind)[part]
    kinds = [one for one in get_args(kind) or (kind,) if one is not NoneType]
    return [str(word) for one in kinds for word in (one if isinstance(one, EnumType) else [one])]
