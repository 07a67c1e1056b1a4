"""Encrypting and decrypting what is never in memory whole: 64 KiB at a time, each with its own checksum."""

from io import BufferedIOBase

import pyrage
from pyrage import DecryptError, EncryptError, x25519

from kiosk.encryption.keys import SecretKey

BEGINNING = b"age-encryption.org/v1\n"
LONGEST_HEADER = 16 << 10
"""Bytes; for one key it has a few hundred. One without end would be read again at every line."""

_END_OF_HEADER = b"\n--- "
_ANOTHER_KEY = "No matching keys found"


class AnotherKey(Exception):  # noqa: N818 - it says what it is
    """It was encrypted for another key than this."""


class NotDecrypted(Exception):  # noqa: N818 - it says what it is
    """It was not encrypted as we do, or is not as it was when it was."""


def encrypt(source: BufferedIOBase, target: BufferedIOBase, public: str) -> None:
    """Encrypt a stream for the owner of a key. Raises OSError."""
    try:
        pyrage.encrypt_io(source, target, [x25519.Recipient.from_str(public)])
    except EncryptError as error:
        raise OSError(str(error)) from None


def decrypt(source: BufferedIOBase, target: BufferedIOBase, secret: SecretKey) -> None:
    """Decrypt a stream. Raises AnotherKey, NotDecrypted, and OSError for what `target` cannot take.

    Part of it may have been written then.
    """
    if not has_header(source.read(LONGEST_HEADER)):
        raise NotDecrypted
    source.seek(0)
    try:
        pyrage.decrypt_io(source, target, [x25519.Identity.from_str(secret.code)])
    except DecryptError as error:
        raise AnotherKey if str(error) == _ANOTHER_KEY else NotDecrypted from None
    except OSError as error:
        # One without a number is no error of a file: a part did not pass its check.
        if error.errno is None:
            raise NotDecrypted from None
        raise


def has_header(beginning: bytes) -> bool:
    """Tell whether the first bytes of a stream are a whole header of age."""
    return beginning.startswith(BEGINNING) and _END_OF_HEADER in beginning[:LONGEST_HEADER]
