"""Storyboards of what the shop gives: one tap for its own gestures."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.settings import Display, Shop
from tests.ui.counter import Counter

JACK = "2900000000018"
COFFEE = "A coffee on the house"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def given(database_file: Path) -> list[str]:
    """What is kept of what the shop gave as this gesture."""
    with sqlite3.connect(database_file) as connection:
        rows = connection.execute("SELECT what FROM gesture WHERE direction = 'given'")
        return [what for (what,) in rows if what == COFFEE]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_of_the_shops_gestures_is_kept_with_one_tap_and_can_be_taken_back(
    open_counter: Callable[..., Counter], database_file: Path, width: int, height: int
) -> None:
    counter = open_counter(
        Display(width=width, height=height), shop=Shop(gestures=(COFFEE, "A dessert card"))
    )
    before = given(database_file)
    counter.scans(JACK)
    counter.taps("☕")
    counter.taps(COFFEE)
    counter.sees("✓ Given")
    assert given(database_file) == [*before, COFFEE]
    counter.taps("Undo")
    counter.sees_no("Undo")
    assert given(database_file) == before


def test_anything_else_is_written_down(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(shop=Shop(gestures=(COFFEE,)))
    counter.scans(JACK)
    counter.taps("☕")
    counter.taps("Something else…")
    counter.sees("A note about Jack")
    assert counter.app.flows.drafting.screen.ids.kinds.kind == "gave"


def test_without_gestures_of_its_own_the_shop_writes_down_what_it_gave(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("☕")
    counter.sees("A note about Jack")


def test_a_touch_beside_what_the_shop_gives_gives_nothing(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(shop=Shop(gestures=(COFFEE,)))
    counter.scans(JACK)
    counter.taps("☕")
    counter.sees("What did we give Jack?")
    counter.touches(20, 400)
    counter.sees_no("What did we give Jack?")
    counter.sees("With Jack today?")
