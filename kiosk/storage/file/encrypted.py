"""Encrypted copies, for wherever anybody may read them: made of one that has passed its check.

What is in such a file nobody can look at without the secret key, the kiosk least of all. So the digest of
what was written lies beside it, and is compared with what the disk gives back, at once and every night.
"""

import hashlib
import os
from collections.abc import Callable
from glob import escape
from io import BufferedIOBase
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.encryption.keys import SecretKey
from kiosk.encryption.streams import BEGINNING, AnotherKey, NotDecrypted, decrypt, encrypt
from kiosk.files import read_whole, remove, replace_whole
from kiosk.storage.file.backup import back_up, whole_or_not_at_all
from kiosk.storage.file.companion_files import name_leaving
from kiosk.storage.file.plain import open_plain
from kiosk.storage.trouble import StorageDamage, StorageTrouble

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

ENDING = ".age"
_DIGEST = ".sha256"
_ALGORITHM = "sha256"
_LONGEST_DIGEST = 1 << 10
"""Bytes; a line of sha256sum has a tenth."""

_ENCRYPTED = "This copy is encrypted: it takes the words from the safe to read it."
_ANOTHER = "This copy was encrypted for another key: these words do not open it. Nothing was changed."
_HARMED = "This copy is not as it was when it was written. It was left as it is; an earlier one may be good."
_NOT_KEPT = "{file} does not hold what was written to it, and was removed. Take another disk or stick."


def encrypt_copy(copy: Path, target: Path, public: str) -> None:
    """Encrypt a copy that has passed its check to `target`, which must not exist yet, with its digest.

    Raises StorageTrouble with a sentence; `target` then is not there.
    """
    with whole_or_not_at_all(target) as unfinished:
        _encrypt(copy, unfinished, target, public)


def back_up_encrypted(
    source: Path, target: Path, public: str, tell: Callable[[float], None] = lambda _: None
) -> None:
    """The same of a database, in the way of `back_up`: its copy lies beside it while it is encrypted.

    Raises StorageTrouble; `target` then is not there, and `source` is unharmed.
    """
    copy = name_leaving(source)
    remove(copy)
    try:
        with whole_or_not_at_all(target) as unfinished:
            back_up(source, copy, tell)
            _encrypt(copy, unfinished, target, public)
    finally:
        remove(copy)


def decrypt_copy(copy: Path, target: Path, secret: SecretKey | None) -> None:
    """Decrypt a copy to `target`, a new file.

    Raises StorageDamage where it is not whole, StorageTrouble where this key does not open it, and OSError.
    Part of it may be at `target` then.
    """
    if secret is None:
        raise StorageTrouble(_ENCRYPTED)
    try:
        with open_plain(copy) as reading, target.open("xb") as writing:
            decrypt(reading, writing, secret)
    except AnotherKey:
        raise StorageTrouble(_ANOTHER) from None
    except NotDecrypted:
        raise StorageDamage(_HARMED) from None


def is_encrypted(file: Path) -> bool:
    """Tell by its first bytes whether a file is an encrypted copy; False where they cannot be read."""
    try:
        with open_plain(file) as reading:
            return reading.read(len(BEGINNING)) == BEGINNING
    except (OSError, StorageTrouble):
        return False


def is_as_written(file: Path) -> bool:
    """Tell whether an encrypted copy is what was written; False, too, where its digest is not there."""
    try:
        told = read_whole(_digest_of(file), _LONGEST_DIGEST).decode("ascii", errors="replace")
        with open_plain(file) as reading:
            return is_encrypted(file) and told.split()[:1] == [_hash(reading)]
    except (OSError, StorageTrouble):
        return False


def has_digest(file: Path) -> bool:
    """Tell whether it can be known if an encrypted copy is what was written."""
    return _digest_of(file).exists()


def remove_digests_alone(folder: Path, stem: str) -> None:
    """Remove the digests in a folder whose copies are not there any more."""
    for digest in folder.glob(f"{escape(stem)}-*{ENDING}{_DIGEST}"):
        if not os.path.lexists(digest.with_suffix("")):
            remove(digest)


class _Hashing(BufferedIOBase):
    """Writes to a file, and knows the digest of what should be in it."""

    def __init__(self, file: BufferedIOBase) -> None:
        self._file, self._hash = file, hashlib.new(_ALGORITHM)

    def write(self, data: "ReadableBuffer", /) -> int:
        self._hash.update(data)
        return self._file.write(data)

    @property
    def digest(self) -> str:
        """Of all that was written."""
        return self._hash.hexdigest()


def _encrypt(copy: Path, unfinished: Path, target: Path, public: str) -> None:
    with copy.open("rb") as reading, unfinished.open("xb") as file:
        writing = _Hashing(file)
        encrypt(reading, writing, public)
        file.flush()
        os.fsync(file.fileno())
        # What is read now comes from the disk, and not from what the system remembers of it.
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    with unfinished.open("rb") as written:
        if _hash(written) != writing.digest:
            raise StorageTrouble(_NOT_KEPT.format(file=target))
    # As sha256sum writes and checks it.
    replace_whole(_digest_of(target), f"{writing.digest}  {target.name}\n".encode())


def _hash(reading: BufferedIOBase) -> str:
    return hashlib.file_digest(reading, _ALGORITHM).hexdigest()


def _digest_of(file: Path) -> Path:
    return file.with_name(f"{file.name}{_DIGEST}")
