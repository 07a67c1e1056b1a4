"""Storyboards of a note: what was just learned, in one tap and one sentence."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.counter import Counter

# isort: split
from kiosk.ui.flows import drafting

JACK, FRED = "2900000000018", "2900000000049"


def writes(counter: Counter, text: str) -> None:
    counter.sees("A note about")
    counter.app.flows.drafting.screen.ids.field.type(text)


def saves(counter: Counter) -> None:
    """Save, and wait until it is kept: a greeting is looked up beside that, not after it."""
    counter.app.flows.keyboard.dispatch("on_done")
    counter.settles()


def test_what_was_learned_is_on_the_greeting_at_once_and_next_time(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    counter.sees("A note about Fred", "Fred may read this one day. Write it kindly.")
    counter.taps("Ask about")
    writes(counter, "the marathon")
    saves(counter)
    counter.sees("Ask about the marathon", "Birthday today, 65")
    counter.scans(FRED)
    counter.sees("Ask about the marathon")


def test_a_note_that_is_cancelled_is_not_kept(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.taps("Cancel")
    counter.sees("Birthday today, 65", "Add a note")
    counter.sees_no("marathon")


def test_the_number_of_a_payment_card_is_refused_and_the_text_stays(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "pays with 4111 1111 1111 1111")
    saves(counter)
    counter.sees("never kept", "pays with 4111 1111 1111 1111")
    counter.taps("Cancel")
    counter.scans(FRED)
    counter.sees_no("4111")


def test_a_scan_comes_at_once_and_the_draft_waits_and_says_so(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.scans(JACK)
    counter.sees("Jack", "Go on with Fred", "Add a note")
    counter.taps("Go on with Fred")
    counter.sees("A note about Fred", "the marathon")
    saves(counter)
    counter.sees("Jack", "Ask about Hawaii", "Add a note")
    counter.sees_no("Go on with Fred")
    counter.scans(FRED)
    counter.sees("The marathon")


def test_a_draft_about_one_person_never_takes_the_place_of_a_note_about_another(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.scans(JACK)
    counter.taps("Add a note")
    counter.sees("A note about Jack")
    writes(counter, "the surfing")
    counter.app.navigator.clear()
    counter.sees("2 things wait")
    counter.scans(FRED)
    counter.taps("Finish the note")
    counter.sees("A note about Fred", "the marathon")
    counter.taps("Cancel")
    counter.taps("Go on with Jack")
    counter.sees("A note about Jack", "the surfing")


def test_a_draft_that_waits_is_told_on_the_ready_screen_without_a_name(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.app.navigator.clear()
    counter.sees("Ready for the next card", "A note waits")
    assert not any("Fred" in text or "marathon" in text for text in counter.glass())
    counter.taps("A note waits")
    counter.sees("A note about Fred")
    saves(counter)
    counter.sees("Ready for the next card")
    counter.sees_no("A note waits")
    counter.scans(FRED)
    counter.sees("The marathon")


def test_a_tap_beside_the_keys_keeps_what_was_written(counter: Counter) -> None:
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.taps("may read this one day")
    counter.sees("A note about Fred", "the marathon")


def test_what_cannot_be_kept_stays_on_the_glass_with_the_reason(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    counter = open_counter()
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    saves(counter)
    counter.sees("The note was not kept.", "the marathon")


def test_what_could_not_be_kept_waits_while_the_next_customer_is_greeted(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    draft = counter.app.flows.drafting.screen.draft
    counter.taps("Cancel")
    counter.scans(JACK)
    counter.app.flows.drafting.refuse(draft, "The disk is full.")
    counter.scans(JACK)
    counter.sees("Jack", "Go on with Fred")


def test_a_note_taken_up_from_the_ready_screen_goes_by_itself(
    open_counter: Callable[..., Counter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "TO_READ_OR_WRITE", 0.5)
    counter = open_counter()
    counter.scans(FRED)
    counter.taps("Add a note")
    writes(counter, "the marathon")
    counter.sees("A note waits")
    counter.taps("A note waits")
    counter.sees("A note about Fred")
    counter.sees("A note waits")
