"""Who celebrates between two days: the same as everybody's own dates tell, whatever their calendar."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from kiosk.people.calendars import Calendar
from kiosk.people.greeting.celebrations import between
from kiosk.storage.file.database import Database
from kiosk.storage.people import customer_ids, facts_about
from kiosk.storage.upcoming import celebrating

MONTHS = {Calendar.GREGORIAN: 12, Calendar.CHINESE: 12, Calendar.HEBREW: 13, Calendar.ISLAMIC: 12}
DAYS = (1, 15, 28, 29)


def people() -> list[dict[str, Any]]:
    """Somebody for some days of every month, in every calendar."""
    dates = [
        {"calendar": calendar.value, "month": month, "day": day}
        for calendar, months in MONTHS.items()
        for month in range(1, months + 1)
        for day in DAYS
    ]
    thirtieth = [{**d, "day": 30} for d in dates if d["calendar"] in ("chinese", "islamic") and d["day"] == 1]
    late = [{"calendar": "hebrew", "month": month, "day": 30} for month in (8, 9, 12)]
    return [
        {"key": f"k{n}", "name": "Ann", "important_dates": [d]}
        for n, d in enumerate([*dates, *thirtieth, *late])
    ]


@pytest.mark.parametrize("length", [0, 6])
@pytest.mark.parametrize(
    "first", [date(2026, 2, 15), date(2026, 11, 24), date(2027, 2, 28), date(2024, 8, 4)]
)
def test_everybody_whose_own_dates_fall_there_is_found_and_nobody_else(
    first: date, length: int, database: Database, fill: Callable[..., None], now: datetime
) -> None:
    fill(database, *people())
    last = first + timedelta(days=length)
    with database.reading() as session:
        ids = customer_ids(session, [person["key"] for person in people()]).values()
        expected = {id for id in ids if between(facts_about(session, id, now).important_dates, first, last)}
        assert celebrating(session, first, last) == expected


def test_both_people_of_a_shared_date_are_found(database: Database, fill: Callable[..., None]) -> None:
    shared = {"occasion": "anniversary", "calendar": "hebrew", "month": 9, "day": 14, "with": "b"}
    fill(database, {"key": "a", "name": "Ann", "important_dates": [shared]}, {"key": "b", "name": "Ben"})
    with database.reading() as session:
        both = set(customer_ids(session, ["a", "b"]).values())
        assert celebrating(session, date(2026, 11, 24), date(2026, 11, 24)) == both


def test_nobody_is_found_where_there_are_no_dates(database: Database, fill: Callable[..., None]) -> None:
    fill(database, {"key": "a", "name": "Ann"})
    with database.reading() as session:
        assert celebrating(session, date(2026, 11, 24), date(2026, 11, 30)) == set()
