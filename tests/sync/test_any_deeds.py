"""Whatever is done at several counters, and whenever they meet: in the end all know the same."""

from collections.abc import Callable
from random import Random

import pytest
from sqlalchemy import text

from tests.sync.counters import SharingCounter, all_meet
from tests.sync.deeds import Deeds

Join = Callable[..., SharingCounter]


def check(deeds: Deeds, *counters: SharingCounter) -> None:
    """All know the same, nothing that was kept is missing, and nobody is there who was forgotten."""
    contents = [counter.contents() for counter in counters]
    for other in contents[1:]:
        for table, rows in contents[0].items():
            assert other[table] == rows, table
    people = {row["id"] for row in contents[0]["customer"]}
    assert not people & deeds.forgotten
    gone = set(deeds.forgotten)
    for _ in deeds.one_with:
        gone |= {one for pair in deeds.one_with if gone & set(pair) for one in pair}
    visits = {row["id"] for row in contents[0]["visit"]}
    assert not {visit for visit, who in deeds.visits.items() if who not in gone} - visits
    for counter in counters:
        with counter.database.reading() as session:
            assert not session.execute(text("SELECT * FROM sync_waiting")).all()
            assert not session.execute(text("PRAGMA foreign_key_check")).all()


@pytest.mark.parametrize("seed", range(6))
def test_counters_that_meet_now_and_then_know_the_same_in_the_end(join: Join, seed: int) -> None:
    chance = Random(seed)
    deeds, counters = Deeds(chance), [join(name) for name in "123"]
    for _ in range(120):
        counter = chance.choice(counters)
        deeds.one_more(counter)
        if chance.random() < 0.15:
            chance.choice(counters).meets()
    all_meet(*counters)
    check(deeds, *counters)
