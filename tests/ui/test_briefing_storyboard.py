"""Storyboards of the briefing: before opening, on the glass and on paper."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.people.worklist import worklist
from kiosk.settings import Display, Shop
from tests.ui.counter import Counter, on_window
from tests.ui.sample import Language

# isort: split
from kiosk.ui.widgets.tick_mark import TickMark


def test_a_tap_on_what_today_holds_opens_the_briefing(counter: Counter) -> None:
    counter.sees("celebrate today")
    counter.taps("celebrate today")
    counter.sees("Before we open", "Celebrating", "Fred")
    counter.taps("Close")
    counter.sees("Ready for the next card")
    counter.sees_no("Fred")


def test_a_scan_takes_the_place_of_the_briefing(counter: Counter) -> None:
    counter.sees("celebrate today")
    counter.taps("celebrate today")
    counter.sees("Before we open")
    counter.scans("2900000000018")
    counter.sees("Jack", "Ask about Hawaii")
    counter.sees_no("Before we open")


def test_a_briefing_that_comes_late_does_not_take_the_place_of_a_customer(counter: Counter) -> None:
    counter.sees("celebrate today")
    counter.scans("2900000000018")
    counter.app.flows.briefing.open()
    counter.settles()
    counter.sees("Jack", "Ask about Hawaii")
    assert "Before we open" not in counter.glass()


def test_without_a_printer_the_page_is_saved_and_the_glass_says_where(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    counter.sees("celebrate today")
    counter.taps("celebrate today")
    counter.sees("Print")
    counter.taps("Print")
    counter.sees("No printer is set up. The page is in")
    assert next(tmp_path.rglob("briefing.pdf")).read_bytes().startswith(b"%PDF")


def test_who_has_not_come_for_two_years_is_proposed_for_forgetting(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        (id,) = connection.execute("SELECT id FROM customer WHERE called_by = 'Jack'").fetchone()
        connection.execute("DELETE FROM visit_companion")
        connection.execute("DELETE FROM visit WHERE customer_id = ?", (id,))
        connection.execute("UPDATE customer SET since = '2021-03-01', consent_on = NULL WHERE id = ?", (id,))
    counter = open_counter()
    counter.taps("celebrate today")
    counter.taps("Keep or forget? 2")
    counter.sees("Jack Okafor")
    counter.taps("Jack Okafor")
    counter.sees("Forget Jack…")
    counter.taps("Done")
    counter.sees("Ready for the next card")


SIZES = [(1280, 800), (800, 480), (720, 1280)]


def opens(counter: Counter) -> None:
    """Tap what today holds."""
    counter.taps("celebrate today")
    counter.sees("Before we open")


def marks(counter: Counter) -> list[TickMark]:
    """The boxes to tick, from the top of the first column down."""
    there = [one for one in counter.app.root.walk() if isinstance(one, TickMark) and one.height]
    return sorted(there, key=lambda mark: (mark.x, -mark.y))


def ticks(counter: Counter, mark: TickMark) -> UUID:
    """Tap a box; returns who it is about."""
    whose: UUID = mark.about
    counter.touches(*on_window(mark))
    counter.settles()
    return whose


def ticked(counter: Counter) -> set[UUID]:
    """Who is ticked on the page that is open."""
    return {mark.about for mark in marks(counter) if mark.chosen}


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_everybody_stands_once_and_every_page_can_be_turned_to(
    open_counter: Callable[..., Counter], width: int, height: int, language: Language
) -> None:
    counter = open_counter(Display(width=width, height=height), shop=Shop(language=language))
    counter.app.flows.briefing.open()
    counter.settles()
    screen = counter.app.flows.briefing.screen
    seen = [mark.about for mark in marks(counter)]
    while screen.page + 1 < screen._pages:
        screen.turn_over(1)
        seen += [mark.about for mark in marks(counter)]
    assert len(seen) == len(set(seen))
    told = worklist(screen._briefing)
    assert set(seen) == {entry.customer.id for entries in told.values() for entry in entries}


def test_a_line_opens_its_person_and_closing_that_comes_back_to_the_same_page(counter: Counter) -> None:
    opens(counter)
    counter.taps("›")
    counter.sees("2/3", "Duyên")
    counter.taps("Duyên")
    counter.sees("Done", "Dates")
    counter.taps("Done")
    counter.sees("Before we open", "2/3", "Duyên")


def test_what_is_ticked_stays_so_through_the_day_and_can_be_unticked(
    open_counter: Callable[..., Counter],
) -> None:
    counter = open_counter()
    opens(counter)
    first = ticks(counter, marks(counter)[0])
    assert ticked(counter) == {first}
    counter.leave()
    again = open_counter()
    opens(again)
    assert ticked(again) == {first}
    ticks(again, marks(again)[0])
    assert ticked(again) == set()
    ticks(again, marks(again)[0])
    again.taps("Close")
    again.now += timedelta(days=1)
    again.app.flows.briefing.open()
    again.settles()
    assert ticked(again) == set()


def test_nobody_moves_when_somebody_is_ticked_and_a_double_tap_ticks_once(counter: Counter) -> None:
    opens(counter)
    stood = [(mark.about, tuple(mark.pos)) for mark in marks(counter)]
    x, y = on_window(marks(counter)[1])
    counter.touches(x, y)
    counter.touches(x, y, after=0.15)
    counter.settles()
    assert ticked(counter) == {stood[1][0]}
    assert [(mark.about, tuple(mark.pos)) for mark in marks(counter)] == stood


def test_a_finger_between_two_lines_ticks_nobody_and_opens_nothing(counter: Counter) -> None:
    opens(counter)
    above, below = marks(counter)[:2]
    x, _ = on_window(above)
    counter.touches(x, (above.to_window(0, above.y)[1] + below.to_window(0, below.top)[1]) / 2)
    counter.settles()
    assert ticked(counter) == set()
    counter.sees("Before we open")
