"""How figures are printed."""

from tests.benchmarks.figures import Figure, Measure
from tests.benchmarks.table import HEADINGS, cells, table


def test_each_figure_stands_beside_its_reference_its_bound_and_whether_it_is_met() -> None:
    ratio = Figure(name="scan", kiosk=13.04, unit="ms", reference=6.5, against="least app", bound=2, of=600)
    assert cells(ratio) == ("scan, of 600", "13 ms", "6.5 ms least app", "2.01x", "at most 2.00x", "MISSED")


def test_a_difference_is_told_in_its_unit_with_its_sign() -> None:
    more = Figure(name="tap", kiosk=20, unit="ms", reference=14.5, against="x", measure=Measure.MORE, bound=8)
    assert cells(more)[3:] == ("+5.5 ms", "at most +8 ms", "met")


def test_what_has_no_reference_and_no_bound_leaves_their_cells_empty() -> None:
    alone = Figure(name="RSS", kiosk=219.4, unit="MB", measure=Measure.ITSELF)
    assert cells(alone) == ("RSS", "219 MB", "", "219 MB", "", "")


def test_the_columns_of_the_table_are_in_line() -> None:
    figures = [Figure(name="short", kiosk=1, unit="s"), Figure(name="very much longer", kiosk=2, unit="MB")]
    lines = table(HEADINGS, map(cells, figures)).splitlines()
    assert len(lines) == 4
    assert {len(line) for line in lines} == {len(lines[0])}
    assert lines[2].startswith("| short            | 1 s ")
