"""The script of a letter, as ISO 15924 codes it."""

import unicodedata
from collections.abc import Mapping
from functools import cache

from babel import Locale

EMOJI, UNKNOWN = "Zsye", "Zzzz"

_WIDTHS = ("FULLWIDTH", "HALFWIDTH")
_NAMED_OTHERWISE = {
    "BENGALI": "Beng",
    "CANADIAN": "Cans",
    "CJK": "Hani",
    "FEMININE": "Latn",
    "MASCULINE": "Latn",
    "NKO": "Nkoo",
    "ORIYA": "Orya",
}


def script_of(letter: str) -> str:
    """Its code, like “Cyrl”: a letter's name in Unicode begins with that of its script."""
    parts = [part for part in unicodedata.name(letter, "").split() if part not in _WIDTHS]
    return _codes().get(parts[0], UNKNOWN) if parts else UNKNOWN


@cache
def _codes() -> Mapping[str, str]:
    return {name.upper(): code for code, name in Locale("en").scripts.items()} | _NAMED_OTHERWISE
