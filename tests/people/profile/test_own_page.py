"""What somebody reads about themselves: all of it, in plain words, and nothing about anybody else."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

import pytest

from kiosk.locale import LANGUAGES, Speech, speech
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.changing.changes import ChangeNames, DropDate, DropNote, Unrelate
from kiosk.people.known.customers import OPEN_ENDED, Customer
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.own_page import as_text, own_page_parts
from kiosk.people.profile.profile import (
    Aspect,
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Profile,
    Relation,
)

ALICE, ZOE = Other(uuid4(), "Alice"), Other(uuid4(), "Zoe")
JACK = Customer(id=uuid4(), key="jack-okafor", name="Jack Okafor", called_by="Jack")


@pytest.fixture
def lines(words: Speech) -> Callable[[Profile], dict[str, tuple[str, ...]]]:
    """The lines by their headings."""
    return lambda profile: {
        part.heading: tuple(line.text for line in part.lines) for part in own_page_parts(profile, words)
    }


@pytest.fixture
def full(
    date_of: Callable[..., ImportantDate], note: Callable[..., Note], at: Callable[[str], datetime]
) -> Profile:
    """Something of everything."""
    return Profile(
        customer=replace(
            JACK,
            pronunciation="oh-KAH-for",
            may_mention_age=True,
            since=date(2021, 3, 1),
            tread_gently_until=date(2027, 1, 1),
        ),
        consent_on=date(2021, 3, 2),
        consent_by="Mia",
        visit_count=2,
        last_visit=date(2026, 10, 17),
        important_dates=(
            KeptDate(date_of("02-29", "name_day", label="Saint Oswald", leap_day=LeapDay.MARCH_1)),
            KeptDate(date_of("06-06", "anniversary", year=2012), ALICE),
            KeptDate(date_of("09-14", calendar=Calendar.HEBREW, year=5745)),
            KeptDate(date_of("06-30", calendar=Calendar.CHINESE, leap_month=True)),
            KeptDate(date_of("11-19", year=1985, wished=frozenset({date(2025, 11, 19), date(2024, 11, 19)}))),
        ),
        notes=(
            KeptNote(
                note("ask_about", "Hawaii", written_at=at("2026-11-04T09:00"), author="Mia"),
                closed_at=at("2026-11-05T09:00"),
                closed_by="Sam",
            ),
            KeptNote(note("remember", "Plans a surprise", not_in_front_of=ALICE.id), not_in_front_of=ALICE),
            KeptNote(
                note(
                    "make_right", "The cake", written_at=at("2026-01-04T09:00"), show_until=date(2026, 12, 1)
                )
            ),
        ),
        gestures=(
            KeptGesture(
                id=uuid4(),
                direction=Direction.RECEIVED,
                what="Nuts",
                at=at("2026-10-17T09:00"),
                by="Mia",
                thanked_at=at("2026-10-18T09:00"),
                thanked_by="Sam",
            ),
            KeptGesture(id=uuid4(), direction=Direction.GIVEN, what="A coffee", at=at("2026-09-02T09:00")),
        ),
        relations=(
            Relation(id=uuid4(), other=ALICE, kind=RelationshipKind.PARTNER),
            Relation(id=uuid4(), other=ZOE, kind=None),
        ),
        cards=(
            KeptCard(id=uuid4(), number="2900000000018"),
            KeptCard(id=uuid4(), number="2900000000025", retired="lost"),
        ),
    )


def test_everything_is_told_part_by_part(full: Profile, lines: Callable[..., Any]) -> None:
    assert lines(full) == {
        "How we greet you": (
            "Your name: Jack Okafor",
            "We call you Jack",
            "Pronounced “oh-KAH-for”",
            "We greet you by name",
            "We may mention your age",
            "We welcome you quietly until 1 January 2027",
        ),
        "Your visits": (
            "With us since 1 March 2021",
            "You were here 2 times, last on 17 October 2026",
            "You are happy for us to remember you, told on 2 March 2021 · Mia",
        ),
        "Your days": (
            "Saint Oswald: 29 February · in other years on 1 March",
            "Anniversary: 6 June · with Alice · since 2012",
            "Birthday: 14 Kislev · born 5745 · Hebrew calendar",
            "Birthday: Leap month 6, day 30 · Chinese calendar",
            "Birthday: 19 November · born 1985 · wished on 19 November 2024 · wished on 19 November 2025",
        ),
        "What we wrote down": (
            "Hawaii · to ask you about · 4 November 2026 · Mia · done on 5 November 2026 · Sam",
            "The cake · to put right · 4 January 2026 · shown until 1 December 2026",
        ),
        "Between you and us": (
            "Nuts · from you · 17 October 2026 · Mia · thanked on 18 October 2026 · Sam",
            "A coffee · from us · 2 September 2026",
        ),
        "Your people": ("Alice · partner", "Zoe · cared for"),
        "Your cards": ("… 0018", "… 0025 · not in use any more"),
    }


def test_notes_come_first_and_what_cannot_be_changed_last(full: Profile, words: Speech) -> None:
    first, *_, last = own_page_parts(full, words)
    assert (first.heading, last.heading) == ("What we wrote down", "Your visits")
    assert all(line.kept is None and line.forget is None for line in last.lines)


def test_each_line_knows_what_it_tells_of_and_what_forgets_it_alone(full: Profile, words: Speech) -> None:
    lines = [line for part in own_page_parts(full, words) for line in part.lines]
    by_kept = {line.kept: line.forget for line in lines}
    hawaii, oswald, alice = full.notes[0], full.important_dates[0], full.relations[0]
    assert by_kept[hawaii] == DropNote(hawaii.note.id)
    assert by_kept[oswald] == DropDate(oswald.important.id)
    assert by_kept[alice] == Unrelate(alice.id)
    assert by_kept[full.cards[0]] is None
    names = [line for line in lines if line.kept is Aspect.NAMES]
    assert [line.forget for line in names] == [None, None, ChangeNames("Jack Okafor", "Jack")]


def test_of_what_there_is_nothing_there_is_no_heading(lines: Callable[..., Any]) -> None:
    assert lines(Profile(customer=replace(JACK, called_by="Jack Okafor", greet_by_name=False))) == {
        "How we greet you": (
            "Your name: Jack Okafor",
            "We do not greet you by name, as you prefer",
            "We do not mention your age",
        ),
        "Your visits": ("We have not written down that you are happy for us to remember you",),
    }


def test_one_visit_is_the_last(lines: Callable[..., Any]) -> None:
    once = Profile(customer=JACK, visit_count=1, last_visit=date(2026, 11, 24))
    assert "You were here 1 time, on 24 November 2026" in lines(once)["Your visits"]


def test_a_quiet_time_without_end_and_a_death_are_told_calmly(lines: Callable[..., Any]) -> None:
    profile = Profile(customer=replace(JACK, tread_gently_until=OPEN_ENDED, deceased=True))
    assert lines(profile)["How we greet you"][-2:] == (
        "We welcome you quietly for the time being",
        "We were told of your death",
    )


def test_what_is_not_for_a_companion_is_not_in_it(full: Profile, words: Speech) -> None:
    assert "surprise" not in as_text(full, words)


def test_the_whole_numbers_of_cards_are_only_on_what_they_take_along(full: Profile, words: Speech) -> None:
    taken = {part.heading: part.lines for part in own_page_parts(full, words, to_take_along=True)}
    cards = taken.pop("Your cards")
    assert [line.text for line in cards] == ["2900000000018", "2900000000025 · not in use any more"]
    shown = {part.heading: part.lines for part in own_page_parts(full, words)}
    assert taken == {heading: lines for heading, lines in shown.items() if heading != "Your cards"}


def test_the_text_to_take_along_is_the_same_lines_under_a_title(full: Profile, words: Speech) -> None:
    text = as_text(full, words)
    assert text.startswith("Dear Jack, this is what we remember\n\nWhat we wrote down\nHawaii")
    assert "\n\nYour cards\n2900000000018\n2900000000025 · not in use any more\n\n" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_told_in_every_language(language: str, full: Profile) -> None:
    text = as_text(full, speech(language))
    assert "{" not in text
    assert [part for part in ("Jack Okafor", "Hawaii", "Alice", "2900000000018") if part not in text] == []
