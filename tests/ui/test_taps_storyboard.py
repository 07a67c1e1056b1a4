"""Storyboards of a hurried hand: what was done, taken back, missed, tapped twice, and who came along."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from time import monotonic
from uuid import uuid4

import pytest

from kiosk.desk import Answer
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.customers import Customer
from kiosk.settings import Display, Shop
from tests.ui.counter import Counter
from tests.ui.sample import Language

# isort: split
from kivy.core.window import Window

from kiosk.ui.flows import serving
from kiosk.ui.widgets import Panel, Text
from kiosk.ui.widgets.tappable import Tappable

LONG = "Please keep the door open for the wide pram, and mind the little dog who likes to run. " * 2
JACK, FRED, FULL = "2900000000018", "2900000000049", "2900000000179"
SIZES = [(1280, 800), (800, 480), (720, 1280)]
in_three_sizes = pytest.mark.parametrize(("width", "height"), SIZES)
in_two_scripts = pytest.mark.parametrize("language", ["en", "ar"])
OpenCounter = Callable[..., Counter]


def places(counter: Counter) -> dict[str, tuple[float, float]]:
    """Where every button and text of the greeting stands."""
    screen = counter.app.flows.serving.screen
    there = [one for one in screen.walk() if isinstance(one, Panel | Text) and one.height and one.width]
    named = {f"{type(one).__name__} {_called(one)}": tuple(one.pos) for one in there}
    return {name: place for name, place in named.items() if not name.endswith(" ")}


def _called(widget: Panel | Text) -> str:
    for name in ("title", "word", "text"):
        if said := getattr(widget, name, ""):
            return str(said).removeprefix("✓ ")
    return ""


def kept(file: Path, table: str) -> int:
    """How many of these there are in the database."""
    with closing(sqlite3.connect(file)) as connection:
        return int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def say(counter: Counter, message: str) -> str:
    """The words of the counter's language."""
    return str(counter.app.place.words.gettext(message))


@in_two_scripts
@in_three_sizes
def test_what_was_done_is_undone_in_the_same_place_and_nothing_moves(
    open_counter: OpenCounter, database_file: Path, width: int, height: int, language: Language
) -> None:
    counter = open_counter(Display(width=width, height=height), shop=Shop(language=language))
    before = kept(database_file, "wish")
    counter.scans(JACK)
    stood = places(counter)
    counter.taps(say(counter, "Wished"))
    counter.sees(f"✓ {say(counter, 'Wished')}", say(counter, "Undo"))
    assert kept(database_file, "wish") == before + 1
    moved = places(counter)
    assert {name: moved[name] for name in stood if name in moved and "Text" not in name} == {
        name: place for name, place in stood.items() if name in moved and "Text" not in name
    }
    counter.taps(say(counter, "Undo"))
    counter.sees_no(say(counter, "Undo"))
    assert kept(database_file, "wish") == before
    assert places(counter) == stood


