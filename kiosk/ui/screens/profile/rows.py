"""What stands on the page about a person: its sections, and a row for each thing that is kept."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum

from kiosk.drawing.pictures import picture_and_text
from kiosk.people.known.gestures import Direction
from kiosk.people.known.mergers import Merged
from kiosk.people.profile import item_words, person_words
from kiosk.people.profile.profile import (
    Aspect,
    KeptDate,
    KeptGesture,
    Profile,
    Relation,
)
from kiosk.people.profile.profile_words import Told
from kiosk.people.words import Words, side_by_side, within
from kiosk.ui import pictures
from kiosk.ui.screens.item_rows import Row, Section


class Topic(StrEnum):
    """What a section is about, in the order in which they stand; the last two have no heading."""

    DATES = "dates"
    PEOPLE = "people"
    NOTES = "notes"
    GESTURES = "gestures"
    CARDS = "cards"
    GREETING = "greeting"
    MERGED = "merged"
    SAME_PERSON = "same_person"
    FORGETTING = "forgetting"


_GESTURES = {Direction.RECEIVED: pictures.RECEIVED, Direction.GIVEN: pictures.GIVEN}


def sections(profile: Profile, now: datetime, words: Words, note_waits: bool) -> list[Section]:
    """All of it at `now`; a section without anything is there for what may be added."""
    name, today = within(profile.customer.called_by), now.date()
    both_ways = tuple(_gesture(one, profile, now, words) for one in profile.gestures)
    cards = tuple(
        Row("💳", item_words.card_told(card, words), card, card.retired is not None) for card in profile.cards
    )
    greeting = (
        Row("🏷️", person_words.names_told(profile, words), Aspect.NAMES),
        Row("🗣️", person_words.manner_told(profile, today, words), Aspect.MANNER),
    )
    told = (
        Section(
            Topic.DATES,
            words.gettext("Dates"),
            tuple(_date(kept, now, words) for kept in profile.important_dates),
            words.gettext("+ A date"),
        ),
        Section(
            Topic.PEOPLE,
            words.gettext("People"),
            tuple(_relation(one, words) for one in profile.relations),
            words.gettext("+ Somebody"),
        ),
        Section(
            Topic.NOTES,
            words.gettext("Notes"),
            tuple(_notes(profile, now, words)),
            words.gettext("Finish the note") if note_waits else words.gettext("+ A note"),
        ),
        Section(Topic.GESTURES, words.gettext("Gifts"), both_ways),
        Section(Topic.CARDS, words.gettext("Cards"), cards, _new_card(profile, words)),
        Section(Topic.GREETING, words.gettext("How to greet"), greeting),
        Section(
            Topic.MERGED,
            words.gettext("The same person"),
            tuple(_merged(one, now, words) for one in profile.merged),
            words.gettext("Undo") if any(one.can_be_undone(now) for one in profile.merged) else "",
        ),
        Section(Topic.SAME_PERSON, "", (), words.gettext("Same person?…")),
        Section(Topic.FORGETTING, "", (), words.gettext("Forget {name}…").format(name=name), True),
    )
    return [section for section in told if section.rows or section.button]


def _new_card(profile: Profile, words: Words) -> str:
    """Who has no card in use gets a new one that way."""
    needs_one = not profile.customer.deceased and all(card.retired is not None for card in profile.cards)
    return words.gettext("A new card to photograph") if needs_one else ""


def _date(kept: KeptDate, now: datetime, words: Words) -> Row:
    picture, _ = picture_and_text("", kept.important.occasion, "")
    return Row(picture, item_words.date_told(kept, now.date(), words), kept)


def _relation(relation: Relation, words: Words) -> Row:
    picture = pictures.CARED_FOR if relation.kind is None else pictures.RELATIONS[relation.kind]
    return Row(picture, item_words.relation_told(relation, words), relation)


def _notes(profile: Profile, now: datetime, words: Words) -> Iterator[Row]:
    """Those that are open, then those that are not."""
    for kept in sorted(profile.notes, key=lambda kept: kept.closed_at is not None):
        told = item_words.note_told(kept, now, words)
        picture, title = picture_and_text(told.title, "", pictures.NOTES[kept.note.kind])
        yield Row(picture, Told(title, told.detail), kept, kept.closed_at is not None, covered=True)


def _merged(one: Merged, now: datetime, words: Words) -> Row:
    name = side_by_side(within(one.name), "" if one.called_by in one.name else within(one.called_by))
    since = words.gettext("made one on {day}").format(day=words.day(one.at.date()))
    return Row("👥", Told(name, since), None)


def _gesture(gesture: KeptGesture, profile: Profile, now: datetime, words: Words) -> Row:
    told = item_words.gesture_told(gesture, profile.customer.called_by, now.date(), words)
    picture, title = picture_and_text(told.title, "", _GESTURES[gesture.direction])
    return Row(picture, Told(title, told.detail), gesture, covered=True)
