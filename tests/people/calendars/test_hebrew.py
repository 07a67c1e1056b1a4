"""The Hebrew calendar against another implementation, and its leap rules one by one."""

from datetime import date, timedelta

import pytest
from convertdate import hebrew as truth

from kiosk.people.calendars import Calendar, hebrew
from tests.people.calendars.kept import Kept, first_of, length_of, on

pytestmark = pytest.mark.filterwarnings("ignore:month_days is deprecated")

DAY = timedelta(days=1)
COMMON, LEAP = 5786, 5787
MONTHS = [(year, month) for year in hebrew.YEARS for month in range(1, truth.year_months(year) + 1)]


def test_every_month_begins_on_the_right_day_and_is_as_long_as_it_should_be() -> None:
    for year, month in MONTHS:
        assert first_of(Calendar.HEBREW, year, month) == date(*truth.to_gregorian(year, month, 1))
        assert length_of(Calendar.HEBREW, year, month) == truth.month_length(year, month)


def test_the_year_begins_with_1_tishri() -> None:
    for year in hebrew.YEARS:
        new_year = date(*truth.to_gregorian(year, 7, 1))
        assert [hebrew.year_on(day) for day in (new_year - DAY, new_year)] == [year - 1, year]


def test_14_kislev_falls_on_24_november_2026() -> None:
    assert on(Calendar.HEBREW, Kept(9, 14), 5787) == "2026-11-24"


@pytest.mark.parametrize(
    ("kept", "common", "leap"),
    [
        (Kept(12, 14), "2026-03-03", "2027-03-23"),
        (Kept(12, 14, 5786), "2026-03-03", "2027-03-23"),
        (Kept(12, 14, leap_month=True), "2026-03-03", "2027-02-21"),
        (Kept(12, 14, 5784), "2026-03-03", "2027-02-21"),
        (Kept(13, 14), "2026-03-03", "2027-03-23"),
        (Kept(13, 14, 5784), "2026-03-03", "2027-03-23"),
    ],
    ids=[
        "Adar is kept in Adar II",
        "Adar of a common year is kept in Adar II",
        "Adar I is kept in Adar I",
        "Adar of a leap year was Adar I",
        "Adar II is kept in Adar II",
        "Adar II of a leap year is kept in Adar II",
    ],
)
def test_adar_is_kept_in_the_right_one_of_a_leap_year(kept: Kept, common: str, leap: str) -> None:
    assert (on(Calendar.HEBREW, kept, COMMON), on(Calendar.HEBREW, kept, LEAP)) == (common, leap)


@pytest.mark.parametrize("kept", [Kept(12, 30), Kept(12, 30, leap_month=True), Kept(12, 30, 5784)])
def test_30_adar_i_is_kept_on_1_nisan_of_a_common_year(kept: Kept) -> None:
    assert on(Calendar.HEBREW, kept, COMMON) == on(Calendar.HEBREW, Kept(1, 1), COMMON)
    assert on(Calendar.HEBREW, kept, LEAP) == "2027-03-09"


@pytest.mark.parametrize(("month", "short", "full"), [(8, 5786, 5788), (9, 5784, 5787)])
def test_30_cheshvan_and_30_kislev_are_kept_on_the_first_of_the_next_month(
    month: int, short: int, full: int
) -> None:
    assert length_of(Calendar.HEBREW, short, month) == 29
    assert length_of(Calendar.HEBREW, full, month) == 30
    kept = Kept(month, 30)
    assert on(Calendar.HEBREW, kept, short) == on(Calendar.HEBREW, Kept(month + 1, 1), short)
    assert on(Calendar.HEBREW, kept, full) != on(Calendar.HEBREW, Kept(month + 1, 1), full)
