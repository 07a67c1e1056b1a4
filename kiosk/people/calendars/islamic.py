"""The Islamic calendar: that of Umm al-Qura where it is published, the arithmetic one before and after."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from hijridate import Hijri

from kiosk.people.calendars.values import Returning, from_julian_day, no_such_day, too_far_away

YEARS = range(1266, 1574)
"""About 1850 to 2150 of the Gregorian calendar."""

UMM_AL_QURA = range(1343, 1501)

_MONTHS, _DAYS = range(1, 13), range(1, 31)
_EPOCH = 227015
"""The ordinal of 1 Muharram 1: 16 July 622 of the Julian calendar."""


def year_on(day: date) -> int:
    # Calendrical Calculations, `islamic-from-fixed`: Umm al-Qura is never more than a few days from it.
    about = (30 * (day.toordinal() - _EPOCH) + 10646) // 10631
    if about not in YEARS:
        return about
    return next(year for year in (about + 1, about, about - 1) if _first(year, 1) <= day)


def falls(what: Returning, year: int) -> date | None:
    """Day 30 of a short month is kept on its last day."""
    if year not in YEARS or not _may_be(what):
        return None
    return min(_first(year, what.month) + timedelta(days=what.day - 1), _last(year, what.month))


def kept_on(day: date) -> Collection[tuple[int, int]]:
    year = year_on(day)
    for month in _MONTHS if year in YEARS else ():
        if _first(year, month) <= day <= _last(year, month):
            day_of_month = (day - _first(year, month)).days + 1
            last = _DAYS[-1] if day == _last(year, month) else day_of_month
            return {(month, n) for n in range(day_of_month, last + 1)}
    return ()


def is_in_leap_month(what: Returning) -> bool:
    return what.leap_month


def why_impossible(what: Returning) -> str | None:
    if what.leap_month:
        return "the Islamic calendar has no leap months"
    if not _may_be(what):
        return no_such_day(what, "the Islamic calendar")
    if what.year is None:
        return None
    if what.year not in YEARS:
        return too_far_away(what.year, "Islamic", 1448)
    on = _first(what.year, what.month) + timedelta(days=what.day - 1)
    return no_such_day(what, what.year) if on > _last(what.year, what.month) else None


def _may_be(what: Returning) -> bool:
    return what.month in _MONTHS and what.day in _DAYS


@cache
def _first(year: int, month: int) -> date:
    """The first day of a month."""
    if year in UMM_AL_QURA:
        return from_julian_day(Hijri(year, month, 1).to_julian())
    # Calendrical Calculations, `fixed-from-islamic`.
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + before)


def _last(year: int, month: int) -> date:
    next_first = _first(year, month + 1) if month < _MONTHS[-1] else _first(year + 1, 1)
    return next_first - timedelta(days=1)
