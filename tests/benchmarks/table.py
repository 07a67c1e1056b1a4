"""The table of all figures, in Markdown."""

from collections.abc import Iterable, Sequence

from tests.benchmarks.figures import Figure, Measure

HEADINGS = ("figure", "kiosk", "reference", "value", "bound", "")


def cells(figure: Figure) -> Sequence[str]:
    """A figure's line, cell by cell."""
    name = figure.name if figure.of == 1 else f"{figure.name}, of {figure.of}"
    reference = "" if figure.reference is None else f"{_number(figure.reference)} {figure.unit}"
    return (
        name,
        f"{_number(figure.kiosk)} {figure.unit}",
        f"{reference} {figure.against}".strip(),
        bounded(figure),
        "" if figure.bound is None else f"at most {_in_its_unit(figure, figure.bound)}",
        {None: "", True: "met", False: "MISSED"}[figure.met],
    )


def bounded(figure: Figure) -> str:
    """The value that is bounded, in its unit."""
    return _in_its_unit(figure, figure.value)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown, with its columns in line."""
    rows = [headings, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(headings))]
    lines = [" | ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) for row in rows]
    rule = " | ".join("-" * width for width in widths)
    return "\n".join(f"| {line} |" for line in (lines[0], rule, *lines[1:]))


def _in_its_unit(figure: Figure, value: float) -> str:
    if figure.measure is Measure.RATIO and figure.reference is not None:
        return f"{value:.2f}x"
    sign = "+" if figure.measure is Measure.MORE and value >= 0 else ""
    return f"{sign}{_number(value)} {figure.unit}"


def _number(value: float) -> str:
    """Three digits, as a person writes them."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"
