"""Storyboards of finding somebody by name: without their card, or with a new one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.settings import Display
from tests.ui.counter import Counter, on_window

# isort: split
from kivy.tests.common import UnitTestTouch

from kiosk.ui.widgets.person_card import PersonCard

JACK, NEW = "2900000000018", "2900000099999"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def visits(file: Path) -> int:
    """How many are kept."""
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute("SELECT count(*) FROM visit").fetchone()[0])


def cards(counter: Counter) -> list[PersonCard]:
    """Everybody who can be chosen, from the top."""
    there = [one for one in counter.app.root.walk() if isinstance(one, PersonCard)]
    return sorted(there, key=lambda card: (-card.y, card.x))


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


def test_the_name_as_it_is_said_finds_somebody_and_the_main_key_greets_them(counter: Counter) -> None:
    counter.taps("No card with them?")
    looks_for(counter, "oh-kah")
    counter.sees("Okafor")
    counter.until(lambda: counter.app.flows.keyboard.main_word == "Greet Jack", "the key to name him")
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


def test_the_main_key_greets_nobody_by_guess(counter: Counter, database_file: Path) -> None:
    before = visits(database_file)
    counter.taps("No card with them?")
    looks_for(counter, "ma")
    counter.sees("María", "Margaret", "sounds alike")
    assert counter.app.flows.keyboard.main_off
    counter.app.flows.finding.screen.done()
    counter.settles()
    counter.sees("María", "Margaret")
    assert visits(database_file) == before


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_beginnings_of_names_stand_before_what_sounds_alike_and_several_have_room(
    open_counter: Callable[..., Counter], width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    counter.taps("No card with them?")
    looks_for(counter, "ma")
    counter.sees("Margaret")
    shown = [card.found.called_by for card in cards(counter)]
    assert len(shown) > 2
    assert shown[0] in ("Margaret", "María de los Ángeles")


def test_those_who_have_no_room_are_on_the_next_page(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(Display(width=800, height=480))
    counter.taps("No card with them?")
    looks_for(counter, "a")
    counter.sees("more")
    first = {card.found.customer_id for card in cards(counter)}
    counter.taps("more")
    assert first.isdisjoint(card.found.customer_id for card in cards(counter))


def test_where_somebody_is_here_without_a_card_of_ours_they_can_be_found(counter: Counter) -> None:
    counter.scans("4111111111111111")
    counter.sees("That looks like a payment card")
    counter.taps("Find by name")
    looks_for(counter, "jac")
    counter.taps("Jack Okafor")
    counter.sees("Birthday last Thursday")


def test_they_can_be_found_while_the_scanner_is_unplugged(counter: Counter) -> None:
    assert counter.scanner is not None
    counter.scanner.close()
    counter.sees("The scanner has gone quiet")
    counter.taps("Find by name")
    counter.sees("Who is it?")


def test_somebody_new_goes_back_to_the_welcome_with_the_name_that_was_typed(counter: Counter) -> None:
    counter.scans(NEW)
    counter.taps("It’s a replacement card")
    looks_for(counter, "qadira")
    counter.settles()
    counter.taps("Somebody new")
    counter.sees("A new face")
    assert counter.app.flows.new_faces.screen.written.name == "qadira"


def test_where_customers_see_the_glass_whole_names_are_read_under_a_finger(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter(Display(cover_names=True))
    counter.taps("No card with them?")
    looks_for(counter, "jac")
    counter.sees("Jack O.", "Press and hold to read")
    assert not any("Okafor" in text for text in counter.glass())
    finger = UnitTestTouch(*on_window(counter.finds("Jack O.")))
    finger.touch_down()
    counter.sees("Jack Okafor", "say “oh-KAH-for”")


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
