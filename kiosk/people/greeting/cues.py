"""Cues: the items of a greeting, in the order in which they matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.people.changing.taps import Action, Tap
from kiosk.people.greeting.celebrations import Celebration
from kiosk.people.greeting.day_words import coming_on, fell_on, occasion_name, occasion_of
from kiosk.people.greeting.moment import Feast, Moment
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.people.words import Words, side_by_side, within

NEWEST_NOTES = 3


class CueKind(StrEnum):
    """What a cue asks of the cashier."""

    GENTLE = "gentle"
    CONCERN = "concern"
    CELEBRATION = "celebration"
    ALERT = "alert"
    ASK = "ask"
    THANK = "thank"
    COMPANION = "companion"
    UPCOMING = "upcoming"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Cue:
    """One item of a greeting; `on` is the day it is about, `tap` what one tap on it keeps."""

    kind: CueKind
    title: str
    detail: str = ""
    on: date | None = None
    tap: Tap | None = None
    occasion: str = ""

    @property
    def action(self) -> Action | None:
        """What one tap on it says has been done."""
        return None if self.tap is None else self.tap.action


def in_order(moment: Moment, words: Words) -> Iterator[Cue]:
    """All cues of one customer; in a tender time there are no celebrations among them."""
    customer, now = moment.facts.customer, moment.now
    if moment.is_tender:
        yield Cue(CueKind.GENTLE, words.gettext("Tread gently"))
    yield from (concern(note, customer, now, words) for note in moment.notes(NoteKind.MAKE_RIGHT))
    yield from (_celebrated(feast, customer, moment.today, words) for feast in moment.feasts)
    yield from alerts(moment)
    yield from (ask(note, customer, now, words) for note in moment.notes(NoteKind.ASK_ABOUT))
    oldest_first = sorted(moment.facts.gestures, key=lambda gesture: gesture.at)
    yield from (thank(gesture, customer, now, words) for gesture in oldest_first)
    yield from (_celebrated(feast, customer, moment.today, words) for feast in moment.feasts_at_home)
    yield from (upcoming(c, moment.today, words) for c in moment.coming)
    newest_first = reversed(moment.notes(NoteKind.REMEMBER)[-NEWEST_NOTES:])
    yield from (remembered(note, now, words) for note in newest_first)


def alerts(moment: Moment) -> Iterator[Cue]:
    """What must never be forgotten, and is told even of those who are not greeted by name."""
    return (Cue(CueKind.ALERT, note.text) for note in moment.notes(NoteKind.ALWAYS_SHOW))


def concern(note: Note, customer: Customer, now: datetime, words: Words) -> Cue:
    """Something that went wrong and is not put right yet."""
    tap = Tap(Action.PUT_RIGHT, note.id, customer.id)
    return Cue(CueKind.CONCERN, note.text, _origin(note, now, words), _written_on(note, now), tap)


def _celebrated(feast: Feast, customer: Customer, today: date, words: Words) -> Cue:
    c, companion = feast
    return companions(companion, c, today, words) if companion else celebration(c, customer, today, words)


def celebration(c: Celebration, customer: Customer, today: date, words: Words) -> Cue:
    """A celebration of today, or one that passed without a wish."""
    title = fell_on(occasion_name(c, words), c.on, today, words)
    if c.important.occasion is Occasion.BIRTHDAY and customer.may_mention_age and c.years is not None:
        title = words.gettext("{what}, {years}").format(what=title, years=c.years)
    return _to_wish(CueKind.CELEBRATION, title, c, customer, words)


def companions(companion: Companion, c: Celebration, today: date, words: Words) -> Cue:
    """The same of a companion; years are for them alone to tell."""
    title = fell_on(occasion_of(companion.called_by, c, words), c.on, today, words)
    return _to_wish(CueKind.COMPANION, title, c, companion.customer, words)


def _to_wish(kind: CueKind, title: str, c: Celebration, whom: Customer, words: Words) -> Cue:
    detail = words.gettext("Wished already") if c.wished else words.gettext("Not wished yet")
    tap = None if c.wished else Tap(Action.WISHED, c.important.id, whom.id, c.on)
    return Cue(kind, title, detail, c.on, tap, c.important.occasion)


def ask(note: Note, customer: Customer, now: datetime, words: Words) -> Cue:
    """What they told, and would like to be asked about."""
    title = words.gettext("Ask about {what}").format(what=within(note.text))
    tap = Tap(Action.ASKED, note.id, customer.id)
    return Cue(CueKind.ASK, title, _origin(note, now, words), _written_on(note, now), tap)


def thank(gesture: Gesture, customer: Customer, now: datetime, words: Words) -> Cue:
    """What they brought, and nobody has thanked them for."""
    title = words.gettext("Thank {name} for {what}")
    told = title.format(name=within(customer.called_by), what=within(gesture.what))
    on = gesture.at.astimezone(now.tzinfo).date()
    tap = Tap(Action.THANKED, gesture.id, customer.id)
    return Cue(CueKind.THANK, told, _by(on, gesture.by, words), on, tap)


def upcoming(c: Celebration, today: date, words: Words) -> Cue:
    """A celebration of the next days."""
    title = coming_on(occasion_name(c, words), c.on, today, words)
    return Cue(CueKind.UPCOMING, title, on=c.on, occasion=c.important.occasion)


def remembered(note: Note, now: datetime, words: Words) -> Cue:
    """What is good to know."""
    return Cue(CueKind.NOTE, note.text, _origin(note, now, words), _written_on(note, now))


def _written_on(note: Note, now: datetime) -> date:
    return note.written_at.astimezone(now.tzinfo).date()


def _origin(note: Note, now: datetime, words: Words) -> str:
    return _by(_written_on(note, now), note.author, words)


def _by(day: date, who: str, words: Words) -> str:
    return side_by_side(words.day(day), who)
