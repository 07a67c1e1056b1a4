"""Storyboards of a list of customers on a stick: seen before it is taken over, and what was held back."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.settings import Display
from tests.exchange.lists.sheets import write_xlsx
from tests.sticks import plug_in_stick
from tests.ui.counter import Counter

FILES = Path(__file__).parents[1] / "exchange" / "lists" / "files"
GERMAN: list[list[str | float]] = [
    ["Kundennummer", "Vorname", "Nachname", "Geburtstag", "Bemerkung", "Umsatz"],
    ["2900000099999", "Jörg", "Weiß", "19.11.1985", "Trinkt Hafermilch", 1234.5],
    ["4111111111111111", "Karl", "Kreide", "", "", 0],
]
NEW = "2900000099999"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "root"


@pytest.fixture
def stick(root: Path) -> Path:
    return plug_in_stick(root)


def opens(counter: Counter) -> None:
    """The page for lists, as a technician comes to it."""
    counter.app.resting.ready.dispatch("on_status")
    counter.sees("to see to.")
    counter.taps("More…")
    counter.taps("Customer list")


def takes(counter: Counter) -> None:
    """Once it is shown what would happen."""
    counter.sees("Nothing is changed yet.")
    counter.taps("Take it over")


def names(file: Path) -> set[str]:
    with sqlite3.connect(file) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM customer")}


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (800, 480), (720, 1280)])
def test_a_list_is_shown_and_then_taken_over(
    open_counter: Callable[..., Counter],
    database_file: Path,
    root: Path,
    stick: Path,
    width: int,
    height: int,
) -> None:
    write_xlsx(stick / "Kunden.xlsx", GERMAN)
    counter = open_counter(Display(width=width, height=height), root=root)
    before = names(database_file)
    opens(counter)
    counter.sees("Nothing is changed yet.", "New: 1.", "Held back: 1.", "Not read: Umsatz.")
    counter.sees("Its card number is that of a payment card.", "Row: 3")
    assert names(database_file) == before
    takes(counter)
    counter.sees("Taken over. New: 1.")
    assert names(database_file) == {*before, "Jörg Weiß"}
    counter.scans(NEW)
    counter.sees("Jörg", "Ask Jörg Weiß whether we may remember them")


def test_the_same_list_again_changes_nothing(
    open_counter: Callable[..., Counter], root: Path, stick: Path
) -> None:
    write_xlsx(stick / "Kunden.xlsx", GERMAN)
    counter = open_counter(root=root)
    opens(counter)
    takes(counter)
    counter.sees("Taken over.")
    counter.taps("Look again")
    counter.sees("There is nothing to change.", "As they are: 1.")


def test_of_several_lists_one_is_chosen(
    open_counter: Callable[..., Counter], database_file: Path, root: Path, stick: Path
) -> None:
    for program in ("square", "google"):
        (stick / f"{program}.csv").write_bytes((FILES / f"{program}.csv").read_bytes())
    counter = open_counter(root=root)
    opens(counter)
    counter.sees("Which list?", "google.csv")
    counter.taps("square.csv")
    counter.sees("square.csv, Square, 3 rows.", "It was made from a payment card, and nobody was asked.")


def test_where_days_may_mean_two_things_it_is_asked(
    open_counter: Callable[..., Counter], database_file: Path, root: Path, stick: Path
) -> None:
    (stick / "list.csv").write_text("Name,Birthday\nAnn Quill,03/04/1980\nBen Quill,05/06/1981\n")
    counter = open_counter(root=root)
    opens(counter)
    counter.taps("03/04 is 3 April")
    takes(counter)
    counter.sees("Taken over. New: 2.")
    with sqlite3.connect(database_file) as connection:
        days = connection.execute(
            "SELECT day, month FROM important_date d JOIN customer c ON c.id = d.customer_id"
            " WHERE c.name LIKE '% Quill' ORDER BY c.name"
        ).fetchall()
    assert days == [(3, 4), (5, 6)]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("list.csv", b"%PDF-1.7 not a list", "Nothing was changed."),
        ("list.csv", b"shoes,socks\n1,2\n", "No column is known to hold names."),
        ("list.xlsx", b"PK\x03\x04 no book", "Nothing was changed."),
    ],
)
def test_what_is_no_list_is_said_in_one_sentence(
    open_counter: Callable[..., Counter], root: Path, stick: Path, name: str, content: bytes, sentence: str
) -> None:
    (stick / name).write_bytes(content)
    counter = open_counter(root=root)
    opens(counter)
    counter.sees(sentence)
    assert counter.app.flows.lists.screen.more[0].off


def test_without_a_stick_it_says_what_to_plug_in(open_counter: Callable[..., Counter], root: Path) -> None:
    counter = open_counter(root=root)
    opens(counter)
    counter.sees("Plug in a stick named KIOSK with the list on it.")


def test_a_customer_who_comes_meanwhile_is_greeted_and_the_list_is_taken_over(
    open_counter: Callable[..., Counter], database_file: Path, root: Path, stick: Path
) -> None:
    write_xlsx(stick / "Kunden.xlsx", GERMAN)
    counter = open_counter(root=root)
    opens(counter)
    takes(counter)
    counter.scans("2900000000018")
    counter.sees("Jack")
    counter.until(lambda: "Jörg Weiß" in names(database_file), "the list to be taken over")
    counter.until(lambda: not counter.app.flows.lists._is_busy, "the end of it")
    counter.sees("Jack")


PROGRAMS = "square.csv shopify.csv loyverse.csv odoo.csv open_source_pos.csv google.csv apple.vcf"


@pytest.mark.parametrize("name", PROGRAMS.split())
def test_the_list_of_every_program_comes_in_from_a_stick(
    open_counter: Callable[..., Counter], tmp_path: Path, root: Path, stick: Path, name: str
) -> None:
    (stick / name).write_bytes((FILES / name).read_bytes())
    counter = open_counter(url=f"sqlite:///{tmp_path}/empty.db", root=root)
    counter.settles()
    counter.app.flows.lists.open()
    takes(counter)
    counter.sees("Taken over.")
    assert names(tmp_path / "empty.db")
