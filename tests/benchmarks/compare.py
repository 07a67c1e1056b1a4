"""What has changed from one run of the benchmark to another."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from msgspec import DecodeError

from tests.benchmarks.figures import Figure, Measure
from tests.benchmarks.runs import NEWEST, Run, read, told
from tests.benchmarks.table import bounded, table

HEADINGS = ("figure", "old", "new", "new / old", "")
LEAST_CHANGE = 0.05

RULE = (
    "Compared is the value that is bounded. It is worse, or better, where it has changed by more than "
    f"the 95 % intervals of both runs together, and by more than {LEAST_CHANGE:.0%}; less than that is noise."
)


@dataclass(frozen=True, slots=True)
class Change:
    """One figure in two runs; None where one of them has not measured it."""

    name: str
    old: Figure | None
    new: Figure | None

    @property
    def verdict(self) -> str:
        """A word on what the change means; none where it is noise."""
        if self.old is None or self.new is None:
            return "not measured " + ("before" if self.old is None else "now")
        if (self.old.measure, self.old.unit) != (self.new.measure, self.new.unit):
            return "measured otherwise"
        by = self.new.value - self.old.value
        if abs(by) <= max(self.old.noise + self.new.noise, _least_change(self.old)):
            return ""
        return "WORSE" if by > 0 else "better"

    def cells(self) -> Sequence[str]:
        """A line of the table. What is bounded is told in brackets behind the kiosk's own figure."""
        old, new = ("" if figure is None else _told(figure) for figure in (self.old, self.new))
        return self.name, old, new, self._ratio(), self.verdict

    def _ratio(self) -> str:
        """Of the bounded values; none where it would say nothing."""
        if self.old is None or self.new is None or self.old.value <= 0 or self.new.value <= 0:
            return ""
        return f"{self.new.value / self.old.value:.2f}x"


def changes(old: Run, new: Run) -> Iterator[Change]:
    """Every figure of either run, in the order of the new one."""
    before, now = ({figure.name: figure for figure in run.figures} for run in (old, new))
    for name in (*now, *(name for name in before if name not in now)):
        yield Change(name, before.get(name), now.get(name))


def comparison(old: Run, new: Run) -> str:
    """The table of what has changed, for a terminal."""
    runs = "\n".join(f"{name}: {told(run)}" for name, run in (("old", old), ("new", new)))
    warnings = "".join(f"\n{sentence}" for sentence in _cautions(old, new))
    return (
        f"{runs}{warnings}\n\n{table(HEADINGS, [change.cells() for change in changes(old, new)])}\n\n{RULE}"
    )


def _least_change(figure: Figure) -> float:
    """What must have changed at least, in the unit of the value."""
    return LEAST_CHANGE * (figure.value if figure.measure is Measure.RATIO else figure.kiosk)


def _told(figure: Figure) -> str:
    own, value = f"{figure.kiosk:.3g} {figure.unit}", bounded(figure)
    return own if figure.measure is Measure.ITSELF else f"{own} ({value})"


def _cautions(old: Run, new: Run) -> Iterator[str]:
    if old.machine != new.machine:
        yield "These were measured on different machines: only the ratios tell something."
    if old.trial or new.trial:
        yield "A trial measures too little to tell a small change."


def main() -> None:
    """Read two runs, and print what has changed."""
    parser = ArgumentParser(prog="python -m tests.benchmarks.compare", description=__doc__)
    parser.add_argument("old", type=Path, help="a file of build/bench/runs, or one that was put aside")
    parser.add_argument("new", type=Path, nargs="?", default=NEWEST, help="the newest, unless it is told")
    files = parser.parse_args()
    try:
        print(comparison(read(files.old), read(files.new)))
    except (OSError, DecodeError) as reason:
        parser.error(f"that cannot be compared: {reason}")


if __name__ == "__main__":
    main()
