"""Visits: which one this is, and how long somebody has been away."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import dropwhile, pairwise, takewhile
from statistics import median

SAME_VISIT = timedelta(minutes=30)
MILESTONES = (10, 50, 100, 250, 500, 1000)

ENOUGH_FOR_HABIT = 13
"""How many of the newest visits tell the habit: twelve gaps."""

HABIT_VISITS = 4
"""From so many earlier visits on, an absence is measured by one’s own habit."""

LONG_GONE = 24
"""After so many months nobody is missed any more: then it is time to ask whether to forget them."""

BEFORE_ANY_KIOSK = datetime(2012, 1, 1, tzinfo=UTC)
"""Earlier stamps are of a clock that did not know the day: no Raspberry Pi was sold before."""

CLOSED_AT_MOST = timedelta(days=14)
"""A shop that is open has no longer time without any visit, or seldom."""

_AWAY_AT_LEAST = 14
_AWAY_WITHOUT_HABIT = 30


def visit_under_way(visits: Iterable[datetime], now: datetime) -> datetime | None:
    """When the visit began that a scan at `now` still belongs to; `visits` are newest first.

    With a clock that was wrong that is not always the newest.
    """
    began = next((at for at in visits if at <= now), None)
    return began if began is not None and now - began <= SAME_VISIT else None


def earlier(visits: Iterable[datetime], now: datetime) -> list[datetime]:
    """The visits before the one at `now`: without it, and without stamps that cannot be; all newest first.

    Those are in the future, or from before there was any kiosk.
    """
    past = list(dropwhile(lambda at: at > now, visits))
    before = past if visit_under_way(past, now) is None else past[1:]
    return list(takewhile(lambda at: at >= BEFORE_ANY_KIOSK, before))


def newest_believed(newest: Iterable[datetime], now: datetime) -> datetime | None:
    """The newest visit that can be right, of the shop's newest ones, which are newest first.

    Stamps from before any kiosk are set aside. Visits after `now` are right, and the clock is behind, where
    `now` itself is from before any kiosk; where several of them are more than half of all these, as the run
    of visits is that a clock has fallen behind; or where they go on from `now` without a gap longer than
    CLOSED_AT_MOST. Others, far ahead of the run of the shop's visits, are wrong stamps and set aside.
    """
    possible = [at for at in newest if at >= BEFORE_ANY_KIOSK]
    ahead = [at for at in possible if at > now]
    if now < BEFORE_ANY_KIOSK or (len(ahead) > 1 and 2 * len(ahead) > len(possible)):
        return possible[0] if possible else None
    believed = next(iter(possible[len(ahead) :]), None)
    reached = now
    for at in reversed(ahead):
        if at - reached > CLOSED_AT_MOST:
            break
        believed = reached = at
    return believed


def days_away(earlier_days: Sequence[date], today: date) -> int | None:
    """Days since the last visit, where that is long by the person's own habit; else None.

    `earlier_days` are the days of the earlier visits, newest first; ENOUGH_FOR_HABIT of them are enough.
    """
    if not earlier_days:
        return None
    gap = (today - earlier_days[0]).days
    return gap if gap >= _long_gap(earlier_days[:ENOUGH_FOR_HABIT]) else None


def _long_gap(days: Sequence[date]) -> float:
    if len(days) < HABIT_VISITS:
        return _AWAY_WITHOUT_HABIT
    habit = median((newer - older).days for newer, older in pairwise(days))
    return max(_AWAY_AT_LEAST, 2 * habit)


def whole_months(since: date, today: date) -> int:
    """Calendar months that have passed in full."""
    months = (today.year - since.year) * 12 + today.month - since.month
    return months - (today.day < since.day)
