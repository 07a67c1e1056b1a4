"""The months of Umm al-Qura from the moon over Mecca, by the rule that holds since 1423.

A month begins on the day after the first evening on which the moon, new before sunset, sets after the sun.
R. H. van Gent, The Umm al-Qura Calendar of Saudi Arabia.
"""

from datetime import date, timedelta

import ephem

_AHEAD = 3 / 24
"""How far the clocks of Mecca are ahead, in days."""


def month_starts(first_year: int, last_year: int) -> set[date]:
    """The first days of the months in these Gregorian years."""
    at, found = ephem.Date(f"{first_year}/1/1"), set()
    while at < ephem.Date(f"{last_year}/12/31"):
        at = ephem.next_new_moon(at)
        evening = ephem.Date(_first_evening_after(at) + _AHEAD).datetime()
        found.add(evening.date() + timedelta(days=1))
    return found


def _first_evening_after(new_moon: float) -> float:
    """The sunset after which the moon still stands in the sky."""
    mecca = ephem.Observer()
    mecca.lat, mecca.lon, mecca.pressure = "21.4225", "39.8262", 0
    mecca.date = new_moon
    while True:
        sunset: float = mecca.next_setting(ephem.Sun(), use_center=True)
        mecca.date = sunset
        if mecca.next_setting(ephem.Moon(), use_center=True) - sunset < 0.5:
            return sunset
