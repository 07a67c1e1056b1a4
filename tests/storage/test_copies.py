"""Which copies stay: by their own order, whatever the clock says, and no damaged one for a good one."""

import shutil
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.storage.file.companion_files import asides, before_updates
from kiosk.storage.file.copies import Copy, copies_in, make_copy, name_of_next, rotate, those_that_stay
from kiosk.storage.file.database import Database
from kiosk.storage.trouble import StorageTrouble

FIRST = date(2026, 9, 1)


def nightly(days: Sequence[date]) -> list[Copy]:
    """The copies that stay when one is made on each of these days, the newest first."""
    staying: list[Copy] = []
    for number, day in enumerate(days, start=1):
        staying = those_that_stay([Copy(Path(f"{number}"), number, day), *staying])
        staying.sort(key=lambda one: one.number, reverse=True)
    return staying


def test_after_three_months_there_are_seven_days_and_the_four_weeks_before() -> None:
    staying = nightly([FIRST + timedelta(days=n) for n in range(90)])
    ages = [90 - one.number for one in staying]
    assert ages[:7] == [0, 1, 2, 3, 4, 5, 6]
    assert len(ages) == 11
    assert all(0 < older - newer <= 7 for newer, older in pairwise(ages))
    assert 28 <= ages[-1] <= 35


