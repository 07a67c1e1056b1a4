"""Storyboards of one tap: what was done, taken back, and who came along."""

from collections.abc import Callable
from uuid import uuid4

import pytest

from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.customers import Customer
from tests.ui.counter import Counter

# isort: split
from kiosk.ui.screens.greeting import foot

JACK, FRED = "2900000000018", "2900000000049"


def test_one_tap_says_that_jack_was_wished(counter: Counter) -> None:
    counter.scans(JACK)
    counter.sees("Birthday last Thursday", "With Jack today?")
    counter.taps("Wished")
    counter.sees("✓ Wished", "Undo")
    counter.sees_no("Birthday last Thursday")
    counter.scans(JACK)
    counter.sees("Jack", "Ask about Hawaii")
    assert not any("Birthday" in text for text in counter.glass())


def test_a_tap_can_be_taken_back(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("Asked")
    counter.sees("Undo")
    counter.taps("Undo")
    counter.sees("Ask about Hawaii", "With Jack today?")
    counter.sees_no("Undo")


def test_after_a_while_nothing_is_offered_to_be_taken_back(
    open_counter: Callable[..., Counter], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foot, "UNDO_FOR", 0.2)
    counter = open_counter()
    counter.scans(JACK)
    counter.taps("Thanked")
    counter.sees("✓ Thanked")
    counter.sees("With Jack today?")
    counter.sees_no("Undo")


def test_who_comes_along_is_marked_and_their_days_come_up(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("Alice")
    counter.sees("✓ Alice", "Jack")
    counter.scans(FRED)
    counter.scans(JACK)
    counter.sees("✓ Alice")


def test_an_answer_that_comes_late_does_not_take_the_place_of_the_next_customer(counter: Counter) -> None:
    late = Greeting(Outcome.WELCOME, Customer(id=uuid4(), key="late", name="Late", called_by="Late"))
    counter.scans(FRED)
    counter.app.flows.serving.renew(late)
    counter.scans(FRED)
    counter.sees("Fred")
    assert "Late" not in counter.glass()


def test_a_tap_on_a_button_keeps_the_greeting_and_a_tap_beside_it_clears_it(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("Wished")
    counter.sees("Undo")
    counter.taps()
    counter.sees("Ready for the next card")


def test_nobody_is_named_at_the_foot_of_the_next_greeting(counter: Counter) -> None:
    counter.scans(JACK)
    counter.sees("With Jack today?")
    counter.scans("LOY-000131")
    counter.sees("Bo")
    assert not any("Jack" in text for text in counter.glass())
