"""Visits: which one this is, and how long somebody has been away."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise
from statistics import median

SAME_VISIT = timedelta(minutes=30)
MILESTONES = (10, 50, 100, 250, 500, 1000)

_HABIT_VISITS = 4
_HABIT_GAPS = 12
_AWAY_AT_LEAST = 14
_AWAY_WITHOUT_HABIT = 30


def is_under_way(newest: datetime | None, now: datetime) -> bool:
    """True while another scan still belongs to the newest visit."""
    return newest is not None and timedelta(0) <= now - newest <= SAME_VISIT


def under_way(visits: Iterable[datetime], now: datetime) -> bool:
    """True while a scan belongs to a visit already kept; with a clock that was wrong, not only the newest."""
    return any(is_under_way(at, now) for at in visits)


def earlier(visits: Iterable[datetime], now: datetime) -> list[datetime]:
    """The visits before the one at `now`, newest first: without it, and without any in the future."""
    past = sorted((at for at in visits if at <= now), reverse=True)
    return past[1:] if past and is_under_way(past[0], now) else past


def days_away(earlier_days: Sequence[date], today: date) -> int | None:
    """Days since the last visit, where that is long by the person's own habit; else None.

    `earlier_days` are the days of the earlier visits, newest first; the 13 newest are enough.
    """
    if not earlier_days:
        return None
    gap = (today - earlier_days[0]).days
    return gap if gap >= _long_gap(earlier_days[: _HABIT_GAPS + 1]) else None


def _long_gap(days: Sequence[date]) -> float:
    if len(days) < _HABIT_VISITS:
        return _AWAY_WITHOUT_HABIT
    habit = median((newer - older).days for newer, older in pairwise(days))
    return max(_AWAY_AT_LEAST, 2 * habit)


def whole_months(since: date, today: date) -> int:
    """Calendar months that have passed in full."""
    months = (today.year - since.year) * 12 + today.month - since.month
    return months - (today.day < since.day)
