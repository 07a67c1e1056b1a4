"""One figure: what was measured, beside its reference of the same run, and its bound."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from random import Random
from statistics import median

Statistic = Callable[[Sequence[float]], float]

_RESAMPLES = 200
_OUTSIDE = 5
"""Resamples left out at either end: 95 % of them lie between."""


class Measure(StrEnum):
    """Which value is bounded, and compared from run to run."""

    RATIO = "ratio"
    """The kiosk's figure divided by the reference."""
    MORE = "more"
    """The kiosk's figure less the reference, in its unit."""
    ITSELF = "itself"
    """The kiosk's figure; a reference only stands beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One line of the table. Its name is the same in every run.

    `noise` is by how much the bounded value may have come out otherwise by chance, in its own unit: half of
    the width of its 95 % interval. It is 0 where nothing is known of it.
    """

    name: str
    kiosk: float
    unit: str
    reference: float | None = None
    against: str = ""
    measure: Measure = Measure.RATIO
    bound: float | None = None
    of: int = 1
    noise: float = 0.0

    @property
    def value(self) -> float:
        """What is bounded."""
        return _value(self.measure, self.kiosk, self.reference)

    @property
    def met(self) -> bool | None:
        """Tells whether the bound is met; None where there is none."""
        return None if self.bound is None else self.value <= self.bound


def compared(
    statistic: Statistic,
    mine: Sequence[float],
    theirs: Sequence[float],
    *,
    name: str,
    unit: str,
    against: str,
    measure: Measure = Measure.RATIO,
    bound: float | None = None,
) -> Figure:
    """The figure of two equally long samples that were taken in turn."""
    pairs = list(zip(mine, theirs, strict=True))

    def value(drawn: Sequence[tuple[float, float]]) -> float:
        return _value(measure, *(statistic([pair[side] for pair in drawn]) for side in (0, 1)))

    chance = Random(1)
    drawn = sorted(value(chance.choices(pairs, k=len(pairs))) for _ in range(_RESAMPLES))
    return Figure(
        name=name,
        kiosk=statistic(mine),
        unit=unit,
        reference=statistic(theirs),
        against=against,
        measure=measure,
        bound=bound,
        of=len(pairs),
        noise=(drawn[-1 - _OUTSIDE] - drawn[_OUTSIDE]) / 2,
    )


def median_and(percent: int) -> dict[str, Statistic]:
    """The median and one percentile, by their names in the table."""
    return {"median": median, f"p{percent}": lambda values: percentile(values, percent)}


def percentile(values: Sequence[float], percent: float) -> float:
    """The smallest value that `percent` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def _value(measure: Measure, kiosk: float, reference: float | None = None) -> float:
    if measure is Measure.ITSELF or reference is None:
        return kiosk
    return kiosk / reference if measure is Measure.RATIO else kiosk - reference
