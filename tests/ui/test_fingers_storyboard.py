"""Storyboards of fingers at the wrong moment: what was meant once, or for another screen."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch

from kiosk.settings import Display, Shop
from tests.ui.counter import Counter, on_window

# isort: split
from kiosk.ui.screens.find import Quest
from kiosk.ui.widgets import hold_button

JACK, FRED = "2900000000018", "2900000000049"
COFFEE = "A coffee on the house"


def rests_on(counter: Counter, text: str) -> UnitTestTouch:
    """A finger that stays on these words."""
    counter.sees(text)
    finger = UnitTestTouch(*on_window(next(word for word in counter.words() if text in word.text)))
    finger.touch_down()
    EventLoop.idle()
    return finger


def lifts(counter: Counter, finger: UnitTestTouch) -> None:
    """The finger goes, and whatever comes of it has come."""
    finger.touch_up()
    counter.settles()


def kept(file: Path, what: str) -> int:
    """How many of these there are in the database."""
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def test_what_was_pressed_for_one_customer_is_not_done_for_the_next(counter: Counter) -> None:
    counter.scans(FRED)
    finger = rests_on(counter, "Add a note")
    counter.scans(JACK)
    lifts(counter, finger)
    counter.sees("Jack", "Ask about Hawaii", "Add a note")


def test_a_finger_that_lifted_the_cover_of_one_note_does_not_lift_that_of_the_next(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter(Display(cover_notes=True))
    counter.scans(JACK)
    finger = rests_on(counter, "Press and hold to read")
    counter.sees("No nuts for Zoe")
    counter.scans(JACK)
    counter.sees_no("No nuts for Zoe")
    lifts(counter, finger)
    counter.sees("Jack")


def test_what_was_pressed_on_a_screen_that_has_gone_does_not_clear_the_next(counter: Counter) -> None:
    counter.taps("celebrate today")
    finger = rests_on(counter, "Close")
    counter.scans(JACK)
    lifts(counter, finger)
    counter.sees("Jack", "Ask about Hawaii")


def test_nobody_is_forgotten_by_a_finger_that_is_held_on_after_their_page_has_gone(
    counter: Counter, database_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hold_button, "HELD_FOR", 0.3)
    before = kept(database_file, "customer")
    counter.scans(JACK)
    counter.taps("All about Jack")
    counter.taps("Forget Jack…")
    finger = rests_on(counter, "Press and hold")
    held: list[object] = []
    button = counter.app.flows.forgetting.screen.ids.hold
    button.bind(on_held=held.append)
    counter.scans(FRED)
    assert button.progress == 0
    lifts(counter, finger)
    counter.sees("Fred")
    assert not held
    assert kept(database_file, "customer") == before


def test_who_is_proposed_stays_whatever_was_looked_for_before(counter: Counter) -> None:
    counter.taps("No card with them?")
    for letter in "jac":
        counter.app.flows.keyboard.dispatch("on_text", letter)
    counter.sees("Okafor")
    found = counter.app.flows.finding.screen._search.found
    counter.app.navigator.clear()
    counter.app.flows.finding.propose(
        Quest("Keep or forget?", "Choose {name}", "Choose"),
        found,
        lambda _: None,
        counter.app.navigator.clear,
    )
    counter.settles()
    counter.sees("Keep or forget?", "Okafor")


def test_a_gesture_is_given_once_however_often_it_is_tapped(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    counter = open_counter(shop=Shop(gestures=(COFFEE,)))
    before = kept(database_file, "gesture")
    counter.scans(JACK)
    counter.taps("☕")
    counter.taps_twice(COFFEE)
    counter.sees("✓ Given")
    assert kept(database_file, "gesture") == before + 1
