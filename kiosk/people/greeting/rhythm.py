"""Rhythm: the weekday and the hour at which somebody usually comes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from statistics import median

LOOKING_BACK = timedelta(days=180)
LEAST_VISITS = 5
WINDOW = 90
"""Minutes within which half of the visits on that weekday must fall for the hour to be named."""

_HALF_HOUR = 30
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Rhythm:
    """When somebody usually comes: `day` is one such weekday, `hour` to the nearest half hour, if any."""

    day: date
    hour: time | None


def rhythm(visits: Iterable[datetime], now: datetime) -> Rhythm | None:
    """The habit in the local times of earlier visits, which are newest first.

    None without five of them in 180 days, or without a weekday that holds half of those.
    """
    since = datetime.combine(now.date() - LOOKING_BACK, time.min, now.tzinfo)
    recent = [at.astimezone(now.tzinfo) for at in takewhile(lambda at: at >= since, visits)]
    if len(recent) < LEAST_VISITS:
        return None
    weekday, count = Counter(at.weekday() for at in recent).most_common(1)[0]
    if 2 * count < len(recent):
        return None
    on = next(at.date() for at in recent if at.weekday() == weekday)
    return Rhythm(on, _usual_hour([at.hour * 60 + at.minute for at in recent if at.weekday() == weekday]))


def _usual_hour(minutes: list[int]) -> time | None:
    """The middle of the fullest window of 90 minutes, if half of the visits fall into one."""
    windows = [[m for m in minutes if start <= m <= start + WINDOW] for start in sorted(minutes)]
    fullest = max(windows, key=len)
    if 2 * len(fullest) < len(minutes):
        return None
    half_hours = int(median(fullest) / _HALF_HOUR + 0.5)
    return time(*divmod(half_hours * _HALF_HOUR % _DAY, 60))
