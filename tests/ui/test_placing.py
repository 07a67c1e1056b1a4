"""Which cards fit, and how large a name can be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tests.ui.window  # noqa: F401 - before anything of Kivy

# isort: split

from kiosk.drawing.typesetting import Style, measure
from kiosk.ui.placing import fitting, headline_size

GAP, MORE = 10, 20


def fit(heights: list[float], kept: list[bool], room: float) -> list[int]:
    """The cards that fit."""
    return fitting(kept, heights.__getitem__, room, GAP, MORE)


@pytest.mark.parametrize(
    ("heights", "kept", "room", "shown"),
    [
        ([100, 100], [False, False], 210, [0, 1]),
        ([100, 100], [False, False], 209, [0]),
        ([100, 100, 100], [False] * 3, 240, [0, 1]),
        ([100, 100, 100], [False, False, True], 240, [0, 2]),
        ([100, 100, 100], [True] * 3, 50, [0, 1, 2]),
        ([], [], 100, []),
    ],
    ids=["just", "one pixel short", "room for “more”", "alert last", "alerts never cut", "nothing"],
)
def test_cards_are_shown_in_order_while_they_fit(
    heights: list[float], kept: list[bool], room: float, shown: list[int]
) -> None:
    assert fit(heights, kept, room) == shown


@given(
    st.lists(st.tuples(st.integers(20, 300), st.booleans()), max_size=12),
    st.integers(0, 2000),
)
def test_no_alert_is_left_out_and_nothing_overflows_for_the_sake_of_others(
    cards: list[tuple[int, bool]], room: int
) -> None:
    heights, kept = [float(height) for height, _ in cards], [is_kept for _, is_kept in cards]
    shown = fit(heights, kept, room)
    assert all(i in shown for i, is_kept in enumerate(kept) if is_kept)
    others = [i for i in shown if not kept[i]]
    assert others == [i for i, is_kept in enumerate(kept) if not is_kept][: len(others)]
    if others:
        needed = sum(heights[i] + GAP for i in shown) - GAP
        assert needed + (MORE + GAP if len(shown) < len(cards) else 0) <= room


def test_a_short_name_takes_the_largest_step() -> None:
    assert headline_size("Bo", [150, 100, 70], 600) == (150, False)


def test_a_longer_name_steps_down_and_then_takes_two_lines() -> None:
    width = measure("María de los Ángeles", Style(70, True, (0, 0, 0))).width
    assert headline_size("María de los Ángeles", [150, 100, 70], width) == (70, False)
    assert headline_size("María de los Ángeles", [150, 100, 70], width - 1) == (70, True)


def test_a_name_that_may_be_wrapped_anywhere_keeps_its_size() -> None:
    assert headline_size("欧阳静怡上官婉儿司马相如诸葛孔明", [150, 100, 70], 500) == (70, True)


def test_a_single_long_word_is_set_smaller_rather_than_broken() -> None:
    name = "Andriamanantsoarakoto"
    px, wraps = headline_size(name, [150, 100, 70], 500)
    assert px < 70
    assert wraps
    assert measure(name, Style(px, True, (0, 0, 0)), 500).lines == 1
