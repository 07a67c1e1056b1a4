"""Notes: what staff wrote down, and for how long it is shown."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID


class NoteKind(StrEnum):
    """What a note asks of the one who reads it."""

    REMEMBER = "remember"
    ASK_ABOUT = "ask_about"
    ALWAYS_SHOW = "always_show"
    MAKE_RIGHT = "make_right"


LIFETIMES: Mapping[NoteKind, timedelta] = {
    NoteKind.ASK_ABOUT: timedelta(days=28),
    NoteKind.REMEMBER: timedelta(days=90),
}
"""How long a note that was not dated otherwise is shown; a kind not named here stays until closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One open note about one customer; `written_at` is an aware time."""

    id: UUID
    kind: NoteKind
    text: str
    written_at: datetime
    author: str = ""
    show_until: date | None = None
    not_in_front_of: UUID | None = None


def shown(notes: Iterable[Note], now: datetime, present: frozenset[UUID] = frozenset()) -> list[Note]:
    """The notes that still count at `now` in front of those present; the oldest first."""
    fresh = {kind: fresh_since(kind, now) for kind in LIFETIMES}
    in_company = (note for note in notes if note.not_in_front_of not in present)
    lasting = (note for note in in_company if _lasts(note, now.date(), fresh.get(note.kind)))
    return sorted(lasting, key=lambda note: note.written_at)


def fresh_since(kind: NoteKind, now: datetime) -> datetime:
    """The midnight since which a note of this kind, one of LIFETIMES, must have been written to count."""
    return datetime.combine(now.date() - LIFETIMES[kind], time.min, now.tzinfo)


def _lasts(note: Note, today: date, fresh: datetime | None) -> bool:
    if note.show_until is not None:
        return today <= note.show_until
    return fresh is None or note.written_at >= fresh
