"""Whether a counter that shares with others has met its hub lately."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.health.examination import Examination
from kiosk.health.finding import Finding, State
from kiosk.sync.change_log import begin_noting
from kiosk.sync.hub.membership import Membership, keep_membership
from kiosk.sync.standing import CounterStatus, keep_standing

Found = Callable[..., list[Finding]]


@pytest.fixture
def joined(case: Examination, shop_file: Path) -> Examination:
    """It has joined a hub, and met it just now."""
    keep_membership(shop_file, Membership("hub.example", 5440, 1, "k_1", "secret"))
    keep_standing(shop_file, [])
    return case


def test_a_counter_that_stands_for_itself_hears_nothing_of_it(found: Found) -> None:
    assert found("sharing") == []


@pytest.mark.parametrize(
    ("ago", "state"),
    [
        (timedelta(), State.GREEN),
        (timedelta(minutes=50), State.GREEN),
        (timedelta(hours=3), State.AMBER),
        (timedelta(days=2), State.RED),
    ],
)
def test_it_is_told_since_when_the_hub_was_not_met(
    found: Found, joined: Examination, ago: timedelta, state: State
) -> None:
    (finding,) = found("sharing", now=joined.now + ago)
    assert finding.state is state
    assert finding.says.startswith("The hub was ")
    assert bool(finding.do) is (state is not State.GREEN)


def test_what_waits_to_be_told_is_counted(found: Found, joined: Examination, shop_file: Path) -> None:
    with closing(sqlite3.connect(shop_file)) as connection, connection:
        begin_noting(connection)
        connection.execute("UPDATE customer SET since = NULL")
        (count,) = connection.execute("SELECT count(*) FROM sync_log").fetchone()
    (finding,) = found("sharing", now=joined.now + timedelta(hours=2))
    assert f"; {count} changes wait to be told." in finding.says


def test_a_hub_that_was_never_met_is_told(found: Found, case: Examination, shop_file: Path) -> None:
    keep_membership(shop_file, Membership("hub.example", 5440, 1, "k_1", "secret"))
    (finding,) = found("sharing")
    assert (finding.state, finding.says) == (State.AMBER, "The hub has not been met yet.")


def test_a_counter_that_has_been_away_is_told_with_what_waits_for_it(
    found: Found, joined: Examination, shop_file: Path
) -> None:
    now = joined.now.timestamp()
    others = [
        CounterStatus("1", now, 0, 0),
        CounterStatus("2", now - 90_000, 3, 12),
        CounterStatus("3", None, 0, 0),
    ]
    keep_standing(shop_file, others)
    own, second, third = found("sharing")
    assert own.state is State.GREEN
    assert (second.state, third.state) == (State.AMBER, State.AMBER)
    assert second.says.startswith("Counter 2 has met the hub last: ")
    assert second.says.endswith("; 12 changes wait for it.")
    assert third.says == "Counter 3 has met the hub last: never; 0 changes wait for it."
