"""`Desk.preview` when the simulated shop has kept little, and when it has kept a million scans."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import datetime, time
from random import Random
from statistics import median
from time import perf_counter

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage.file.opening import open_current
from tests.benchmarks.figures import Figure, compared
from tests.benchmarks.programs import FOLDER
from tests.people.greeting.simulated_shop import CLOSED, ZONE, Person, people, store, store_visits

END = datetime.combine(CLOSED, time(9), ZONE)

_ONE_IN = 100


def preview(calls: int, warming: int) -> Iterator[Figure]:
    """At the end of three years: as time went on, and as the others grew more.

    The first moments of all know little of anybody; a few people alone are known as well as among all.
    """
    everybody = people()
    came = sorted(((one, at) for one in everybody for at in one.came), key=lambda visit: visit[1])
    few = everybody[::_ONE_IN]
    of_few = [visit for visit in came if visit[0] in few]
    with (
        _desk("all", everybody, came) as full,
        _desk("first", everybody, came[: len(came) // _ONE_IN]) as early,
        _desk("few", everybody, of_few) as small,
    ):
        cards = [one.card for one in Random(1).sample(everybody, warming + calls)]
        yield _both("beside the first 1 % of them", "of 1 %", full, early, cards, warming)
        cards = [few[n % len(few)].card for n in range(warming + calls)]
        yield _both(
            "beside those of 20 people, who are asked for", "of 20 people", full, small, cards, warming
        )


def _both(beside: str, against: str, full: Desk, other: Desk, cards: Sequence[str], warming: int) -> Figure:
    took = [(_milliseconds(full, card), _milliseconds(other, card)) for card in cards][warming:]
    mine, theirs = ([pair[side] for pair in took] for side in (0, 1))
    name = f"Desk.preview with a million scans kept, {beside}: median"
    return compared(median, mine, theirs, name=name, unit="ms", against=against, bound=1.2)


@contextmanager
def _desk(name: str, some: Sequence[Person], visits: Sequence[tuple[Person, datetime]]) -> Iterator[Desk]:
    """A desk on a database of its own, which is removed at the end."""
    file = FOLDER / f"simulated-{name}.db"
    file.unlink(missing_ok=True)
    database, _ = open_current(f"sqlite:///{file}", END)
    try:
        with closing(database):
            store(database, some)
            store_visits(database, visits)
            yield Desk(database, speech("en"), lambda: END)
    finally:
        file.unlink()


def _milliseconds(desk: Desk, card: str) -> float:
    scan = Scan(card, None, 0)
    began = perf_counter()
    greeting = desk.greetings.preview(scan, END)
    took = perf_counter() - began
    assert greeting.outcome is Outcome.WELCOME
    return took * 1000
