"""Columns: what stands under which heading, and what goes on in the next column."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.ui.columns import Piece, Section, Spacing, flow, height, space_above

SPACING = Spacing(between=10, under=5, above=20)
HEIGHTS = st.floats(40, 120)
SECTIONS = st.lists(
    st.builds(Section, st.sampled_from([0.0, 30.0]), st.lists(HEIGHTS, min_size=1, max_size=12)), max_size=7
)


def test_sections_stand_under_each_other_while_there_is_room() -> None:
    sections = [Section(30, [80, 60]), Section(30, [80])]
    both = height(sections[0], 0, 2, SPACING) + SPACING.above + height(sections[1], 0, 1, SPACING)
    assert flow(sections, both, SPACING) == [[Piece(0, 0, 2), Piece(1, 0, 1)]]
    assert flow(sections, both - 1, SPACING) == [[Piece(0, 0, 2)], [Piece(1, 0, 1)]]


def test_a_section_that_fits_the_next_column_is_not_torn_apart() -> None:
    sections = [Section(30, [80] * 4), Section(30, [80] * 5)]
    assert flow(sections, 600, SPACING) == [[Piece(0, 0, 4)], [Piece(1, 0, 5)]]


def test_where_much_would_stay_empty_it_begins_all_the_same() -> None:
    sections = [Section(30, [80]), Section(30, [80] * 6)]
    assert flow(sections, 600, SPACING) == [[Piece(0, 0, 1), Piece(1, 0, 4)], [Piece(1, 4, 6)]]


def test_no_heading_stands_over_a_single_row_of_many() -> None:
    sections = [Section(30, [80] * 5), Section(30, [80] * 20)]
    first, second, *_ = flow(sections, 640, SPACING)
    assert first == [Piece(0, 0, 5)]
    assert second == [Piece(1, 0, 6)]


def test_what_is_higher_than_a_column_has_one_of_its_own() -> None:
    assert flow([Section(30, [50, 900, 50])], 200, SPACING) == [
        [Piece(0, 0, 1)],
        [Piece(0, 1, 2)],
        [Piece(0, 2, 3)],
    ]


@given(SECTIONS, st.floats(200, 900))
def test_every_row_stands_once_in_order_and_within_its_column(sections: list[Section], room: float) -> None:
    columns = flow(sections, room, SPACING)
    rows = [(piece.section, row) for column in columns for piece in column for row in range(*piece[1:])]
    assert rows == [(n, row) for n, section in enumerate(sections) for row in range(len(section.rows))]
    for column in columns:
        taken = [height(sections[piece.section], piece.first, piece.end, SPACING) for piece in column]
        above = [space_above(sections, piece.section, SPACING) for piece in column[1:]]
        assert sum(taken) + sum(above) <= room + 1e-6


def test_sections_without_a_heading_stand_together() -> None:
    sections = [Section(30, [40]), Section(0, [40]), Section(0, [40])]
    assert [space_above(sections, n, SPACING) for n in (1, 2)] == [20, 10]
