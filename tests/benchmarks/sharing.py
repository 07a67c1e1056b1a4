"""Several counters: what sharing costs one of them, and how soon another one knows."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, sleep
from uuid import UUID

from sqlalchemy import func, select

from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current
from kiosk.storage.models import Customer, Visit
from kiosk.storage.visits import record_visit
from kiosk.sync.exchange import begin, exchange
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.making import administering, admit
from kiosk.sync.hub.membership import Membership, keep_membership
from kiosk.sync.running import keep_exchanging
from tests.benchmarks.figures import Figure, Measure
from tests.postgres import Postgres, running_postgres
from tests.sync.counters import new_hub

_SOME_OTHERS = 400
"""People to pass over: a visit of those who were here just now is no new one."""

_LOOK = 0.002
"""Seconds between two looks at the other file."""


def sharing(files: Sequence[Path], visits: int) -> Iterator[Figure]:
    """Of two equal files the first joins a hub, and an empty one beside it; the second stays alone."""
    with running_postgres() as postgres, TemporaryDirectory() as name:
        joined, alone = (Database.at(file) for file in files)
        empty, shop = Path(name) / "kiosk.db", new_hub(postgres)
        with closing(joined), closing(alone), _login(postgres, shop, "1", files[0]) as first:
            began = perf_counter()
            begin(joined, first)
            with joined.reading() as session:
                rows = session.connection().exec_driver_sql("SELECT count(*) FROM sync_log").scalar_one()
            _all(joined, first)
            yield _rate(f"a counter with {rows:,} rows joins: rows a second", rows, perf_counter() - began)
            other = _new(empty)
            with closing(other), _login(postgres, shop, "2", empty) as second:
                began = perf_counter()
                begin(other, second)
                _all(other, second)
                taken = perf_counter() - began
                yield _rate("an empty counter hears all of it: rows a second", rows, taken)
                yield _cost(joined, alone, visits)
                yield _known_elsewhere((joined, first), (other, second), min(visits, 50))


def _cost(joined: Database, alone: Database, visits: int) -> Figure:
    """The commit of a visit, noted or not."""
    people = _people(joined, visits)
    mine: list[float] = []
    theirs: list[float] = []
    for who in people:
        for database, times in ((joined, mine), (alone, theirs)):
            began = perf_counter()
            with database.writing() as session:
                record_visit(session, who, datetime.now(UTC), "1")
            times.append((perf_counter() - began) * 1000)
    return Figure(
        name="a visit is recorded by a counter that shares, median",
        kiosk=median(mine),
        unit="ms",
        reference=median(theirs),
        against="by one that stands for itself",
        measure=Measure.MORE,
    )


def _known_elsewhere(here: tuple[Database, Hub], there: tuple[Database, Hub], visits: int) -> Figure:
    stopped, times = Event(), []
    threads = [Thread(target=keep_exchanging, args=(*one, stopped)) for one in (here, there)]
    for thread in threads:
        thread.start()
    people = _people(here[0], _SOME_OTHERS + visits + 1)[_SOME_OTHERS:]
    for number, who in enumerate(people):
        with here[0].writing() as session:
            visit = record_visit(session, who, datetime.now(UTC), "1")
        began = perf_counter()
        while not _has(there[0], visit):
            sleep(_LOOK)
        # The first waits for the two to begin.
        times += [(perf_counter() - began) * 1000] if number else []
    stopped.set()
    for thread in threads:
        thread.join()
    return Figure(name="kept at one counter to known at the other, median", kiosk=median(times), unit="ms")


def _login(postgres: Postgres, shop: int, name: str, file: Path) -> Hub:
    with administering(postgres.admin) as admin:
        role, password = admit(admin, shop, name)
    membership = Membership("127.0.0.1", postgres.port, shop, role, password)
    keep_membership(file, membership)
    return Hub(membership, file)


def _new(file: Path) -> Database:
    return open_current(f"sqlite:///{file}", datetime.now(UTC))[0]


def _all(database: Database, hub: Hub) -> None:
    while exchange(database, hub):
        pass


def _rate(name: str, rows: int, seconds: float) -> Figure:
    return Figure(name=name, kiosk=rows / seconds, unit="")


def _people(database: Database, count: int) -> list[UUID]:
    with database.reading() as session:
        return list(session.scalars(select(Customer.id).order_by(Customer.id.desc()).limit(count)))


def _has(database: Database, visit: UUID) -> bool:
    with database.reading() as session:
        return bool(session.scalar(select(func.count()).select_from(Visit).where(Visit.id == visit)))
