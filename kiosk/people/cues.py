"""Cues: the items of a greeting, in the order in which they matter."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.people.celebrations import Celebration, coming, due
from kiosk.people.customers import Customer
from kiosk.people.day_words import coming_on, fell_on, occasion_name
from kiosk.people.notes import Note, NoteKind
from kiosk.people.words import Words, within

NEWEST_NOTES = 3


class CueKind(StrEnum):
    """What a cue asks of the cashier."""

    GENTLE = "gentle"
    CONCERN = "concern"
    CELEBRATION = "celebration"
    ALERT = "alert"
    ASK = "ask"
    UPCOMING = "upcoming"
    NOTE = "note"


class Action(StrEnum):
    """What one tap says has been done."""

    WISHED = "wished"
    ASKED = "asked"
    PUT_RIGHT = "put_right"


@dataclass(frozen=True, slots=True)
class Cue:
    """One item of a greeting; `on` is the day it is about."""

    kind: CueKind
    title: str
    detail: str = ""
    on: date | None = None
    action: Action | None = None
    occasion: str = ""


def in_order(
    customer: Customer, near: Iterable[Celebration], notes: Iterable[Note], now: datetime, words: Words
) -> Iterator[Cue]:
    """All cues of one customer; a tender time hears nothing of celebrations."""
    today, notes = now.date(), list(notes)
    gentle = customer.needs_gentleness(today)
    near = [] if gentle else list(near)
    if gentle:
        yield Cue(CueKind.GENTLE, words.gettext("Tread gently"))
    yield from (concern(note, now, words) for note in _of_kind(notes, NoteKind.MAKE_RIGHT))
    yield from (celebration(c, customer, today, words) for c in due(near, today))
    yield from (alert(note) for note in _of_kind(notes, NoteKind.ALWAYS_SHOW))
    yield from (ask(note, now, words) for note in _of_kind(notes, NoteKind.ASK_ABOUT))
    yield from (upcoming(c, today, words) for c in coming(near, today))
    newest_first = reversed(_of_kind(notes, NoteKind.REMEMBER)[-NEWEST_NOTES:])
    yield from (remembered(note, now, words) for note in newest_first)


def concern(note: Note, now: datetime, words: Words) -> Cue:
    """Something that went wrong and is not put right yet."""
    return Cue(
        CueKind.CONCERN, note.text, _origin(note, now, words), _written_on(note, now), Action.PUT_RIGHT
    )


def celebration(c: Celebration, customer: Customer, today: date, words: Words) -> Cue:
    """A celebration of today, or one that passed without a wish."""
    title = fell_on(occasion_name(c, words), c.on, today, words)
    if c.important.occasion == "birthday" and customer.may_mention_age and c.years is not None:
        title = f"{title}, {c.years}"
    detail = words.gettext("Wished already") if c.wished else words.gettext("Not wished yet")
    action = None if c.wished else Action.WISHED
    return Cue(CueKind.CELEBRATION, title, detail, c.on, action, c.important.occasion)


def alert(note: Note) -> Cue:
    """What must never be forgotten."""
    return Cue(CueKind.ALERT, note.text)


def ask(note: Note, now: datetime, words: Words) -> Cue:
    """What they told, and would like to be asked about."""
    title = words.gettext("Ask about {what}").format(what=within(note.text))
    return Cue(CueKind.ASK, title, _origin(note, now, words), _written_on(note, now), Action.ASKED)


def upcoming(c: Celebration, today: date, words: Words) -> Cue:
    """A celebration of the next days."""
    title = coming_on(occasion_name(c, words), c.on, today, words)
    return Cue(CueKind.UPCOMING, title, on=c.on, occasion=c.important.occasion)


def remembered(note: Note, now: datetime, words: Words) -> Cue:
    """What is good to know."""
    return Cue(CueKind.NOTE, note.text, _origin(note, now, words), _written_on(note, now))


def _of_kind(notes: Iterable[Note], kind: NoteKind) -> list[Note]:
    return [note for note in notes if note.kind is kind]


def _written_on(note: Note, now: datetime) -> date:
    return note.written_at.astimezone(now.tzinfo).date()


def _origin(note: Note, now: datetime, words: Words) -> str:
    day = words.day(_written_on(note, now))
    return f"{day} · {note.author}" if note.author else day