def test_several_copies_of_one_day_push_out_no_other_day() -> None:
    days = [FIRST + timedelta(days=n) for n in range(7)] + [FIRST + timedelta(days=6)] * 20
    assert [one.made_on.day for one in nightly(days)] == [7, 6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("jump", [timedelta(days=4000), timedelta(days=-4000)])
def test_a_clock_that_jumps_for_a_night_costs_no_more_than_that_night(jump: timedelta) -> None:
    days = [FIRST + timedelta(days=n) for n in range(30)]
    days[25] += jump
    numbers = [one.number for one in nightly(days)]
    assert numbers[:7] == [30, 29, 28, 27, 26, 25, 24]


def test_a_clock_that_stands_still_keeps_the_newest_and_what_was_before() -> None:
    days = [FIRST + timedelta(days=n) for n in range(10)] + [date(1970, 1, 1)] * 30
    numbers = [one.number for one in nightly(days)]
    assert numbers[:7] == [40, 10, 9, 8, 7, 6, 5]


@given(st.lists(st.dates(date(1970, 1, 1), date(2100, 1, 1)), min_size=1, max_size=40))
def test_whatever_the_clock_says_the_newest_stays_and_seven_days_when_there_are_as_many(
    days: list[date],
) -> None:
    staying = nightly(days)
    assert staying[0].number == len(days)
    assert len(staying) <= 11
    assert len({one.made_on for one in staying}) >= min(7, len(set(days)))


@pytest.fixture
def shop_file(database: Database, database_file: Path, fill: Callable[..., None]) -> Path:
    fill(database, {"key": "ann", "name": "Ann"})
    return database_file


def test_copies_are_numbered_on_and_the_newest_comes_first(shop_file: Path, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for folder, day in [(one, 3), (other, 1), (one, 2)]:
        name = name_of_next([one, other], shop_file, date(2026, 11, day))
        make_copy(shop_file, folder, name, shop_file)
    assert [copy.file.name for copy in copies_in([one, other], shop_file)] == [
        "kiosk-000003-2026-11-02.db",
        "kiosk-000002-2026-11-01.db",
        "kiosk-000001-2026-11-03.db",
    ]


def test_what_is_no_copy_of_this_database_is_neither_listed_nor_removed(
    shop_file: Path, tmp_path: Path
) -> None:
    strangers = ["kiosk.db", "other-000001-2026-11-01.db", "kiosk-000001-2026-99-01.db", "kiosk-1-notes.txt"]
    folder = tmp_path / "copies"
    folder.mkdir()
    for name in strangers:
        (folder / name).touch()
    for number in range(1, 12):
        shutil.copy(shop_file, folder / f"kiosk-{number:06}-2026-11-01.db")
    rotate(folder, shop_file)
    assert sorted(file.name for file in folder.iterdir()) == sorted(
        ["kiosk-000011-2026-11-01.db", *strangers]
    )


def test_damaged_copies_do_not_push_out_the_last_good_one(shop_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    shutil.copy(shop_file, folder / "kiosk-000001-2026-10-01.db")
    for day in range(1, 30):
        (folder / f"kiosk-{day + 1:06}-2026-11-{day:02}.db").write_bytes(b"\xff" * 8192)
    rotate(folder, shop_file)
    left = copies_in([folder], shop_file)
    assert left[-1].number == 1
    assert len(left) <= 12


def test_a_copy_that_cannot_be_made_lets_no_other_go(shop_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    for number in range(1, 4):
        shutil.copy(shop_file, folder / f"kiosk-{number:06}-2026-11-01.db")
    shop_file.write_bytes(b"no database " * 900)
    with pytest.raises(StorageTrouble, match="not a database"):
        make_copy(shop_file, folder, "kiosk-000004-2026-11-02.db", shop_file)
    assert len(list(folder.iterdir())) == 3


def a_night(shop_file: Path, folder: Path, night: date) -> None:
    name = name_of_next([folder], shop_file, night)
    folder.mkdir(exist_ok=True)
    shutil.copy(shop_file, folder / name)
    rotate(folder, shop_file)


def test_after_five_weeks_of_nights_no_copy_from_before_an_update_is_left(
    shop_file: Path, tmp_path: Path
) -> None:
    update = tmp_path / f"kiosk.db.before-0003-{FIRST:%Y%m%d}T091400"
    aside, own = tmp_path / "kiosk.db.aside-20260101T000000", tmp_path / "kiosk.db.before-everything"
    for file in (update, aside, own):
        shutil.copy(shop_file, file)
    nights = 0
    while update.exists():
        assert nights < 35, "it is still there"
        nights += 1
        a_night(shop_file, tmp_path / "copies", FIRST + timedelta(days=nights))
    assert nights > 21
    # What was set aside, and what somebody named themselves, is theirs to delete.
    assert (asides(shop_file), before_updates(shop_file)) == ([aside], [own])


@pytest.fixture
def folder(shop_file: Path, tmp_path: Path) -> Path:
    """The copies of forty nights."""
    for n in range(40):
        a_night(shop_file, tmp_path / "copies", FIRST + timedelta(days=n))
    return tmp_path / "copies"


@pytest.fixture
def update(shop_file: Path, tmp_path: Path) -> Path:
    """The copy from before an update on the last of these days."""
    file = tmp_path / f"kiosk.db.before-0003-{FIRST + timedelta(days=39):%Y%m%d}T091400"
    shutil.copy(shop_file, file)
    return file


def test_a_clock_that_jumps_for_a_night_costs_no_copy_from_before_an_update(
    shop_file: Path, folder: Path, update: Path
) -> None:
    a_night(shop_file, folder, FIRST + timedelta(days=4000))
    assert update.exists()


def test_the_copy_from_before_an_update_stays_while_damaged_copies_are_all_that_came_after_it(
    shop_file: Path, folder: Path, update: Path
) -> None:
    for n in range(40, 80):
        (folder / name_of_next([folder], shop_file, FIRST + timedelta(days=n))).write_bytes(b"\xff" * 8192)
    rotate(folder, shop_file)
    assert update.exists()


def test_what_a_power_cut_has_left_of_a_copy_is_gone_after_the_next_night(
    shop_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    torn = [
        folder / "kiosk-000001-2026-08-31.db.unfinished",
        tmp_path / "kiosk.db.before-0003-20260831T091400.unfinished",
        tmp_path / "kiosk.db.coming",
        tmp_path / "kiosk.db.coming.unfinished",
    ]
    not_ours = [
        folder / "other-000001-2026-08-31.db.unfinished",
        tmp_path / "kiosk.db.vitals.json.unfinished",
    ]
    for file in (*torn, *not_ours):
        file.touch()
    a_night(shop_file, folder, FIRST)
    assert [file.exists() for file in (*torn, *not_ours)] == [False] * 4 + [True] * 2
