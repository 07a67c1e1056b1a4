"""What a figure says of two samples and its bound."""

from statistics import median

import pytest

from tests.benchmarks.figures import Figure, Measure, compared, percentile


def _figure(measure: Measure, kiosk: float, reference: float | None, bound: float | None) -> Figure:
    return Figure(name="a", kiosk=kiosk, unit="ms", reference=reference, measure=measure, bound=bound)


@pytest.mark.parametrize(
    ("measure", "reference", "value"),
    [(Measure.RATIO, 8, 1.5), (Measure.MORE, 8, 4), (Measure.ITSELF, 8, 12), (Measure.ITSELF, None, 12)],
)
def test_the_value_is_the_ratio_the_difference_or_the_figure_itself(
    measure: Measure, reference: float | None, value: float
) -> None:
    assert _figure(measure, 12, reference, None).value == value


def test_a_bound_is_met_by_what_just_reaches_it_and_by_nothing_above() -> None:
    assert _figure(Measure.RATIO, 16, 8, 2).met is True
    assert _figure(Measure.RATIO, 16.1, 8, 2).met is False


def test_a_figure_without_a_bound_neither_meets_nor_misses_it() -> None:
    assert _figure(Measure.RATIO, 16, 8, None).met is None


def test_a_percentile_is_one_of_the_values_and_the_largest_at_a_hundred() -> None:
    hundred = [float(n) for n in range(100, 0, -1)]
    assert [percentile(hundred, percent) for percent in (50, 99, 100)] == [50, 99, 100]
    assert percentile([7], 99) == 7


def test_samples_that_are_all_alike_have_no_noise() -> None:
    figure = compared(median, [4.0] * 50, [2.0] * 50, name="a", unit="ms", against="b")
    assert (figure.value, figure.noise, figure.of) == (2, 0, 50)


def test_the_noise_is_that_of_the_value_and_not_of_what_disturbs_both_alike() -> None:
    disturbed = [float(1 + n % 7) for n in range(70)]
    apart = [*disturbed[3:], *disturbed[:3]]

    def noise(theirs: list[float]) -> float:
        return compared(sum, disturbed, theirs, name="a", unit="ms", against="b").noise

    assert noise([2 * took for took in disturbed]) == pytest.approx(0)
    assert noise(apart) > 0.05


def test_the_same_samples_give_the_same_figure_again() -> None:
    one, other = [float(n % 5) for n in range(40)], [float(1 + n % 3) for n in range(40)]
    figures = {compared(median, one, other, name="a", unit="ms", against="b") for _ in range(3)}
    assert len(figures) == 1
