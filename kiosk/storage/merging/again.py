"""The ledger of who was merged, so that a copy that is put in place has them as one, too.

A line is a time, a random salt, the hashes of both with their ids, and what was taken of the other one.
"""

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from kiosk.people.known.mergers import Aspect
from kiosk.people.texts import RefusedText
from kiosk.storage.file.database import Database
from kiosk.storage.file.ledger import MERGED, salted
from kiosk.storage.merging.merging import merge
from kiosk.storage.models import Customer

_NOTHING, _UNDONE = "-", "undone"


class Decision(NamedTuple):
    """That two are one, or are two again, as it stands in the ledger."""

    at: datetime
    salt: bytes
    keep: str
    other: str
    what: str


def note_merged(database: Path, keep: UUID, other: UUID, taken: Collection[Aspect], at: datetime) -> None:
    """Keep that they are one; `at` is an aware time. Raises StorageTrouble."""
    _note(database, keep, other, ",".join(sorted(taken)) or _NOTHING, at)


def note_unmerged(database: Path, keep: UUID, other: UUID, at: datetime) -> None:
    """Keep that they are two again. Raises StorageTrouble."""
    _note(database, keep, other, _UNDONE, at)


def decisions(database: Path, *folders: Path) -> Sequence[Decision]:
    """All of them, the oldest first, as known beside the database and beside the copies in some folders."""
    return sorted(_read(MERGED.lines(database, *folders)))


def merge_again(copy: Database, decided: Sequence[Decision]) -> None:
    """Merge in a copy whom it holds as two since it is older. Raises StorageTrouble."""
    if not decided:
        return
    with copy.writing() as session:
        people = session.scalars(select(Customer.id)).all()
        last: dict[tuple[UUID, UUID], Decision] = {}
        for one in decided:
            known = {salted(one.salt, id): id for id in people}
            if one.keep in known and one.other in known:
                last[known[one.keep], known[one.other]] = one
        for (keep, other), one in sorted(last.items(), key=lambda item: item[1].at):
            with suppress(RefusedText):
                if one.what != _UNDONE:
                    merge(session, keep, other, _aspects(one.what), one.at)


def _note(database: Path, keep: UUID, other: UUID, what: str, at: datetime) -> None:
    salt = secrets.token_bytes(16)
    ids = f"{salted(salt, keep)} {salted(salt, other)}"
    MERGED.add(database, [f"{at.astimezone(UTC).isoformat()} {salt.hex()} {ids} {what}"])


def _read(lines: Sequence[str]) -> Iterator[Decision]:
    for line in lines:
        # What a power cut has torn, or a dying card has garbled, is passed over.
        with suppress(ValueError):
            at, salt, keep, other, what = line.split()
            _aspects(what)
            yield Decision(datetime.fromisoformat(at).astimezone(UTC), bytes.fromhex(salt), keep, other, what)


def _aspects(what: str) -> Collection[Aspect]:
    """Raises ValueError."""
    words: Mapping[str, Collection[Aspect]] = {_NOTHING: (), _UNDONE: ()}
    return words[what] if what in words else [Aspect(word) for word in what.split(",")]
