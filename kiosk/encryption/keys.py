"""The two halves of a key: the public one stands in the settings, the secret one lies in the safe."""

import secrets
from dataclasses import dataclass, field
from typing import Self

from bech32 import bech32_encode, convertbits
from pyrage import IdentityError, RecipientError, x25519

SECRET_BYTES = 32
_HUMAN_READABLE_PART = "age-secret-key-"


class NoSecretKey(Exception):  # noqa: N818 - its message is the sentence a person reads
    """What was typed or scanned is not the secret half of a key; the message says why, and quotes nothing."""


@dataclass(frozen=True, slots=True)
class SecretKey:
    """A secret half, as age writes it: “AGE-SECRET-KEY-1…”, an X25519 scalar in Bech32.

    It never shows in a repr. Source: https://age-encryption.org/v1
    """

    code: str = field(repr=False)

    @classmethod
    def from_bytes(cls, secret: bytes) -> Self:
        """The key of these 32 bytes."""
        letters = convertbits(secret, 8, 5)
        assert letters is not None
        return cls(bech32_encode(_HUMAN_READABLE_PART, letters).upper())

    @classmethod
    def from_code(cls, code: str) -> Self:
        """The key that a code holds. Raises NoSecretKey."""
        try:
            x25519.Identity.from_str(code)
        except IdentityError:
            raise NoSecretKey("That is not the whole code of a key: please read it once more.") from None
        return cls(code)

    @property
    def public(self) -> str:
        """The public half: “age1…”."""
        return str(x25519.Identity.from_str(self.code).to_public())


def new_secret() -> bytes:
    """32 bytes that nobody can guess."""
    return secrets.token_bytes(SECRET_BYTES)


def is_public_key(text: str) -> bool:
    """Tell whether a text is the public half of a key, with the right checksum."""
    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True
