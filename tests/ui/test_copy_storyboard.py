"""Storyboards of lost data: the kiosk greets from the newest good copy, and says so until somebody comes."""

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.health.vitals import read_vitals, vitals_file
from kiosk.storage.file.restoring import put_in_place
from tests.ui.counter import Counter

JACK, FRED = "2900000000018", "2900000000049"
READY = "Ready for the next card"
FROM_COPY = "Working from the copy of 21 November. What was written since then is missing."
Open = Callable[..., Counter]


@pytest.fixture
def copy(database_file: Path) -> Path:
    """Saturday's copy of the sample shop."""
    copy = database_file.parent / "backups" / "kiosk-000012-2026-11-21.db"
    copy.parent.mkdir()
    shutil.copy(database_file, copy)
    return copy


def visits(database: Path) -> int:
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute("SELECT count(*) FROM visit").fetchone()
    return int(count)


def damage(file: Path) -> None:
    """Spoil every page but the first ones, as a dying card does."""
    content = bytearray(file.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    file.write_bytes(content)


@pytest.mark.parametrize("harm", [damage, Path.unlink], ids=["damaged", "gone"])
def test_the_kiosk_greets_from_the_newest_copy_says_so_and_keeps_what_is_done(
    harm: Callable[[Path], None], open_counter: Open, database_file: Path, copy: Path
) -> None:
    before = visits(copy)
    harm(database_file)
    counter = open_counter()
    counter.sees(READY, FROM_COPY, "Please call the technician.")
    counter.scans(JACK)
    counter.sees("Jack", FROM_COPY)
    assert visits(database_file) == before + 1


def test_it_is_still_said_after_the_next_start(open_counter: Open, database_file: Path, copy: Path) -> None:
    damage(database_file)
    open_counter(scanners=0).sees(FROM_COPY)
    open_counter().sees(READY, FROM_COPY)


def test_a_file_that_is_damaged_in_the_middle_of_the_day_costs_one_scan_nothing(
    open_counter: Open, database_file: Path, copy: Path
) -> None:
    counter = open_counter()
    counter.scans(FRED)
    damage(database_file)
    counter.scans(JACK)
    counter.sees("Jack", FROM_COPY)


def test_a_copy_that_is_put_in_place_while_the_kiosk_runs_is_used_at_the_next_scan(
    counter: Counter, database_file: Path, copy: Path
) -> None:
    counter.scans(FRED)
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE customer SET called_by = 'Jackie' WHERE called_by = 'Jack'")
    put_in_place(copy, database_file, counter.now)
    counter.scans(JACK)
    counter.sees("Jackie")


def test_a_database_that_was_there_and_has_no_copy_is_missed_and_not_made_anew(
    open_counter: Open, database_file: Path
) -> None:
    open_counter(scanners=0).sees(READY, "celebrat")
    database_file.unlink()
    counter = open_counter()
    counter.sees("The kiosk needs a hand", "The data file is gone, and there is no copy of it.")
    assert not database_file.exists()


def test_without_a_copy_what_is_left_of_the_data_still_greets(
    open_counter: Open, database_file: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'staff'").fetchone()
    content = bytearray(database_file.read_bytes())
    content[(page - 1) * 4096 : page * 4096] = b"\xff" * 4096
    database_file.write_bytes(content)
    counter = open_counter()
    counter.sees("The data is damaged and there is no copy of it.")


def test_the_kiosk_tells_how_it_is_without_a_name(counter: Counter, database_file: Path) -> None:
    counter.scans(JACK)
    counter.kiosk.tell_scanners(lost=0)
    told = vitals_file(database_file)

    def scans_told() -> bool:
        vitals = read_vitals(told)
        return vitals is not None and len(vitals.milliseconds) == 1

    counter.until(scans_told, "the vitals")
    vitals = read_vitals(told)
    assert vitals is not None
    (scanner,) = vitals.scanners
    assert scanner.there
    assert scanner.heard_at is not None
    assert vitals.renderer
    assert "Jack" not in told.read_text()
    assert JACK not in told.read_text()
