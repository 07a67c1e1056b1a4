"""Every figure in turn, and the table of them all."""

from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from time import monotonic

from tests.benchmarks import desk_calls, finding, glass, growth, others_at_work, well_known
from tests.benchmarks.database import Size, a_copy, filled
from tests.benchmarks.programs import FOLDER
from tests.benchmarks.sample import card_number
from tests.benchmarks.table import Figure, table

WARMING = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is measured."""

    glass: Size
    desk: Size
    scans: int
    taps: int
    desk_calls: int
    people_looked_for: int
    greetings: int
    starts: int
    idle_seconds: float
    flood_seconds: float
    scans_to_compare: int
    scans_in_all: int


FULL = Counts(
    Size(100_000, 1_000_000), Size(1_000_000, 10_000_000), 300, 200, 500, 50, 1_000, 7, 30, 30, 2_000, 10_000
)
QUICK = Counts(Size(20_000, 200_000), Size(20_000, 200_000), 60, 40, 100, 10, 200, 3, 5, 10, 300, 600)


def main() -> None:
    """Measure, and print each figure as soon as it is known."""
    parser = ArgumentParser(prog="tests/benchmarks", description=__doc__)
    parser.add_argument(
        "--quick", action="store_true", help="fewer of everything: a trial, not a measurement"
    )
    counts = QUICK if parser.parse_args().quick else FULL
    FOLDER.mkdir(parents=True, exist_ok=True)
    began, figures = monotonic(), []
    for figure in measured(counts, Random(1)):
        print(figure, flush=True)
        figures.append(figure)
    when = datetime.now(UTC)
    print(f"\n{table(figures)}\n\nMeasured on {when:%Y-%m-%d} in {(monotonic() - began) / 60:.0f} minutes.")


def measured(counts: Counts, chance: Random) -> Iterator[Figure]:
    """The figures, in the order of the table."""
    numbers = [card_number(n) for n in chance.sample(range(counts.glass.customers), counts.glass.customers)]
    with _two_copies(counts.glass) as both:
        yield from glass.latency(both, numbers[:WARMING], numbers[WARMING : WARMING + counts.scans], chance)
    with _two_copies(counts.glass) as both:
        to_tap = desk_calls.with_a_cue_to_tap(both[0], numbers)
        yield from glass.tapping(both, to_tap, WARMING, counts.taps)
    numbers_at_the_desk = [
        card_number(n) for n in chance.sample(range(counts.desk.customers), 2 * (WARMING + counts.desk_calls))
    ]
    with _two_copies(counts.desk) as both:
        yield from desk_calls.welcome(both, numbers_at_the_desk, WARMING)
    with _two_copies(counts.glass) as both:
        yield from finding.keystrokes(both, counts.people_looked_for, WARMING)
    with _two_copies(counts.glass) as both:
        yield from others_at_work.longest_waits(both, numbers, counts.glass.customers)
    yield from well_known.greeting(counts.greetings, WARMING)
    yield from growth.preview(counts.greetings, WARMING)
    with _two_copies(counts.glass) as both:
        yield glass.start(both, counts.starts)
        yield glass.idle(both, counts.idle_seconds)
        yield from glass.flood(both, numbers[: counts.scans_to_compare], counts.flood_seconds)
        yield from glass.memory(both, numbers, counts.scans_to_compare, counts.scans_in_all)


@contextmanager
def _two_copies(size: Size) -> Iterator[tuple[Path, Path]]:
    """The same database twice, one for either side."""
    original = filled(size)
    with a_copy(original, "kiosk.db") as one, a_copy(original, "least.db") as other:
        yield one, other
