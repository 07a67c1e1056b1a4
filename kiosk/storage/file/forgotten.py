"""Who was forgotten, told to nobody: a file beside the database, so that no older copy brings them back.

A line is a time, a random salt, and the hash of both salt and id. It finds somebody in a copy that still
holds them, and tells nothing without one.
"""

import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from uuid import UUID

from kiosk.storage.trouble import StorageTrouble

WasForgotten = Callable[[UUID, datetime], bool]
"""Tells of an id, and of when what is kept of them was last changed, whether they were forgotten since."""


def note_forgotten(database: Path, customer_id: UUID, at: datetime) -> None:
    """Keep that somebody is forgotten, with all that was kept of them until `at`. Raises StorageTrouble."""
    salt = secrets.token_bytes(16)
    line = f"{at.isoformat()} {salt.hex()} {_hash(salt, customer_id)}"
    try:
        with _ledger(database).open("a", encoding="ascii") as ledger:
            # A line of its own, also after one that a power cut has torn.
            ledger.write(f"\n{line}\n")
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
    unfinished = there.with_name(f"{there.name}.unfinished")
    try:
        with unfinished.open("w", encoding="ascii", errors="replace") as out:
            out.writelines(f"{line}\n" for line in dict.fromkeys(known + more))
            out.flush()
            os.fsync(out.fileno())
        unfinished.replace(there)
    except OSError as error:
        raise StorageTrouble(f"{there} cannot be written: {error.strerror}.") from None


def was_forgotten(database: Path, folder: Path) -> WasForgotten:
    """Everybody who was, as it is known beside the database and beside the copies in a folder."""
    known: list[tuple[datetime, bytes, str]] = []
    for line in {*_lines(_ledger(database)), *_lines(_beside_copies(database, folder))}:
        # What a power cut has torn, or a dying card has garbled, is passed over.
        with suppress(ValueError):
            at, salt, hashed = line.split()
            known.append((datetime.fromisoformat(at).astimezone(UTC), bytes.fromhex(salt), hashed))
    return lambda id, changed: any(changed <= at and _hash(salt, id) == hashed for at, salt, hashed in known)


def _lines(ledger: Path) -> list[str]:
    try:
        return ledger.read_text("ascii", errors="replace").splitlines()
    except OSError:
        return []


def _hash(salt: bytes, id: UUID) -> str:
    return sha256(salt + id.bytes).hexdigest()


def _ledger(database: Path) -> Path:
    return database.with_name(f"{database.name}.forgotten")


def _beside_copies(database: Path, folder: Path) -> Path:
    return folder / _ledger(database).name
