"""The ledger of who was forgotten: salted hashes beside the database, so that no copy brings them back.

A line is a time, a random salt, and the hash of both salt and id. It finds somebody in a copy that still
holds them, and tells nothing without one.
"""

import os
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5

from kiosk.files import read_whole, replace_whole
from kiosk.storage.trouble import StorageTrouble

WasForgotten = Callable[[UUID, datetime], bool]
"""Tells of an id, and of when what is kept of them was last changed, whether they were forgotten since."""

_KEYS = UUID("6f1a5b1e-3c0d-5c57-9d0b-0d6f3a1f7c11")
_LARGEST = 16 << 20
"""Bytes."""


def id_of_key(key: str) -> UUID:
    """The id by which the ledger knows a key of a shop file, where the file gives no id."""
    return uuid5(_KEYS, key)


def note_forgotten(database: Path, ids: Iterable[UUID], at: datetime) -> None:
    """Keep that somebody is forgotten, with all that was kept of them until `at`. Raises StorageTrouble."""
    salts = {id: secrets.token_bytes(16) for id in ids}
    lines = [f"{at.isoformat()} {salt.hex()} {_hash(salt, id)}\n" for id, salt in salts.items()]
    try:
        with _ledger(database).open("a", encoding="ascii") as ledger:
            # A line of its own, also after one that a power cut has torn.
            ledger.write("".join(["\n", *lines]))
            ledger.flush()
            os.fsync(ledger.fileno())
    except OSError as error:
        raise StorageTrouble(
            f"{_ledger(database)} cannot be written ({error.strerror}). Nothing was changed."
        ) from None


def carry_along(database: Path, folder: Path) -> None:
    """Keep the same beside the copies in a folder: it has to outlast the card. Raises StorageTrouble."""
    there = _beside_copies(database, folder)
    known, more = _lines(there), _lines(_ledger(database))
    if set(more) <= set(known):
        return
    try:
        lines = (f"{line}\n" for line in dict.fromkeys(known + more))
        replace_whole(there, "".join(lines).encode("ascii", errors="replace"))
    except OSError as error:
        raise StorageTrouble(f"{there} cannot be written: {error.strerror}.") from None


def was_forgotten(database: Path, *folders: Path) -> WasForgotten:
    """Everybody who was, as it is known beside the database and beside the copies in some folders."""
    known: list[tuple[datetime, bytes, str]] = []
    ledgers = [_ledger(database), *(_beside_copies(database, folder) for folder in folders)]
    for line in {line for ledger in ledgers for line in _lines(ledger)}:
        # What a power cut has torn, or a dying card has garbled, is passed over.
        with suppress(ValueError):
            at, salt, hashed = line.split()
            known.append((datetime.fromisoformat(at).astimezone(UTC), bytes.fromhex(salt), hashed))
    return lambda id, changed: any(changed <= at and _hash(salt, id) == hashed for at, salt, hashed in known)


def _lines(ledger: Path) -> list[str]:
    try:
        return read_whole(ledger, _LARGEST).decode("ascii", errors="replace").splitlines()
    except OSError:
        return []


def _hash(salt: bytes, id: UUID) -> str:
    return sha256(salt + id.bytes).hexdigest()


def _ledger(database: Path) -> Path:
    return database.with_name(f"{database.name}.forgotten")


def _beside_copies(database: Path, folder: Path) -> Path:
    return folder / _ledger(database).name
