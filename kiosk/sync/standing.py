"""How a counter stands to the others, as it was told last: kept beside the database for whoever asks."""

import os
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from kiosk.files import read_whole

_LARGEST = 1 << 20

_AWAY = 600
"""Seconds without the hub after which a counter is away."""


class CounterStatus(NamedTuple):
    """A counter: when it met the hub last, in seconds since 1970, what it has to tell and what to hear.

    `is_own` is true of the one that was told.
    """

    name: str
    met: float | None
    unsent: int
    unheard: int
    is_own: bool = False


class Standing(NamedTuple):
    """When this counter has met the hub last, in UTC, and how all counters of the shop stood then."""

    met: datetime
    counters: Sequence[CounterStatus]

    @property
    def away(self) -> Sequence[CounterStatus]:
        """The others that had not met the hub for a while, or never; one that is on does each half minute."""
        by_then = self.met.timestamp() - _AWAY
        others = (counter for counter in self.counters if not counter.is_own)
        return [counter for counter in others if counter.met is None or counter.met < by_then]


def keep_standing(database: Path, counters: Sequence[CounterStatus]) -> None:
    """The hub was met now, and has told this. Where that cannot be kept nobody is kept from working."""
    file = _file(database)
    # It is told anew in a minute, so nothing is synced.
    with suppress(OSError):
        coming = file.with_name(f"{file.name}.coming")
        coming.write_bytes(msgspec.json.encode(counters))
        os.replace(coming, file)


def note_met(database: Path) -> None:
    """The hub was met now."""
    with suppress(OSError):
        os.utime(_file(database))


def last_met(database: Path) -> datetime | None:
    """When the hub was met last, in UTC, told by the time of the file alone; None where it never was."""
    try:
        return datetime.fromtimestamp(_file(database).stat().st_mtime, UTC)
    except OSError:
        return None


def standing(database: Path) -> Standing | None:
    """What was told last; None where the hub was never met."""
    met = last_met(database)
    try:
        told = msgspec.json.decode(read_whole(_file(database), _LARGEST), type=list[CounterStatus])
    except (OSError, msgspec.DecodeError):
        return None
    return Standing(met, told) if met is not None else None


def _file(database: Path) -> Path:
    return database.with_name(f"{database.name}.hub-status")