def test_what_was_done_is_not_told_at_the_next_scan(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("Wished")
    counter.sees("✓ Wished")
    counter.scans(JACK)
    counter.sees("Jack", "Ask about Hawaii")
    assert not any("Birthday" in text for text in counter.glass())


@pytest.mark.parametrize("milliseconds", [60, 150, 300])
def test_a_double_tap_is_one_tap(counter: Counter, database_file: Path, milliseconds: int) -> None:
    before = kept(database_file, "wish")
    counter.scans(JACK)
    counter.taps_twice("Wished", milliseconds)
    counter.sees("✓ Wished", "Undo", "Jack")
    assert kept(database_file, "wish") == before + 1


@pytest.mark.parametrize("taps", [2, 3, 5])
def test_quick_taps_on_what_was_given_open_no_keyboard(open_counter: OpenCounter, taps: int) -> None:
    counter = open_counter(shop=Shop(gestures=("A coffee on the house",)))
    counter.scans(JACK)
    counter.taps_often("We gave Jack…", taps, milliseconds=200)
    counter.sees("What did we give Jack?")
    assert counter.app.flows.keyboard.parent is None


@in_two_scripts
@in_three_sizes
def test_a_finger_that_misses_every_button_does_nothing(
    open_counter: OpenCounter, database_file: Path, width: int, height: int, language: Language
) -> None:
    counter = open_counter(Display(width=width, height=height), shop=Shop(language=language))
    counter.scans(JACK)
    stood, tables = places(counter), ("wish", "closing", "thanks", "visit_companion", "note")
    before = [kept(database_file, table) for table in tables]
    screen = counter.app.flows.serving.screen
    buttons = [one for one in counter.app.root.walk() if isinstance(one, Tappable) and one.height]
    for button in buttons:
        x, y = button.to_window(button.center_x, button.y)
        for miss in ((x, y - 6), (x, button.to_window(0, button.top)[1] + 6)):
            inside = [one for one in buttons if one.collide_point(*one.to_widget(*miss))]
            if not inside and 0 < miss[1] < Window.height:
                counter.touches(*miss)
    assert counter.app.navigator.shows(screen)
    assert places(counter) == stood
    assert [kept(database_file, table) for table in tables] == before


def test_a_tap_that_comes_late_does_what_stands_there_now(counter: Counter, database_file: Path) -> None:
    before = kept(database_file, "visit_companion")
    counter.scans(JACK)
    counter.taps("Wished")
    counter.sees("Undo")
    counter.now = counter.now.replace(minute=counter.now.minute + 1)
    counter.taps("Undo")
    counter.sees_no("Undo")
    assert kept(database_file, "visit_companion") == before


def test_who_comes_along_is_marked_and_their_days_come_up(counter: Counter) -> None:
    counter.scans(JACK)
    counter.taps("Alice")
    counter.sees("✓ Alice", "Jack")
    counter.scans(FRED)
    counter.scans(JACK)
    counter.sees("✓ Alice")


def test_who_was_marked_by_mistake_never_was_here(counter: Counter, database_file: Path) -> None:
    counter.scans(JACK)
    before = kept(database_file, "visit"), kept(database_file, "visit_companion")
    counter.taps("Alice")
    counter.sees("✓ Alice")
    counter.settles()
    assert kept(database_file, "visit") == before[0] + 1
    counter.taps("✓ Alice")
    counter.sees_no("✓ Alice")
    counter.settles()
    assert (kept(database_file, "visit"), kept(database_file, "visit_companion")) == before


def test_an_answer_that_comes_late_does_not_take_the_place_of_the_next_customer(counter: Counter) -> None:
    late = Greeting(Outcome.WELCOME, Customer(id=uuid4(), key="late", name="Late", called_by="Late"))
    counter.scans(FRED)
    counter.app.flows.serving.renew(late)
    counter.scans(FRED)
    counter.sees("Fred")
    assert "Late" not in counter.glass()


def test_the_sign_in_the_corner_closes_a_greeting_and_for_a_while_there_is_a_way_back(
    counter: Counter,
) -> None:
    counter.scans(JACK)
    counter.taps("Wished")
    counter.sees("✓ Wished")
    counter.closes()
    counter.sees("Ready for the next card", "Back to the last greeting")
    assert not any("Jack" in text for text in counter.glass())
    counter.taps("Back to the last greeting")
    counter.sees("Jack", "✓ Wished", "Undo")


def test_after_a_while_nobody_can_go_back_to_the_last_greeting(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serving, "BACK_FOR", 0.2)
    counter.scans(JACK)
    counter.closes()
    counter.sees("Ready for the next card")
    counter.sees_no("Back to the last greeting")


def test_more_than_has_room_is_behind_a_tap_and_nothing_is_lost_by_it(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(width=800, height=480))
    counter.scans(FULL)
    while not any("Back" in text for text in counter.glass()):
        counter.taps("more")
    counter.taps("Back")
    counter.sees("more", "The candles we forgot")


def test_what_is_longer_than_two_lines_can_be_read_whole(open_counter: OpenCounter) -> None:
    counter = open_counter(Display(width=800, height=480))
    who = Customer(id=uuid4(), key="ann", name="Ann", called_by="Ann")
    cues = (*[Cue(CueKind.NOTE, "Short")] * 2, Cue(CueKind.NOTE, LONG))
    counter.app.flows.serving.show(Answer(Greeting(Outcome.WELCOME, who, cues=cues)), monotonic())
    counter.taps(LONG)
    assert [word.is_cut for word in counter.words() if word.text == LONG] == [True, False]
    counter.touches(10, 200)
    assert [word.is_cut for word in counter.words() if word.text == LONG] == [True]
    counter.sees("Ann")


def test_nobody_is_named_at_the_foot_of_the_next_greeting(counter: Counter) -> None:
    counter.scans(JACK)
    counter.sees("With Jack today?")
    counter.scans("LOY-000131")
    counter.sees("Bo")
    assert not any("Jack" in text for text in counter.glass())
