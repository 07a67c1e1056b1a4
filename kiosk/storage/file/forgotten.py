"""The ledger of who was forgotten, so that no copy brings them back.

A line is a time, a random salt, and the hash of both salt and id.
"""

import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

from kiosk.storage.file.ledger import FORGOTTEN, salted

WasForgotten = Callable[[UUID, datetime], bool]
"""Tells of an id, and of when what is kept of them was last changed, whether they were forgotten since."""

_KEYS = UUID("6f1a5b1e-3c0d-5c57-9d0b-0d6f3a1f7c11")


def id_of_key(key: str) -> UUID:
    """The id by which the ledger knows a key of a shop file, where the file gives no id."""
    return uuid5(_KEYS, key)


def note_forgotten(database: Path, ids: Iterable[UUID], at: datetime) -> None:
    """Keep that somebody is forgotten, with all that was kept of them until `at`. Raises StorageTrouble."""
    salts = {id: secrets.token_bytes(16) for id in ids}
    FORGOTTEN.add(
        database, [f"{at.isoformat()} {salt.hex()} {salted(salt, id)}" for id, salt in salts.items()]
    )


def was_forgotten(database: Path, *folders: Path) -> WasForgotten:
    """Everybody who was, as it is known beside the database and beside the copies in some folders."""
    known: list[tuple[datetime, bytes, str]] = []
    for line in FORGOTTEN.lines(database, *folders):
        # What a power cut has torn, or a dying card has garbled, is passed over.
        with suppress(ValueError):
            at, salt, hashed = line.split()
            known.append((datetime.fromisoformat(at).astimezone(UTC), bytes.fromhex(salt), hashed))
    return lambda id, changed: any(changed <= at and salted(salt, id) == hashed for at, salt, hashed in known)
