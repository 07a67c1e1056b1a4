"""Local time as the C library has it: nothing of it is shared with what the kiosk reckons by."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

DAY = 86_400
ZONES = (
    "Africa/Casablanca",
    "America/Asuncion",
    "America/Havana",
    "America/St_Johns",
    "Antarctica/Troll",
    "Asia/Gaza",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Pacific/Apia",
    "Pacific/Chatham",
)
"""By half an hour and by two, at midnight and a minute after it, around Ramadan, and over the date line."""
FIRST, LAST = 0, 4_102_358_400
"""From 1970 to the end of 2099, in seconds since 1970."""


@contextmanager
def in_zone(zone: str) -> Iterator[None]:
    """Have the C library reckon in a time zone."""
    before = os.environ.get("TZ")
    _set(zone)
    try:
        yield
    finally:
        _set(before)


def _set(zone: str | None) -> None:
    if zone is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = zone
    time.tzset()


def day_at(at: float) -> int:
    """The local day, in days since 1970."""
    there = time.localtime(at)
    return (int(at) + there.tm_gmtoff) // DAY


def date_at(at: float) -> tuple[int, int, int]:
    """Year, month and day of the local day."""
    there = time.localtime(at)
    return there.tm_year, there.tm_mon, there.tm_mday


def weekday_of(day: int) -> str:
    """1970 began on a Thursday."""
    names = ("Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday")
    return names[day % 7]


def changes() -> list[int]:
    """Every moment at which the clocks of the zone change."""
    found = []
    for start in range(FIRST, LAST, DAY):
        if _offset(start) != _offset(start + DAY):
            found.append(_change_between(start, start + DAY))
    return found


def _change_between(start: int, end: int) -> int:
    while end - start > 1:
        middle = (start + end) // 2
        start, end = (middle, end) if _offset(middle) == _offset(start) else (start, middle)
    return end


def _offset(at: float) -> int:
    return time.localtime(at).tm_gmtoff
