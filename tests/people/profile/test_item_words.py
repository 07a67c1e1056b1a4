"""What the page about somebody says: a title for each thing that is kept, and its detail."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from kiosk.locale import LANGUAGES, Speech, speech
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.gestures import Direction
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile import item_words
from kiosk.people.profile.profile import (
    KeptCard,
    KeptDate,
    KeptGesture,
    KeptNote,
    Other,
    Relation,
)

ALICE, ZOE = Other(UUID(int=1), "Alice"), Other(UUID(int=26), "Zoe")
TODAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("kept", "title", "detail"),
    [
        (("11-19", {"year": 1985}), "19 November", "Birthday · born 1985 · not wished yet"),
        (
            ("11-19", {"wished": frozenset({date(2026, 11, 19)})}),
            "19 November",
            "Birthday · wished",
        ),
        (("11-19", {"wished": frozenset({date(2025, 11, 19)})}), "19 November", "Birthday · not wished yet"),
        (("06-30", {}), "30 June", "Birthday"),
        (("08-05", {"occasion": "name_day"}), "5 August", "Name day"),
        (
            ("08-05", {"occasion": "other", "label": "Sobriety", "year": 2019}),
            "5 August",
            "Sobriety · since 2019",
        ),
        (("02-29", {"leap_day": LeapDay.MARCH_1}), "29 February", "Birthday · in other years on 1 March"),
        (
            ("09-14", {"calendar": Calendar.HEBREW}),
            "14 Kislev",
            "Birthday · Hebrew calendar · not wished yet",
        ),
        (
            ("09-14", {"calendar": Calendar.HEBREW, "year": 5745}),
            "14 Kislev",
            "Birthday · born 5745 · Hebrew calendar · not wished yet",
        ),
        (("06-30", {"year": 1604}), "30 June", "Birthday"),
        (
            ("06-30", {"occasion": "anniversary", "shared_with_deceased": True}),
            "30 June",
            "Anniversary · not celebrated any more",
        ),
    ],
    ids=str,
)
def test_a_date_is_said_by_its_day(
    date_of: Callable[..., ImportantDate],
    kept: tuple[str, dict[str, Any]],
    title: str,
    detail: str,
    words: Speech,
) -> None:
    told = item_words.date_told(KeptDate(date_of(kept[0], **kept[1])), TODAY, words)
    assert told == (title, detail)


def test_an_anniversary_names_whom_they_married(date_of: Callable[..., ImportantDate], words: Speech) -> None:
    wedding = KeptDate(date_of("06-06", "anniversary", year=2012), ALICE)
    assert item_words.date_told(wedding, TODAY, words).detail == "Married to Alice · since 2012"
    other = KeptDate(date_of("06-06", "other", label="The house"), ALICE)
    assert item_words.date_told(other, TODAY, words).detail == "The house · with Alice"


@pytest.mark.parametrize(
    ("kind", "more", "kept", "title", "detail"),
    [
        ("always_show", {}, {}, "Hawaii", "Always shown · Mia, 4 November"),
        ("ask_about", {}, {}, "Ask about Hawaii", "Until asked · Mia, 4 November"),
        ("make_right", {"author": ""}, {}, "Hawaii", "Until put right · 4 November"),
        ("remember", {}, {"not_in_front_of": ZOE}, "Hawaii", "Not in front of Zoe · Mia, 4 November"),
        (
            "remember",
            {"show_until": date(2027, 1, 2)},
            {},
            "Hawaii",
            "Until 2 January 2027 · Mia, 4 November",
        ),
        (
            "remember",
            {"show_until": date(2026, 11, 23)},
            {},
            "Hawaii",
            "Not shown any more · Mia, 4 November",
        ),
    ],
    ids=str,
)
def test_a_note_says_how_long_it_is_shown_and_who_wrote_it(
    note: Callable[..., Note],
    at: Callable[[str], datetime],
    now: datetime,
    kind: str,
    more: dict[str, Any],
    kept: dict[str, Any],
    title: str,
    detail: str,
    words: Speech,
) -> None:
    written = note(kind, "Hawaii", **{"written_at": at("2026-11-04T09:10"), "author": "Mia", **more})
    assert item_words.note_told(KeptNote(written, **kept), now, words) == (title, detail)


def test_a_closed_note_says_when_and_by_whom(
    note: Callable[..., Note], at: Callable[[str], datetime], now: datetime, words: Speech
) -> None:
    written = note("ask_about", "Hawaii", written_at=at("2025-11-04T09:10"), author="Mia")
    closed = KeptNote(written, at("2026-11-05T09:00"), "Sam")
    said = "Mia, 4 November 2025 · done by Sam, 5 November"
    assert item_words.note_told(closed, now, words) == ("Ask about Hawaii", said)
    nobody = item_words.note_told(replace(closed, closed_by=""), now, words)
    assert nobody.detail.endswith("done, 5 November")


def test_a_gesture_says_whose_it_was(at: Callable[[str], datetime], words: Speech) -> None:
    nuts = KeptGesture(
        id=uuid4(), direction=Direction.RECEIVED, what="macadamia nuts", at=at("2026-10-17T09:05")
    )
    coffee = KeptGesture(
        id=uuid4(), direction=Direction.GIVEN, what="A coffee", at=at("2026-09-02T09:05"), by="Sam"
    )
    told = item_words.gesture_told(nuts, "Jack", TODAY, words)
    assert told == ("Macadamia nuts", "From Jack, 17 October · not thanked yet")
    thanked = replace(nuts, thanked_at=at("2026-10-20T09:05"))
    assert item_words.gesture_told(thanked, "Jack", TODAY, words).detail == "From Jack, 17 October · thanked"
    assert item_words.gesture_told(coffee, "Jack", TODAY, words) == ("A coffee", "From us, 2 September · Sam")


def test_of_a_card_only_the_end_of_its_number_is_told(words: Speech) -> None:
    card = KeptCard(id=uuid4(), number="2900000000018")
    assert item_words.card_told(card, words) == ("… 0018", "In use")
    assert item_words.card_told(replace(card, retired="lost"), words).detail == "Not in use any more"


def test_people_are_told_by_what_they_are_to_them(words: Speech) -> None:
    child = Relation(id=uuid4(), other=ZOE, kind=RelationshipKind.CHILD)
    assert item_words.relation_told(child, words) == ("Zoe", "Child")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_say_it(
    language: str, date_of: Callable[..., ImportantDate], note: Callable[..., Note], now: datetime
) -> None:
    words = speech(language)
    assert item_words.date_told(KeptDate(date_of("09-14", calendar=Calendar.HEBREW, year=5745)), TODAY, words)
    assert "Hawaii" in item_words.note_told(KeptNote(note("ask_about", "Hawaii")), now, words).title
