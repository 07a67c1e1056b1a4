"""What is measured on the glass: programs with a window and a scanner each."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from time import sleep

from tests.benchmarks.figures import Figure, Measure, compared, median_and
from tests.benchmarks.processes import Memory
from tests.benchmarks.programs import Program, kiosk, least
from tests.benchmarks.turns import Pause, in_turn

Start = Callable[[Path], Program]

LEAST, BROWSER = "least app", "browser"

Bounds = tuple[float | None, float | None]
"""Of the median, and of the 99th percentile."""

BETWEEN_SCANS: Pause = (0.025, 0.045)
_BETWEEN_TAPS: Pause = (0.4, 0.45)  # sooner, the second would count as half of a double tap
_SMALL_PAUSE = 0.002

_SETTLING = 3.0
"""Seconds, after which a program has loaded everything."""

_FAST_LINE = 38_400
"""Bits a second."""


def latency(
    starts: Sequence[tuple[Start, Path]], warming: int, numbers: Sequence[str], chance: Random
) -> Iterator[Figure]:
    """From the last byte to the flip: the kiosk, the least app, and the browser where there is one."""
    with at_work(starts) as programs:
        scans = [program.scan for program in programs]
        mine, theirs, *browsers = in_turn(scans, numbers, warming, chance, BETWEEN_SCANS)
        recorded = programs[1].recordings()[warming:]
    shown = [took - recording for took, recording in zip(theirs, recorded, strict=True)]
    references: list[tuple[str, Bounds, list[float]]] = [
        (LEAST, (2, 2.5), theirs),
        (f"{LEAST} without its recording", (None, None), shown),
        *((BROWSER, (1, 1), took) for took in browsers),
    ]
    for against, bounds, theirs in references:
        for (name, statistic), bound in zip(median_and(99).items(), bounds, strict=True):
            title = f"last byte to the flip, beside the {against}: {name}"
            yield compared(statistic, mine, theirs, name=title, unit="ms", against=against, bound=bound)


def tapping(
    both: tuple[Path, Path], number: str, warming: int, taps: int, chance: Random
) -> Iterator[Figure]:
    """From the finger's leaving to the flip that shows what was kept or taken back."""
    with at_work(list(zip((kiosk, least), both, strict=True))) as programs:
        mine, theirs = taps_in_turn(programs, number, warming, taps, chance)
    for (name, statistic), bound in zip(median_and(99).items(), (8, None), strict=True):
        yield compared(
            statistic,
            mine,
            theirs,
            name=f"tap to the flip: {name}",
            unit="ms",
            against=LEAST,
            measure=Measure.MORE,
            bound=bound,
        )


def taps_in_turn(
    programs: Sequence[Program], number: str, warming: int, taps: int, chance: Random
) -> list[list[float]]:
    """The milliseconds of each tap, on the greeting for this card."""
    for program in programs:
        program.scan(number)
    calls = [partial(_tap, program) for program in programs]
    return in_turn(calls, range(warming + taps), warming, chance, _BETWEEN_TAPS)


def start(both: tuple[Path, Path], starts: int, chance: Random) -> Figure:
    """From the start of the process to its first flip; one more of each comes before."""
    mine, theirs = starts_in_turn(list(zip((kiosk, least), both, strict=True)), starts, chance)
    name = "start to the first flip: median"
    return compared(median, mine, theirs, name=name, unit="s", against=LEAST, bound=1.5)


def starts_in_turn(programs: Sequence[tuple[Start, Path]], starts: int, chance: Random) -> list[list[float]]:
    """The seconds of each start."""
    calls = [partial(_start, *program) for program in programs]
    return in_turn(calls, range(1 + starts), 1, chance)


def memory(starts: Sequence[tuple[Start, Path]], numbers: Sequence[str]) -> Iterator[Figure]:
    """After many scans, each program alone: what several share counts for one of them in part."""
    held = []
    for begin, database in starts:
        with at_work([(begin, database)]) as (program,):
            held.append(memory_after(program, numbers))
    mine, theirs, *others = held
    after = f"memory after {len(numbers):,} scans"
    more = Measure.MORE
    yield _megabytes(f"{after}: private dirty", mine.private_dirty, theirs.private_dirty, LEAST, more, 60)
    yield _megabytes(f"{after}: RSS", mine.rss, theirs.rss, LEAST, more)
    yield _megabytes(f"{after}: PSS", mine.pss, theirs.pss, LEAST, more)
    for other in others:
        yield _megabytes(f"{after}, beside the browser: PSS", mine.pss, other.pss, BROWSER, bound=0.45)
        name = f"{after}, beside the browser: private dirty"
        yield _megabytes(name, mine.private_dirty, other.private_dirty, BROWSER)


def lasting(database: Path, numbers: Sequence[str], first: int, in_all: int) -> Iterator[Figure]:
    """What still more scans add."""
    numbers = list(islice(cycle(numbers), in_all))
    with at_work([(kiosk, database)]) as (program,):
        before = memory_after(program, numbers[:first])
        after = memory_after(program, numbers[first:])
    name, against = f"memory, scan {first:,} to scan {in_all:,}: RSS", "before"
    yield _megabytes(name, after.rss, before.rss, against, Measure.MORE, 2)


def flood(database: Path, numbers: Sequence[str], seconds: float) -> Iterator[Figure]:
    """What a line that never stops does to the memory, and to the customer who comes last."""
    with at_work([(kiosk, database)]) as (program,):
        before = memory_after(program, numbers)
        late = program.flood(numbers, _FAST_LINE, seconds)
        after = program.memory()
    name = f"a line of {_FAST_LINE} baud that never stops, {seconds:g} s"
    last = f"{name}: last byte to the last flip"
    yield Figure(name=last, kiosk=late, unit="ms", measure=Measure.ITSELF, bound=1000)
    yield _megabytes(f"{name}: RSS", after.rss, before.rss, "before", Measure.MORE, 10)


@contextmanager
def at_work(starts: Sequence[tuple[Start, Path]]) -> Iterator[list[Program]]:
    """These programs, each on its database, when they have come to rest."""
    with ExitStack() as held:
        programs = [held.enter_context(begin(database)) for begin, database in starts]
        sleep(_SETTLING)
        yield programs


def memory_after(program: Program, numbers: Sequence[str]) -> Memory:
    """What it holds after these scans."""
    for number in numbers:
        program.scan(number)
        sleep(_SMALL_PAUSE)
    sleep(1)
    return program.memory()


def _tap(program: Program, _round: int) -> float:
    return program.tap()


def _start(begin: Start, database: Path, _round: int) -> float:
    with begin(database) as program:
        return program.start_seconds


def _megabytes(
    name: str,
    mine: float,
    theirs: float,
    against: str,
    measure: Measure = Measure.RATIO,
    bound: float | None = None,
) -> Figure:
    return Figure(
        name=name, kiosk=mine, unit="MB", reference=theirs, against=against, measure=measure, bound=bound
    )
