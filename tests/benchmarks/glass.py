"""The figures that are measured on the glass: two programs, each with a window and a scanner."""

from collections.abc import Iterator, Sequence
from itertools import cycle, islice
from pathlib import Path
from random import Random
from statistics import median
from time import monotonic, sleep

from tests.benchmarks.programs import Program, kiosk, least
from tests.benchmarks.table import Figure, above, later, percentile, times

Both = tuple[Path, Path]

_SETTLING = 3.0
_SMALL_PAUSE = 0.002
_BETWEEN_TAPS = 0.05

FAST_LINE = 38_400
"""Bits a second."""

FRAME = 1000 / 60
"""Milliseconds."""


def latency(both: Both, warming: Sequence[str], numbers: Sequence[str], chance: Random) -> Iterator[Figure]:
    """From the last byte to the flip, the two programs in turn."""
    with kiosk(both[0]) as one, least(both[1]) as other:
        sleep(_SETTLING)
        took: dict[Program, list[float]] = {one: [], other: []}
        for number in (*warming, *numbers):
            for program, times_taken in took.items():
                times_taken.append(program.scan(number))
                sleep(chance.uniform(0.025, 0.045))
    mine, theirs = (measured[len(warming) :] for measured in took.values())
    name = f"last byte to the flip, of {len(numbers)} scans"
    yield times(f"{name}: median", median(mine), median(theirs), "ms", 4)
    yield times(f"{name}: p99", percentile(mine, 99), percentile(theirs, 99), "ms", 4)


def tapping(both: Both, number: str, warming: int, taps: int) -> Iterator[Figure]:
    """From the finger's leaving to the flip that shows what was kept or taken back, in turn."""
    with kiosk(both[0]) as one, least(both[1]) as other:
        sleep(_SETTLING)
        took: dict[Program, list[float]] = {one: [], other: []}
        for program in took:
            program.scan(number)
        for _ in range(warming + taps):
            for program, times_taken in took.items():
                times_taken.append(program.tap())
                sleep(_BETWEEN_TAPS)
    mine, theirs = (measured[warming:] for measured in took.values())
    name = f"tap to the new picture, of {taps}; two frames are the bound"
    yield later(f"{name}: median", median(mine), median(theirs), 2 * FRAME)
    yield later(f"{name}: p99", percentile(mine, 99), percentile(theirs, 99), 2 * FRAME)


def flood(both: Both, numbers: Sequence[str], seconds: float) -> Iterator[Figure]:
    """What a line that never stops does to the memory, and to the customer who comes last."""
    with kiosk(both[0]) as program:
        before = _memory_after(program, numbers)
        late = program.flood(numbers, FAST_LINE, seconds)
        name = f"a line of {FAST_LINE} baud that never stops, {seconds:g} s"
        yield later(f"{name}: last byte to the last flip", late, 0, 1000)
        yield above(f"{name}: memory (VmRSS)", program.memory().rss, before, 10)


def start(both: Both, starts: int) -> Figure:
    """From the start of the process to its first flip, in turn; one more of each comes before."""
    took: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(starts + 1):
        for is_kiosk, seconds in took.items():
            with kiosk(both[0]) if is_kiosk else least(both[1]) as program:
                seconds.append(program.start_seconds)
    mine, theirs = (median(seconds[1:]) for seconds in took.values())
    return times(f"start to first flip, median of {starts}", mine, theirs, "s", 1.8)


def idle(both: Both, seconds: float) -> Figure:
    """The processor time while nothing happens, each program alone."""
    with kiosk(both[0]) as program:
        mine = _idle_percent(program, seconds)
    with least(both[1]) as program:
        theirs = _idle_percent(program, seconds)
    return times(f"idle processor use over {seconds:g} s", mine, theirs, "%", 1.5)


def memory(both: Both, numbers: Sequence[str], compared: int, in_all: int) -> Iterator[Figure]:
    """The resident memory after many scans, and what still more of them add."""
    numbers = list(islice(cycle(numbers), in_all))
    with least(both[1]) as program:
        theirs = _memory_after(program, numbers[:compared])
    with kiosk(both[0]) as program:
        mine = _memory_after(program, numbers[:compared])
        yield above(f"memory (VmRSS) after {compared} scans", mine, theirs, 60)
        later = _memory_after(program, numbers[compared:])
        yield above(f"memory (VmRSS), scan {compared} to scan {in_all}", later, mine, 2)


def _idle_percent(program: Program, seconds: float) -> float:
    sleep(_SETTLING)
    used, began = program.processor_seconds(), monotonic()
    sleep(seconds)
    return (program.processor_seconds() - used) / (monotonic() - began) * 100


def _memory_after(program: Program, numbers: Sequence[str]) -> float:
    sleep(_SETTLING)
    for number in numbers:
        program.scan(number)
        sleep(_SMALL_PAUSE)
    sleep(1)
    return program.memory().rss
