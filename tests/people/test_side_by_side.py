"""Facts in one line, whichever way each is written."""

from kiosk.people.words import FIRST_STRONG_ISOLATE, POP_ISOLATE, side_by_side


def test_what_is_empty_is_left_out() -> None:
    assert side_by_side("the cake order", "", "20 November", "Sam") == "the cake order · 20 November · Sam"
    assert side_by_side("", "سمير") == "سمير"


def test_where_something_is_right_to_left_no_fact_turns_the_next() -> None:
    apart = (
        f"{FIRST_STRONG_ISOLATE}the cake order{POP_ISOLATE} · {FIRST_STRONG_ISOLATE}20 نوفمبر{POP_ISOLATE}"
    )
    assert side_by_side("the cake order", "20 نوفمبر") == apart


def test_what_stood_side_by_side_before_runs_the_way_of_the_line() -> None:
    by_whom = side_by_side("10 نوفمبر", "Mia")
    assert side_by_side("the candles", by_whom) == side_by_side("the candles", "10 نوفمبر", "Mia")
