"""Clocks that jump, disks that fill up, and files that are held: the glass says so, and greeting goes on."""

import shutil
import sqlite3
import subprocess
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

from kiosk.people.greeting.outcomes import Outcome
from tests.ui.counter import Counter
from tests.ui.sample import NOW
from tests.weather.conftest import MountDisk

JACK, FRED, AMIRA = "2900000000018", "2900000000049", "2900000000087"
READY = "Ready for the next card"
CHECK_THE_CLOCK = "Check the clock"


def visits(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM visit").fetchone()
    return int(count)


def test_a_clock_that_jumps_ahead_and_back_never_stops_a_greeting(
    counter: Counter, database_file: Path
) -> None:
    before = visits(database_file)
    counter.now = NOW + timedelta(days=3650)
    counter.scans(JACK)
    counter.sees("Jack")
    counter.sees_no(CHECK_THE_CLOCK)
    counter.now = NOW
    counter.scans(FRED)
    counter.sees("Fred")
    counter.sees_no(CHECK_THE_CLOCK)
    counter.now = NOW + timedelta(days=3651)
    counter.scans(AMIRA)
    counter.sees("Amira")
    counter.sees_no(CHECK_THE_CLOCK)
    assert counter.kiosk.outcomes == [Outcome.WELCOME] * 3
    assert visits(database_file) == before + 3


def test_a_clock_that_begins_at_the_beginning_of_time_is_told_at_every_scan(counter: Counter) -> None:
    counter.now = NOW.replace(year=1970, month=1, day=1)
    for card, name in [(JACK, "Jack"), (FRED, "Fred")]:
        counter.scans(card)
        counter.sees(name, CHECK_THE_CLOCK)


def test_on_a_full_disk_everybody_is_greeted_and_with_room_again_visits_are_kept(
    mount_disk: MountDisk, database_file: Path, open_counter: Callable[..., Counter]
) -> None:
    disk = mount_disk("4m")
    file = disk / "kiosk.db"
    shutil.copy(database_file, file)
    counter = open_counter(url=f"sqlite:///{file}")
    counter.scans(JACK)
    before = visits(file)
    fill_up(disk / "ballast")
    counter.scans(FRED)
    counter.sees("Fred", "The disk is full, so nothing more can be saved.")
    assert visits(file) == before
    (disk / "ballast").unlink()
    counter.scans(FRED)
    counter.sees_no("The disk is full")
    assert visits(file) == before + 1


def fill_up(ballast: Path) -> None:
    """Write until there is no room for another byte."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 512):
            pass


def test_on_a_disk_that_can_only_be_read_everybody_is_greeted(
    mount_disk: MountDisk, database_file: Path, open_counter: Callable[..., Counter]
) -> None:
    disk = mount_disk("4m")
    file = disk / "kiosk.db"
    shutil.copy(database_file, file)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    counter = open_counter(url=f"sqlite:///{file}")
    counter.scans(JACK)
    counter.sees("Jack", "The data can only be read, so nothing more can be saved.")


def test_a_program_that_holds_the_data_is_named_and_the_next_scan_after_it_greets(
    counter: Counter, database_file: Path
) -> None:
    counter.scans(FRED)
    wait_no_longer(counter)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert counter.scanner is not None
        counter.scanner.scan(JACK)
        counter.sees("The kiosk needs a hand", "Another program is holding the data.")
    counter.scans(JACK)
    counter.sees("Jack")


def wait_no_longer(counter: Counter) -> None:
    """Ten seconds of patience would be ten seconds of this test."""
    desk = counter.kiosk._ask._desk._desk
    assert desk is not None
    with desk.store.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")


def test_another_database_in_the_place_of_ours_is_not_written_to_by_mistake(
    counter: Counter, database_file: Path
) -> None:
    counter.scans(FRED)
    theirs = database_file.with_name("theirs.db")
    with closing(sqlite3.connect(theirs)) as connection:
        connection.execute("CREATE TABLE recipe (name)")
    before = theirs.read_bytes()
    shutil.move(theirs, database_file)
    assert counter.scanner is not None
    counter.scanner.scan(JACK)
    counter.sees("The kiosk needs a hand", "The data file holds no kiosk data.")
    assert database_file.read_bytes() == before
