"""What the browser's page is given to show."""

from datetime import date
from typing import Any

from tests.benchmarks.bare import Rows
from tests.benchmarks.browser.greeting import greeting

TODAY = date(2026, 11, 24)


def _rows(dates: Rows = (), notes: Rows = ()) -> dict[str, Rows]:
    return {
        "customer": [("id", "jack", "Jack Okafor", "Jack", "oh-KAH-for", 0, 1, "2021-03-04")],
        "dates": dates,
        "notes": notes,
        "visit_count": [(57,)],
        "companions": [("alice", "Alice")],
    }


def _date(month: int, day: int) -> tuple[Any, ...]:
    return "id", "id", None, "name_day", "", month, day, 1980


def _note(kind: str, text: str, written_on: str) -> tuple[Any, ...]:
    return "id", "id", kind, text, "id", f"{written_on} 09:10:00.000000", None, None, None, "Mia"


def _titles(rows: dict[str, Rows]) -> list[str]:
    return [card["title"] for card in greeting(rows, TODAY)["cards"]]


def test_it_tells_who_it_is_and_who_may_be_with_them() -> None:
    shown = greeting(_rows(), TODAY)
    assert (shown["name"], shown["full"]) == ("Jack", "Jack Okafor · say “oh-KAH-for”")
    assert shown["chips"] == ["57 visits", "With us since 2021"]
    assert shown["companions"] == ["Alice"]


def test_a_day_from_three_weeks_ago_to_next_week_is_a_card_and_no_other() -> None:
    dates = [_date(11, 4), _date(12, 1), _date(11, 3), _date(12, 2)]
    assert _titles(_rows(dates=dates)) == ["Name day on 4.11.", "Name day on 1.12."]


def test_a_note_is_shown_until_it_lapses() -> None:
    notes = [
        _note("ask_about", "Hawaii", "2026-10-28"),
        _note("ask_about", "the boat", "2026-10-27"),
        _note("always_show", "No nuts", "2019-01-01"),
    ]
    assert _titles(_rows(notes=notes)) == ["Hawaii", "No nuts"]


def test_no_more_cards_are_given_than_there_is_room_for() -> None:
    assert len(_titles(_rows(notes=[_note("make_right", "A cold tea", "2026-11-20")] * 9))) == 4
