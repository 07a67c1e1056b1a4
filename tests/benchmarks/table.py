"""One figure beside its reference and its bound, and the table of all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

HEADINGS = ("figure", "kiosk", "reference", "ratio", "bound", "")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    kiosk: str
    reference: str
    ratio: str
    bound: str
    met: bool

    def cells(self) -> Sequence[str]:
        """The line, cell by cell."""
        return self.name, self.kiosk, self.reference, self.ratio, self.bound, "met" if self.met else "MISSED"

    def __str__(self) -> str:
        return " | ".join(self.cells())


def times(name: str, kiosk: float, reference: float, unit: str, most: float) -> Figure:
    """A figure that may be `most` times its reference."""
    ratio = kiosk / reference
    return Figure(
        name,
        f"{kiosk:.3g} {unit}",
        f"{reference:.3g} {unit}",
        f"{ratio:.2f}x",
        f"{most:g}x",
        ratio <= most,
    )


def at_most(name: str, kiosk: float, reference: float, unit: str, most: float) -> Figure:
    """A figure with a bound of its own; the reference only stands beside it."""
    return Figure(
        name,
        f"{kiosk:.3g} {unit}",
        f"{reference:.3g} {unit}",
        f"{kiosk / reference:.2f}x",
        f"{most:g} {unit}",
        kiosk <= most,
    )


def later(name: str, kiosk: float, reference: float, most: float) -> Figure:
    """Milliseconds that may be `most` more than their reference."""
    more = kiosk - reference
    return Figure(
        name, f"{kiosk:.3g} ms", f"{reference:.3g} ms", f"{more:+.1f} ms", f"{most:+.3g} ms", more <= most
    )


def above(name: str, kiosk: float, reference: float, most: float) -> Figure:
    """A size in megabytes that may be `most` above its reference."""
    more = kiosk - reference
    return Figure(
        name, f"{kiosk:.1f} MB", f"{reference:.1f} MB", f"{more:+.1f} MB", f"{most:+g} MB", more <= most
    )


def percentile(values: Iterable[float], percent: float) -> float:
    """The smallest value that `percent` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * percent / 100) - 1)]


def table(figures: Sequence[Figure]) -> str:
    """Markdown, with its columns in line."""
    rows = [HEADINGS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = [" | ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))
