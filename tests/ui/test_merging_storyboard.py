"""Storyboards of two who are one person."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.settings import Display
from tests.ui.counter import Counter
from tests.ui.person_page import opens_page, turns_to

JACK, FRED = "2900000000018", "2900000000049"
SIZES = [(1280, 800), (800, 480), (720, 1280)]


def people(file: Path) -> list[str]:
    """The names of everybody called Jack or Fred."""
    with sqlite3.connect(file) as connection:
        found = connection.execute("SELECT called_by FROM customer WHERE called_by IN ('Jack', 'Fred')")
        return sorted(name for (name,) in found)


def compares(counter: Counter) -> None:
    """Jack and Fred, side by side."""
    opens_page(counter, JACK)
    turns_to(counter, "Same person?…")
    counter.taps("Same person?…")
    counter.app.flows.finding.screen.ids.field.type("fred")
    counter.taps("Fred Whitcombe")
    counter.sees("One person?", "Make them one")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_two_are_made_one_as_was_chosen_and_two_again(
    open_counter: Callable[..., Counter], database_file: Path, width: int, height: int
) -> None:
    counter = open_counter(Display(width=width, height=height))
    compares(counter)
    counter.taps("24 November")
    counter.taps("Make them one")
    counter.sees("Done")
    assert people(database_file) == ["Jack"]
    counter.settles()
    counter.scans(FRED)
    counter.sees("Jack", "Birthday today")
    opens_page(counter, JACK)
    turns_to(counter, "Undo")
    counter.taps("Undo")
    counter.settles()
    assert people(database_file) == ["Fred", "Jack"]
    counter.scans(FRED)
    counter.sees("Fred")


def test_cancelled_they_stay_two(counter: Counter, database_file: Path) -> None:
    compares(counter)
    counter.taps("Cancel")
    counter.sees("Done")
    assert people(database_file) == ["Fred", "Jack"]


def test_after_a_day_there_is_nothing_to_take_back(counter: Counter, database_file: Path) -> None:
    compares(counter)
    counter.taps("Make them one")
    counter.sees("Done")
    counter.settles()
    counter.now += timedelta(days=1, minutes=1)
    opens_page(counter, JACK)
    turns_to(counter, "made one on")
    assert not any("Undo" in seen for seen in counter.glass())


@pytest.fixture
def alike(database_file: Path) -> Path:
    """Fred is kept a second time, as Jack."""
    with sqlite3.connect(database_file) as connection:
        connection.execute("UPDATE customer SET name = 'Fred Whitcomb' WHERE called_by = 'Jack'")
        birthday = "SELECT d.month, d.day FROM important_date d JOIN customer c ON c.id = d.customer_id"
        month, day = connection.execute(
            f"{birthday} WHERE c.called_by = 'Fred' AND d.occasion = 'birthday'"
        ).fetchone()
        connection.execute(
            "UPDATE important_date SET month = ?, day = ?, year = NULL WHERE occasion = 'birthday'"
            " AND customer_id = (SELECT id FROM customer WHERE called_by = 'Jack')",
            (month, day),
        )
        connection.execute("DELETE FROM relationship")
    return database_file


def test_who_is_likely_one_person_is_proposed_before_opening(
    open_counter: Callable[..., Counter], alike: Path
) -> None:
    counter = open_counter()
    counter.taps("celebrate today")
    counter.taps("Same person? 1")
    counter.sees("One person? · 1 of 1")
    counter.taps("Make them one")
    counter.sees("Before we open")
    counter.sees_no("Same person?")
    assert len(people(alike)) == 1


def test_who_are_two_are_not_proposed_again(open_counter: Callable[..., Counter], alike: Path) -> None:
    counter = open_counter()
    counter.taps("celebrate today")
    counter.taps("Same person? 1")
    counter.taps("They are two people")
    counter.taps("Really two people?")
    counter.sees("Before we open")
    counter.sees_no("Same person?")
    assert people(alike) == ["Fred", "Jack"]


def test_who_were_given_one_card_at_two_counters_are_asked_about_before_opening(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        connection.execute(
            "INSERT INTO same_card SELECT min(id), max(id) FROM customer WHERE called_by IN ('Jack', 'Fred')"
        )
    counter = open_counter()
    counter.taps("celebrate today")
    counter.taps("Same person? 1")
    counter.sees("Same card. Two people? · 1 of 1")
    counter.taps("They are two people")
    counter.taps("Really two people?")
    counter.sees_no("Same person?")
    assert people(database_file) == ["Fred", "Jack"]
