"""The glass when nobody is there: what it uses, and how soon it is back."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean, median
from time import monotonic, sleep

from tests.benchmarks.figures import Figure, Measure, compared
from tests.benchmarks.glass import BROWSER, LEAST, Start, at_work
from tests.benchmarks.programs import Program, kiosk
from tests.benchmarks.turns import Pause, in_turn

MOST_IDLE = 0.3
"""Percent of a processor."""

_SLICES = 10
_LOADED = 12.0
"""Seconds after the start, when nothing is left to be loaded."""

_BUSY = 5
"""Percent of a processor; what a large shop has counted at the start takes more."""

_A_LOOK = 2.0
_PATIENCE = 120.0
"""Seconds."""

_TOUCHES = 10
_BETWEEN_TOUCHES: Pause = (0.2, 0.4)
_AS_SOON = 5
"""Milliseconds, in which an idle processor comes back as well."""


def idle(starts: Sequence[tuple[Start, Path]], seconds: float) -> Iterator[Figure]:
    """The processor time while nothing happens, of all the processes of each; they rest at the same time."""
    with at_work(starts) as programs:
        come_to_rest(programs)
        mine, *references = processor_use(programs, seconds)
    for against, theirs in zip((LEAST, BROWSER), references, strict=False):
        yield compared(
            fmean,
            mine,
            theirs,
            name=f"idle processor use over {seconds:g} s, beside the {against}",
            unit="%",
            against=against,
            measure=Measure.ITSELF,
            bound=MOST_IDLE if against == LEAST else None,
        )


def come_to_rest(programs: Sequence[Program]) -> None:
    """Wait until they have done all that they do after their start."""
    sleep(_LOADED)
    until = monotonic() + _PATIENCE
    while any(fmean(used) > _BUSY for used in processor_use(programs, _A_LOOK)):
        if monotonic() > until:
            raise TimeoutError("a program does not come to rest, though nothing happens")


def processor_use(programs: Sequence[Program], seconds: float) -> list[list[float]]:
    """Of each program, in percent of one processor, slice by slice of this time."""
    used: list[list[float]] = [[] for _ in programs]
    before = [(monotonic(), program.processor_seconds()) for program in programs]
    for _ in range(_SLICES):
        sleep(seconds / _SLICES)
        for n, program in enumerate(programs):
            now = monotonic(), program.processor_seconds()
            used[n].append((now[1] - before[n][1]) / (now[0] - before[n][0]) * 100)
            before[n] = now
    return used


def touches(copies: Sequence[Path], seconds: float, chance: Random) -> Iterator[Figure]:
    """From a touch until it is seen: after a long rest, and in use; several kiosks rest at the same time."""
    with at_work([(kiosk, copy) for copy in copies]) as programs:
        _touch_often(programs, chance)
        sleep(seconds)
        rested = [program.touch_nothing() for program in programs]
        in_use = [median(took) for took in _touch_often(programs, chance)]
    yield compared(
        median,
        rested,
        in_use,
        name=f"touch until it is seen, after {seconds:g} s of rest: median",
        unit="ms",
        against="in use",
        measure=Measure.MORE,
        bound=_AS_SOON,
    )


def _touch_often(programs: Sequence[Program], chance: Random) -> list[list[float]]:
    """The milliseconds of each touch, program by program."""
    calls = [partial(_touch, program) for program in programs]
    return in_turn(calls, range(_TOUCHES), 0, chance, _BETWEEN_TOUCHES)


def _touch(program: Program, _round: int) -> float:
    return program.touch_nothing()
