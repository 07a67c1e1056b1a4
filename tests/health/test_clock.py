"""The clock: kept right by the network or a battery, or told to be compared; wrong only where it must be."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.health.examination import Examination
from kiosk.health.finding import Finding, State
from kiosk.storage.file.database import Database

Found = Callable[..., list[Finding]]
GREEN, AMBER, RED = State.GREEN, State.AMBER, State.RED


@pytest.fixture
def alone(pi: Path) -> Path:
    """A machine that has had no network since its start."""
    (pi / "run/systemd/timesync/synchronized").unlink()
    return pi


def test_a_clock_before_the_program_is_red_and_is_set_to_the_time_that_a_person_tells(
    found: Found, case: Examination, alone: Path
) -> None:
    (clock,) = found("clock", now=case.now - timedelta(days=400), vitals=None)
    assert clock.state is RED
    assert "this program was made after that" in clock.says
    assert clock.do.endswith("sudo date -s YYYY-MM-DDTHH:MM")


def test_a_clock_before_the_newest_visit_is_red(found: Found, case: Examination, alone: Path) -> None:
    early = case.now.replace(year=2026, month=11, day=19)
    (clock,) = found("clock", now=early, built=None, vitals=None)
    assert clock.state is RED
    assert "the newest visit is of 20 November 2026" in clock.says
    assert clock.do.endswith("sudo date -s YYYY-MM-DDTHH:MM")


@pytest.mark.parametrize("year", [2020, 2100])
def test_one_visit_of_another_year_says_nothing_about_the_clock(
    year: int,
    found: Found,
    case: Examination,
    alone: Path,
    database: Database,
    fill: Callable[..., None],
) -> None:
    fill(database, {"key": "ann", "name": "Ann", "visits": [{"at": f"{year}-05-05T10:00"}]})
    (clock,) = found("clock", built=None, now=case.now.replace(year=2026, month=11, day=24))
    assert clock.state is AMBER
    assert str(year) not in clock.says + clock.do


def test_a_visit_in_the_future_is_not_the_fault_of_a_clock_that_the_network_keeps(
    found: Found, case: Examination
) -> None:
    early = case.now.replace(year=2026, month=11, day=19)
    (clock,) = found("clock", now=early, vitals=None)
    assert (clock.state, clock.do) == (GREEN, "")
    assert clock.says.endswith("“Check the clock” stays until 20 November 2026.")


def test_a_clock_that_nothing_keeps_right_is_amber(found: Found, case: Examination, alone: Path) -> None:
    after = case.now.replace(year=2027)
    assert found("clock", now=after)[0].state is AMBER
    assert found("clock", now=after, is_synchronised=True)[0].state is GREEN


@pytest.mark.parametrize(("microvolts", "state"), [(None, GREEN), ("2950000", GREEN), ("12000", AMBER)])
def test_a_battery_keeps_the_clock_right_where_there_is_one(
    microvolts: str | None, state: State, found: Found, case: Examination, alone: Path
) -> None:
    (alone / "sys/class/rtc/rtc0").mkdir(parents=True)
    if microvolts is not None:
        (alone / "sys/class/rtc/rtc0/battery_voltage").write_text(f"{microvolts}\n")
    (clock,) = found("clock", now=case.now.replace(year=2027))
    assert clock.state is state
