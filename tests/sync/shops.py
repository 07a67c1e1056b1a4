"""A shop with several counters: deeds, meetings and faults by chance, and what must be true in the end."""

from contextlib import ExitStack
from pathlib import Path
from random import Random

from sqlalchemy import text

from tests.postgres import Postgres
from tests.sync.counters import SharingCounter, all_meet, new_hub
from tests.sync.deeds import Deeds
from tests.sync.faults import Faults


def live(postgres: Postgres, folder: Path, chance: Random, deeds: int, has_faults: bool) -> int:
    """Live through so many deeds at three counters; returns how many things went wrong meanwhile.

    Raises AssertionError for what is not as it should be.
    """
    shop = new_hub(postgres)
    with ExitStack() as opened:
        counters = [
            opened.enter_context(SharingCounter(postgres, shop, folder / f"{name}.db", name))
            for name in "123"
        ]
        done = Deeds(chance)
        faults, went_wrong = Faults(chance, postgres, counters, done), 0
        for _ in range(deeds):
            done.one_more(chance.choice(counters))
            if chance.random() < 0.15:
                chance.choice(counters).meets()
            if has_faults and chance.random() < 0.1:
                faults.one_more()
                went_wrong += 1
        all_meet(*counters)
        check(done, *counters)
    return went_wrong


def check(deeds: Deeds, *counters: SharingCounter) -> None:
    """All know the same, nothing that was kept is missing, and nobody is there who was forgotten."""
    contents = [counter.contents() for counter in counters]
    for other in contents[1:]:
        for table, rows in contents[0].items():
            assert other[table] == rows, table
    people = {row["id"] for row in contents[0]["customer"]}
    assert not people & deeds.forgotten
    gone = deeds.forgotten | deeds.perhaps_forgotten
    ones = [*map(set, deeds.one_with), *deeds.on_a_list.values()]
    for _ in ones:
        gone |= {one for some in ones if gone & some for one in some}
    visits = {row["id"] for row in contents[0]["visit"]}
    assert not {visit for visit, who in deeds.visits.items() if who not in gone} - visits
    for counter in counters:
        with counter.database.reading() as session:
            assert not session.execute(text("SELECT * FROM sync_waiting")).all()
            assert not session.execute(text("PRAGMA foreign_key_check")).all()
