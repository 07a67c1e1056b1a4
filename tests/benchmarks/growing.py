"""The kiosk with a thousand customers and with a million, in turn: no figure may grow with the shop."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from functools import partial
from pathlib import Path
from random import Random
from statistics import fmean, median

from kiosk.desk import Desk
from kiosk.storage.file.database import PRAGMAS, Database
from tests.benchmarks.bare import connect
from tests.benchmarks.desk_calls import at_the_desk, desk_on
from tests.benchmarks.figures import Figure, Measure, Statistic, compared, median_and
from tests.benchmarks.finding import find, typed
from tests.benchmarks.glass import BETWEEN_SCANS, at_work, starts_in_turn, taps_in_turn
from tests.benchmarks.programs import Program, kiosk
from tests.benchmarks.resting import MOST_IDLE, come_to_rest, processor_use
from tests.benchmarks.turns import in_turn

Both = tuple[Path, Path]
"""The database of the large shop, and that of the small one."""

Cards = tuple[str, str]
"""The number of a card in the large shop, and of one in the small one."""

SMALL_SHOP = "small shop"

MOST = 1.3
"""Times the figure of the small shop; but at rest next to nothing may be some times next to nothing."""


def on_the_glass(
    both: Both,
    cards: Sequence[Cards],
    to_tap: str,
    warming: int,
    taps: int,
    idle_seconds: float,
    chance: Random,
) -> Iterator[Figure]:
    """At rest, scans, taps on the greeting of a card that both have, and the memory after all of it."""
    with at_work([(kiosk, file) for file in both]) as programs:
        come_to_rest(programs)
        at_rest = processor_use(programs, idle_seconds)
        calls = [partial(_scan, program, side) for side, program in enumerate(programs)]
        scans = in_turn(calls, cards, warming, chance, BETWEEN_SCANS)
        tapped = taps_in_turn(programs, to_tap, warming, taps, chance)
        dirty = [[program.memory().private_dirty] for program in programs]
    large, small = at_rest
    yield compared(
        fmean,
        large,
        small,
        name=f"idle processor use over {idle_seconds:g} s",
        unit="%",
        against=SMALL_SHOP,
        measure=Measure.ITSELF,
        bound=MOST_IDLE,
    )
    yield from _grown("last byte to the flip", "ms", median_and(99), scans)
    yield from _grown("tap to the flip", "ms", {"median": median}, tapped)
    yield from _grown("memory after these scans", "MB", {"private dirty": max}, dirty)


def at_the_start(both: Both, starts: int, chance: Random) -> Iterator[Figure]:
    """From the start of the process to its first flip."""
    seconds = starts_in_turn([(kiosk, file) for file in both], starts, chance)
    yield from _grown("start to the first flip", "s", {"median": median}, seconds)


def of_the_desk(
    both: Both, cards: Sequence[Cards], people: int, warming: int, chance: Random
) -> Iterator[Figure]:
    """Looking up who comes, recording the visit, and finding people of the small shop by their names."""
    with ExitStack() as held:
        databases = [held.enter_context(closing(Database(f"sqlite:///{file}"))) for file in both]
        desks = [desk_on(database) for database in databases]
        calls = [partial(_greet, desk, side) for side, desk in enumerate(desks)]
        greeted = in_turn(calls, cards, warming, chance)
        names = typed(held.enter_context(closing(connect(both[1], PRAGMAS))), people)
        found = in_turn([partial(find, desk) for desk in desks], names, warming, chance)
    looked_up = [[times[0] for times in took] for took in greeted]
    with_recording = [[sum(times) for times in took] for took in greeted]
    yield from _grown("Desk.welcome", "ms", median_and(99), looked_up)
    yield from _grown("Desk.welcome, and the visit recorded", "ms", median_and(99), with_recording)
    yield from _grown("Desk.find, a keystroke", "ms", median_and(95), found)


def _scan(program: Program, side: int, cards: Cards) -> float:
    return program.scan(cards[side])


def _greet(desk: Desk, side: int, cards: Cards) -> tuple[float, float]:
    return at_the_desk(desk, cards[side])


def _grown(
    name: str, unit: str, statistics: Mapping[str, Statistic], took: Sequence[Sequence[float]]
) -> Iterator[Figure]:
    large, small = took
    for called, statistic in statistics.items():
        title = f"{name}: {called}"
        yield compared(statistic, large, small, name=title, unit=unit, against=SMALL_SHOP, bound=MOST)
