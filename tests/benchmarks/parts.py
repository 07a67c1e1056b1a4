"""The parts of the benchmark: each can be measured by itself, under its name."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from random import Random

from tests.benchmarks import (
    desk_calls,
    finding,
    glass,
    growing,
    large_hub,
    moving_in,
    others_at_work,
    printing,
    remembering,
    resting,
    sharing,
    well_known,
)
from tests.benchmarks import scanners as of_scanners
from tests.benchmarks.browser import app
from tests.benchmarks.database import Size, a_copy, filled
from tests.benchmarks.figures import Figure
from tests.benchmarks.programs import browser, kiosk, least
from tests.benchmarks.sample import card_number

WARMING = 20


@dataclass(frozen=True, slots=True)
class Counts:
    """How much is measured."""

    shop: Size
    large: Size
    scans: int
    taps: int
    desk_calls: int
    people_looked_for: int
    greetings: int
    starts: int
    idle_seconds: float
    rest_seconds: float
    rested: int
    flood_seconds: float
    scans_to_compare: int
    scans_in_all: int
    line_seconds: int
    printed: int
    shops: int
    hub_seconds: float


SMALL = Size(1_000, 10_000)
FULL = Counts(
    shop=Size(100_000, 1_000_000),
    large=Size(1_000_000, 10_000_000),
    scans=600,
    taps=200,
    desk_calls=1_000,
    people_looked_for=50,
    greetings=1_000,
    starts=7,
    idle_seconds=30,
    rest_seconds=60,
    rested=5,
    flood_seconds=30,
    scans_to_compare=2_000,
    scans_in_all=10_000,
    line_seconds=30,
    printed=1_000,
    shops=10_000,
    hub_seconds=20,
)
TRIAL = Counts(
    shop=Size(20_000, 200_000),
    large=Size(20_000, 200_000),
    scans=60,
    taps=40,
    desk_calls=100,
    people_looked_for=10,
    greetings=200,
    starts=3,
    idle_seconds=5,
    rest_seconds=5,
    rested=2,
    flood_seconds=10,
    scans_to_compare=300,
    scans_in_all=600,
    line_seconds=3,
    printed=1_000,
    shops=500,
    hub_seconds=3,
)


def scan(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Last byte to the flip, beside the least app and a browser."""
    with _beside_others(counts.shop) as programs:
        numbers = _cards(counts.shop, WARMING + counts.scans, chance)
        yield from glass.latency(programs, WARMING, numbers, chance)


