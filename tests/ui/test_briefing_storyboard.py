"""Storyboards of the briefing: before opening, on the glass and on paper."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.counter import Counter


def test_a_tap_on_what_today_holds_opens_the_briefing(counter: Counter) -> None:
    counter.sees("celebrate today")
    counter.taps("celebrate today")
    counter.sees("Before we open", "Celebrating", "Likely today", "To ask, to thank", "Fred")
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
    counter.taps("2 long gone")
    counter.sees("Jack Okafor")
    counter.taps("Jack Okafor")
    counter.sees("Forget Jack…")
    counter.taps("Done")
    counter.sees("Ready for the next card")
