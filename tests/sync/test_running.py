"""The exchange as it runs: what is kept at one counter comes to the other by itself."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from time import monotonic
from uuid import UUID

from sqlalchemy import select

from kiosk.storage.file.own_tables import driver_of
from kiosk.storage.file.sync_tables import is_sharing
from kiosk.storage.models import Visit
from kiosk.storage.visits import record_visit
from kiosk.sync.hub.membership import forget_membership, keep_membership
from kiosk.sync.running import keep_exchanging
from tests.postgres import Postgres
from tests.sync.counters import NOW, SharingCounter, all_meet
from tests.sync.test_sharing import greets_newcomer

PATIENCE = 20.0
"""Seconds: less than after how many a counter asks in any case."""

Join = Callable[..., SharingCounter]


@contextmanager
def exchanging(*counters: SharingCounter) -> Iterator[list[Thread]]:
    """Each of them as “kiosk sync” does it."""
    stopped = Event()
    threads = []
    for counter in counters:
        assert counter.database.file is not None
        keep_membership(counter.database.file, counter.hub.membership)
        threads.append(Thread(target=keep_exchanging, args=(counter.database, counter.hub, stopped)))
    for thread in threads:
        thread.start()
    yield threads
    stopped.set()
    for thread in threads:
        thread.join()


def comes(counter: SharingCounter, visit: UUID) -> None:
    """Wait until a visit is known there."""
    deadline = monotonic() + PATIENCE
    while True:
        with counter.database.reading() as session:
            if session.scalar(select(Visit.id).where(Visit.id == visit)):
                return
        assert monotonic() < deadline, "it did not come"


def test_each_visit_comes_to_the_other_counter_by_itself(join: Join) -> None:
    first, second = join("1"), join("2")
    people = [greets_newcomer(first, "Jack", f"29000000000{number:02}") for number in range(20)]
    all_meet(first, second)
    with exchanging(first, second):
        for number, who in enumerate(people):
            here, there = (first, second) if number % 3 else (second, first)
            with here.database.writing() as session:
                visit = record_visit(session, who, NOW, here.name)
            comes(there, visit)


def test_it_ends_when_the_counter_has_left_the_hub(join: Join) -> None:
    counter = join("1")
    with exchanging(counter) as (thread,):
        assert counter.database.file is not None
        forget_membership(counter.database.file)
        greets_newcomer(counter, "Jack", "2900000000018")
        thread.join(timeout=2 * PATIENCE)
        assert not thread.is_alive()
    with counter.database.reading() as session:
        assert not is_sharing(driver_of(session.connection()))


def test_what_was_kept_while_the_hub_was_down_comes_once_it_is_back(join: Join, postgres: Postgres) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    all_meet(first, second)
    with exchanging(first, second):
        postgres.stop()
        try:
            with first.database.writing() as session:
                visit = record_visit(session, jack, NOW, "1")
        finally:
            postgres.start()
        comes(second, visit)