def tap(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Tap to the flip."""
    with _copies(counts.shop, 2) as (one, other):
        number = desk_calls.with_a_cue_to_tap(one, _cards(counts.shop, counts.shop.customers, chance))
        yield from glass.tapping((one, other), number, WARMING, counts.taps, chance)


def idle(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """Processor use while nothing happens."""
    with _beside_others(counts.shop) as programs:
        yield from resting.idle(programs, counts.idle_seconds)


def touch(counts: Counts, chance: Random) -> Iterator[Figure]:
    """How soon a touch is seen after a rest."""
    with _copies(SMALL, counts.rested) as copies:
        yield from resting.touches(copies, counts.rest_seconds, chance)


def start(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Start to the first flip."""
    with _copies(counts.shop, 2) as (one, other):
        yield glass.start((one, other), counts.starts, chance)


def memory(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Memory after many scans, beside the least app and a browser."""
    with _beside_others(counts.shop) as programs:
        yield from glass.memory(programs, _cards(counts.shop, counts.scans_to_compare, chance))


def lasting(counts: Counts, chance: Random) -> Iterator[Figure]:
    """What still more scans add to the memory."""
    numbers = _cards(counts.shop, min(counts.scans_in_all, counts.shop.customers), chance)
    with _copies(counts.shop, 1) as (database,):
        yield from glass.lasting(database, numbers, counts.scans_to_compare, counts.scans_in_all)


def flood(counts: Counts, chance: Random) -> Iterator[Figure]:
    """A scanner that never stops."""
    with _copies(counts.shop, 1) as (database,):
        numbers = _cards(counts.shop, counts.scans_to_compare, chance)
        yield from glass.flood(database, numbers, counts.flood_seconds)


def welcome(counts: Counts, chance: Random) -> Iterator[Figure]:
    """The desk's part of a scan, with very many visits."""
    with _copies(counts.large, 2) as (one, other):
        numbers = _cards(counts.large, 2 * (WARMING + counts.desk_calls), chance)
        yield from desk_calls.welcome((one, other), numbers, WARMING)


def find(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """Finding people by name."""
    with _copies(counts.shop, 2) as (one, other):
        yield from finding.keystrokes((one, other), counts.people_looked_for, WARMING)


def others(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Greeting while a command works on the same file."""
    with _copies(counts.shop, 2) as (one, other):
        numbers = _cards(counts.shop, counts.shop.customers, chance)
        yield from others_at_work.longest_waits((one, other), numbers, counts.shop.customers, chance)


def move(counts: Counts, chance: Random) -> Iterator[Figure]:
    """A list of another program is taken over."""
    yield from moving_in.importing(counts.shop.customers, chance)


def cards(counts: Counts, chance: Random) -> Iterator[Figure]:
    """Cards for a printer."""
    yield from printing.cards(counts.printed, 10 * counts.printed, chance)


def counters(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """What sharing costs, and how soon the other counter knows."""
    with _copies(SMALL, 2) as files:
        yield from sharing.sharing(files, min(counts.desk_calls, 300))


def hub(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """A hub of very many shops."""
    yield from large_hub.hub(counts.shops, counts.hub_seconds)


def known(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """A greeting for somebody about whom very much is known."""
    yield from well_known.greeting(counts.greetings, WARMING)


def scanners(counts: Counts, chance: Random) -> Iterator[Figure]:
    """From a scanner’s bytes to a scan, and on to a till."""
    yield from of_scanners.framers(counts.line_seconds)
    yield from of_scanners.last_byte_to_scan(counts.scans, WARMING)
    yield from of_scanners.scan_to_till(counts.scans, WARMING)
    with _copies(counts.shop, 1) as (database,):
        yield of_scanners.throughput(database, _cards(counts.shop, counts.desk_calls, chance))


def remember(counts: Counts, _chance: Random) -> Iterator[Figure]:
    """A greeting after three years of a simulated shop."""
    yield from remembering.preview(counts.greetings, WARMING)


def grow(counts: Counts, chance: Random) -> Iterator[Figure]:
    """What grows with the number of customers."""
    # Nobody comes twice, since a second visit on the same morning is not recorded.
    count = min(WARMING + max(counts.scans, counts.desk_calls), SMALL.customers)
    cards = list(zip(*(_cards(size, count, chance) for size in (counts.large, SMALL)), strict=True))
    with _copies(counts.large, 1) as (large,), _copies(SMALL, 1) as (small,):
        both = large, small
        number = desk_calls.with_a_cue_to_tap(small, _cards(SMALL, SMALL.customers, chance))
        grown = chain(
            growing.of_the_desk(both, cards, counts.people_looked_for, WARMING, chance),
            growing.on_the_glass(
                both,
                cards[: WARMING + counts.scans],
                number,
                WARMING,
                counts.taps,
                counts.idle_seconds,
                chance,
            ),
            growing.at_the_start(both, counts.starts, chance),
        )
        sizes = f"{counts.large.customers:,} customers beside {SMALL.customers:,}"
        for figure in grown:
            yield replace(figure, name=f"{sizes}: {figure.name}")


PARTS: Mapping[str, Callable[[Counts, Random], Iterator[Figure]]] = {
    part.__name__: part
    for part in (
        scan,
        tap,
        idle,
        touch,
        start,
        memory,
        lasting,
        flood,
        welcome,
        find,
        others,
        move,
        cards,
        counters,
        hub,
        known,
        scanners,
        remember,
        grow,
    )
}


@contextmanager
def _beside_others(size: Size) -> Iterator[Sequence[tuple[glass.Start, Path]]]:
    """The kiosk, the least app, and the browser unless it is missing, each with a copy of this shop."""
    starts = (kiosk, least) if app.missing() else (kiosk, least, browser)
    with _copies(size, len(starts)) as copies:
        yield list(zip(starts, copies, strict=True))


@contextmanager
def _copies(size: Size, count: int) -> Iterator[Sequence[Path]]:
    """The same database so many times."""
    original = filled(size)
    with ExitStack() as held:
        yield [held.enter_context(a_copy(original, f"{size.customers}-{n}.db")) for n in range(count)]


def _cards(size: Size, count: int, chance: Random) -> list[str]:
    """So many cards of a shop, none of them twice."""
    return [card_number(n) for n in chance.sample(range(size.customers), count)]
