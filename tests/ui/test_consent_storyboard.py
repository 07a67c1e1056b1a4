"""Storyboards of the first greeting of somebody who was never asked whether we may remember them."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.settings import Display
from tests.ui.counter import Counter, fingers, on_window

JACK = "2900000000018"
ASKED = "Ask Jack whether we may remember them"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


@pytest.fixture(autouse=True)
def never_asked(database_file: Path) -> None:
    """Jack stands in a list that was taken over, and has not come since."""
    with sqlite3.connect(database_file) as connection:
        (id,) = connection.execute("SELECT id FROM customer WHERE called_by = 'Jack'").fetchone()
        connection.execute("DELETE FROM visit_companion")
        connection.execute("DELETE FROM visit WHERE customer_id = ?", (id,))
        connection.execute("UPDATE customer SET consent_on = NULL WHERE id = ?", (id,))


def consents(file: Path) -> list[str | None]:
    """When each Jack said yes."""
    with sqlite3.connect(file) as connection:
        return [
            on for (on,) in connection.execute("SELECT consent_on FROM customer WHERE called_by = 'Jack'")
        ]


def holds_to_forget(counter: Counter) -> None:
    """A finger on the button, until it is done."""
    counter.taps_word("No")
    counter.sees("Forget Jack?")
    touch = fingers.at(*on_window(counter.finds("Press and hold to forget")))
    touch.touch_down()
    counter.sees("Forgotten")
    touch.touch_up()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_first_greeting_asks_and_a_yes_is_kept_and_can_be_taken_back(
    open_counter: Callable[..., Counter], database_file: Path, width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    counter.scans(JACK)
    counter.sees(ASKED)
    counter.taps_word("Yes")
    counter.sees("✓ Yes")
    assert consents(database_file) == ["2026-11-24"]
    counter.taps("Undo")
    counter.sees_no("Undo")
    assert consents(database_file) == [None]
    counter.sees(ASKED)


def test_a_no_forgets_them_there_and_then_and_needs_no_manager(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    counter = open_counter()
    counter.scans(JACK)
    holds_to_forget(counter)
    assert consents(database_file) == []


def test_a_no_by_mistake_goes_back_to_the_greeting(counter: Counter, database_file: Path) -> None:
    counter.scans(JACK)
    counter.taps_word("No")
    counter.taps("Keep Jack")
    counter.sees(ASKED)
    assert consents(database_file) == [None]


def test_the_next_visit_does_not_ask_again(counter: Counter) -> None:
    counter.scans(JACK)
    counter.closes()
    counter.now += timedelta(days=1)
    counter.scans(JACK)
    assert not any(ASKED in seen for seen in counter.glass())
