"""Storyboards of finding somebody by name: without their card, or with a new one."""

from collections.abc import Callable

import pytest

from kiosk.settings import Display
from tests.ui.counter import Counter

JACK, NEW = "2900000000018", "2900000099999"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def looks_for(counter: Counter, text: str) -> None:
    """Type a name, letter by letter."""
    for letter in text:
        counter.app.flows.keyboard.dispatch("on_text", letter)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_somebody_without_their_card_is_found_by_the_beginning_of_a_name_and_greeted(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    counter.taps("No card with them?")
    looks_for(counter, "jac")
    counter.taps("Jack Okafor")
    counter.sees("Birthday last Thursday")


def test_the_name_as_it_is_said_finds_somebody_and_the_main_key_takes_the_first(counter: Counter) -> None:
    counter.taps("No card with them?")
    looks_for(counter, "oh-kah")
    counter.sees("Okafor")
    counter.app.flows.keyboard.dispatch("on_done")
    counter.sees("Birthday last Thursday")


def test_nobody_of_that_name_is_told_and_closing_goes_back(counter: Counter) -> None:
    counter.taps("No card with them?")
    looks_for(counter, "qqq")
    counter.sees("Nobody of that name yet")
    counter.taps("Close")
    counter.sees("Ready for the next card")


def test_what_was_looked_for_before_is_gone_the_next_time(counter: Counter) -> None:
    counter.taps("No card with them?")
    looks_for(counter, "jac")
    counter.sees("Okafor")
    counter.taps("Close")
    counter.taps("No card with them?")
    counter.sees("Who is it?")
    counter.sees_no("Okafor")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_replacement_card_takes_the_place_of_the_old_one(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    counter.scans(NEW)
    counter.taps("It’s a replacement card")
    counter.sees("Whose new card is it?")
    looks_for(counter, "jack ok")
    counter.taps("Jack Okafor")
    counter.sees("Birthday last Thursday")
    counter.scans(JACK)
    counter.sees("This card is no longer in use")
    counter.scans(NEW)
    counter.sees("Birthday last Thursday")


def test_closing_the_search_for_an_owner_goes_back_to_the_new_face(counter: Counter) -> None:
    counter.scans(NEW)
    counter.app.flows.new_faces.screen.ids.name.type("Noor")
    counter.taps("It’s a replacement card")
    counter.taps("Close")
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.ids.name.text == "Noor"
