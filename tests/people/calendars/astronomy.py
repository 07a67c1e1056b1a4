"""The months of the Chinese calendar from the sun and the moon, by its rules alone.

GB/T 33661-2017: a month begins on the day of the new moon in China. The winter solstice lies in month 11;
where 13 months begin from one such month to the next, the first of them without a principal term is leap.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from itertools import pairwise
from math import degrees, floor
from typing import NamedTuple

import ephem

_EPHEM_DAY_0 = date(1899, 12, 31)
_BEIJING, _EAST_8 = (7 + 45 / 60 + 40 / 3600) / 24, 8 / 24
"""How far the clocks of China are ahead: the sun of Beijing until 1928, then 120° east. In days."""
_YEAR = 365.2422
_WINTER_SOLSTICE = 9


class Month(NamedTuple):
    year: int
    number: int
    leap: bool
    first: date
    days: int


def months(first_year: int, last_year: int) -> list[Month]:
    """The months of these Chinese years."""
    moons = [_day_in_china(moon) for moon in _new_moons(first_year - 1, last_year + 2)]
    terms = [(_day_in_china(at), term) for at, term in _principal_terms(first_year - 1, last_year + 2)]
    solstices = [day for day, term in terms if term == _WINTER_SOLSTICE]
    elevens = [max(i for i, moon in enumerate(moons) if moon <= day) for day in solstices]
    return [
        month
        for start, end in pairwise(elevens)
        for month in _from_solstice(moons[start].year, moons[start : end + 1], {day for day, _ in terms})
        if first_year <= month.year <= last_year
    ]


def _from_solstice(year: int, moons: list[date], terms: set[date]) -> Iterator[Month]:
    """From month 11 of `year` to month 10 of the next one."""
    number, may_be_leap = 10, len(moons) == 14
    for first, following in pairwise(moons):
        leap = may_be_leap and not any(first <= term < following for term in terms)
        if leap:
            may_be_leap = False
        else:
            number = number % 12 + 1
        yield Month(year if number >= 11 else year + 1, number, leap, first, (following - first).days)


def _new_moons(first_year: int, last_year: int) -> Iterator[float]:
    at = ephem.Date(f"{first_year}/1/1")
    while at < ephem.Date(f"{last_year}/1/1"):
        at = ephem.next_new_moon(at)
        yield float(at)


def _principal_terms(first_year: int, last_year: int) -> Iterator[tuple[float, int]]:
    """When the sun stands at each multiple of 30°, and at which; 0 is the spring equinox."""
    at = float(ephem.Date(f"{first_year}/3/21"))
    term = 0
    while at < ephem.Date(f"{last_year}/1/1"):
        at = ephem.newton(partial(_degrees_past, 30 * term), at, at + 0.01)
        yield at, term
        at, term = at + _YEAR / 12, (term + 1) % 12


def _degrees_past(longitude: int, at: float) -> float:
    sun = ephem.Sun(at)
    now = degrees(ephem.Ecliptic(ephem.Equatorial(sun.g_ra, sun.g_dec, epoch=at), epoch=at).lon)
    return (now - longitude + 180) % 360 - 180


def _day_in_china(at: float) -> date:
    ahead = _EAST_8 if at >= ephem.Date("1929/1/1") else _BEIJING
    return _EPHEM_DAY_0 + timedelta(days=floor(at + 0.5 + ahead))
