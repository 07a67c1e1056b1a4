"""A secret key as 24 English words, the last of which holds a checksum: BIP39.

Each word is known by its first four letters. Source: Bitcoin Improvement Proposal 39.
"""

import re
from collections.abc import Sequence
from functools import cache

from mnemonic import Mnemonic

from kiosk.encryption.keys import NoSecretKey, SecretKey

COUNT = 24

_WORD = re.compile(r"[^\W\d_]+")


def words_of(secret: bytes) -> list[str]:
    """The words of a secret of 32 bytes."""
    return _list().to_mnemonic(secret).split(" ")


def split(typed: str) -> list[str]:
    """The words in what was typed, whatever stands between them: blanks, commas, their numbers."""
    return _WORD.findall(typed.lower())


def known_word(typed: str) -> str | None:
    """The word of the list that is meant, by all its letters or by enough of the first; None for no word."""
    word = _list().expand_word(typed)
    return word if word in _list().wordlist else None


def key_of(typed: Sequence[str]) -> SecretKey:
    """The key that these words say. Raises NoSecretKey."""
    words = [known_word(word) for word in typed]
    meant = [word for word in words if word is not None]
    if len(meant) < len(words):
        raise NoSecretKey(f"Word {words.index(None) + 1} is not in the list: please look at it once more.")
    if len(meant) != COUNT:
        raise NoSecretKey(f"There are {COUNT} words on the page, and these are {len(meant)}.")
    try:
        return SecretKey.from_bytes(bytes(_list().to_entropy(meant)))
    except ValueError:
        raise NoSecretKey(
            "Every word is in the list, but they do not go together: one of them is another on the page,"
            " or two have changed places."
        ) from None


@cache
def _list() -> Mnemonic:
    return Mnemonic("english")
