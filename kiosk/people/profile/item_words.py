"""What the page about somebody says of each thing kept, for whoever is at the counter: title and detail."""

from dataclasses import replace
from datetime import date, datetime

from kiosk.people.greeting.celebrations import near
from kiosk.people.greeting.day_words import occasion_words
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import NoteKind, shown
from kiosk.people.profile.date_words import circumstances, day_words
from kiosk.people.profile.profile import KeptCard, KeptDate, KeptGesture, KeptNote, Relation, masked
from kiosk.people.profile.profile_words import SayDay, Told, as_of, dated, relation_words
from kiosk.people.words import Words, side_by_side, with_capital, within


def date_told(kept: KeptDate, today: date, words: Words) -> Told:
    """Like "19 November", and "Birthday · born 1985 · not wished yet"."""
    important = kept.important
    return Told(
        day_words(important, words),
        side_by_side(
            *_occasion(kept, words),
            words.gettext("not celebrated any more") if important.shared_with_deceased else "",
            _wished(important, today, words),
        ),
    )


def note_told(kept: KeptNote, now: datetime, words: Words) -> Told:
    """Like "Ask about Hawaii", and "Until asked · Mia, 4 November"; of a closed one who closed it, too."""
    note, say = kept.note, as_of(now.date(), words)
    title = words.gettext("Ask about {what}") if note.kind is NoteKind.ASK_ABOUT else "{what}"
    is_over = kept.closed_at is None and not shown([note], now)
    hidden = "" if kept.not_in_front_of is None else within(kept.not_in_front_of.called_by)
    still_shown_until = note.show_until if kept.closed_at is None and not is_over else None
    return Told(
        title.format(what=within(note.text)),
        side_by_side(
            _kind(note.kind, words) if kept.closed_at is None else "",
            words.gettext("Not in front of {name}").format(name=hidden) if hidden else "",
            dated(words.gettext("Until {day}"), still_shown_until, say),
            words.gettext("Not shown any more") if is_over else "",
            _by(note.author, note.written_at.date(), say, words),
            _closed(kept, say, words),
        ),
    )


def gesture_told(gesture: KeptGesture, called_by: str, today: date, words: Words) -> Told:
    """Like "Chocolate macadamia nuts", and "From Jack, 17 October · not thanked yet"."""
    us = words.gettext("From us, {day}")
    them = words.gettext("From {name}, {day}")
    whose = us if gesture.direction is Direction.GIVEN else them
    from_whom = whose.format(name=within(called_by), day=as_of(today, words)(gesture.at.date()))
    return Told(
        with_capital(within(gesture.what)),
        side_by_side(from_whom, _thanked(gesture, words), within(gesture.by)),
    )


def relation_told(relation: Relation, words: Words) -> Told:
    """Like "Alice", and "Partner"."""
    return Told(within(relation.other.called_by), with_capital(relation_words(relation, words)))


def card_told(card: KeptCard, words: Words) -> Told:
    """The end of its number, and whether it is in use."""
    in_use = words.gettext("In use") if card.retired is None else words.gettext("Not in use any more")
    return Told(masked(card.number), in_use)


def _occasion(kept: KeptDate, words: Words) -> tuple[str, ...]:
    """What it is about, and what else is kept of it; a wedding says whose in the same breath."""
    important, other = kept.important, kept.shared_with
    if important.occasion is Occasion.ANNIVERSARY and other is not None and not important.label:
        married = words.gettext("Married to {name}").format(name=within(other.called_by))
        return (married, *circumstances(replace(kept, shared_with=None), words))
    return (occasion_words(important, words), *circumstances(kept, words))


def _wished(important: ImportantDate, today: date, words: Words) -> str:
    """Whether they were congratulated, as long as that is worth a word."""
    passed = [celebration for celebration in near([important], today) if celebration.on <= today]
    if not passed:
        return ""
    return words.gettext("wished") if passed[-1].wished else words.gettext("not wished yet")


def _kind(kind: NoteKind, words: Words) -> str:
    return {
        NoteKind.REMEMBER: "",
        NoteKind.ASK_ABOUT: words.gettext("Until asked"),
        NoteKind.ALWAYS_SHOW: words.gettext("Always shown"),
        NoteKind.MAKE_RIGHT: words.gettext("Until put right"),
    }[kind]


def _closed(kept: KeptNote, say: SayDay, words: Words) -> str:
    if kept.closed_at is None:
        return ""
    message = words.gettext("done by {name}, {day}") if kept.closed_by else words.gettext("done, {day}")
    return message.format(name=within(kept.closed_by), day=say(kept.closed_at.date()))


def _by(name: str, day: date, say: SayDay, words: Words) -> str:
    """Like "Mia, 4 January"."""
    return words.gettext("{name}, {day}").format(name=within(name), day=say(day)) if name else say(day)


def _thanked(gesture: KeptGesture, words: Words) -> str:
    if gesture.direction is Direction.GIVEN:
        return ""
    return words.gettext("not thanked yet") if gesture.thanked_at is None else words.gettext("thanked")
