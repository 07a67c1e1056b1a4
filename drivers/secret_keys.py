"""Recognises the secret key that opens encrypted copies: at the counter it is refused as no card of ours.

Source: https://age-encryption.org/v1, "X25519 recipient stanza"; its checksum is not looked at here.
"""

import re

_BEGINNING = re.compile(r"AGE-SECRET-KEY-", re.IGNORECASE)
_KEY = re.compile(r"AGE-SECRET-KEY-1[0-9A-Z]{58}")


def holds_secret_key(text: str) -> bool:
    """Tell whether a secret key stands in ``text``, or the beginning of one."""
    return _BEGINNING.search(text) is not None


def as_secret_key(text: str) -> str | None:
    """The secret key that ``text`` consists of, in the letters of its code; None for anything else."""
    key = text.strip().upper()
    return key if _KEY.fullmatch(key) else None
