"""Storyboards of a glass that customers see: notes are read only under a finger."""

from collections.abc import Callable

import pytest
from kivy.base import EventLoop
from kivy.tests.common import UnitTestTouch

from kiosk.settings import Display
from tests.ui.counter import Counter

JACK = "2900000000018"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_note_is_covered_until_a_finger_is_held_on_it(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height, cover_notes=True))
    counter.scans(JACK)
    counter.sees("Jack", "Birthday last Thursday", "Press and hold to read")
    counter.sees_no("No nuts for Zoe")
    finger = hold(counter, "Press and hold to read")
    counter.sees("No nuts for Zoe")
    finger.touch_up()
    counter.sees_no("No nuts for Zoe")
    counter.sees("Jack")


def test_what_is_under_the_cover_can_still_be_tapped_as_done(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(Display(cover_notes=True))
    counter.scans(JACK)
    finger = hold(counter, "Press and hold to read")
    counter.sees("Asked")
    finger.touch_up()
    counter.taps("Asked")
    counter.sees("✓ Asked", "Jack")


def test_all_notes_lie_under_one_strip_that_only_counts_them(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(Display(cover_notes=True))
    counter.scans(JACK)
    counter.sees("3 notes · Press and hold to read")
    assert not any("🔒" in text or "⚠️" in text for text in counter.glass())


def test_whose_card_it_was_is_read_under_a_finger_alone(counter: Counter) -> None:
    counter.scans("2900000000445")
    counter.sees("This card is no longer in use", "Press and hold to read")
    assert not any("Walter" in text for text in counter.glass())
    finger = hold(counter, "Press and hold to read")
    counter.sees("Walter has died")
    finger.touch_up()
    counter.sees_no("Walter")


def test_the_briefing_covers_what_is_to_be_asked_too(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(Display(cover_notes=True))
    counter.taps("celebrate today")
    counter.sees("Before we open", "Press and hold to read")
    counter.sees_no("Hawaii")


def hold(counter: Counter, text: str) -> UnitTestTouch:
    """A finger that stays on these words."""
    words = next(widget for widget in counter.words() if text in widget.text)
    finger = UnitTestTouch(*words.to_window(*words.center))
    finger.touch_down()
    EventLoop.idle()
    return finger
