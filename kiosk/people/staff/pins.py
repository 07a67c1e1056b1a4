"""PINs: six digits, and a pause that grows with wrong tries, but never for ever."""

from datetime import UTC, datetime, timedelta
from math import ceil

from kiosk.people.words import Words

DIGITS = 6
FREE_TRIES = 5
"""So many may be wrong in a row; the last of them is followed by the first pause."""

FIRST_PAUSE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=15)

_MOST_SECONDS = 90
_DOUBLINGS = 5


def pause(wrong_tries: int) -> timedelta:
    """How long to wait after so many wrong tries in a row."""
    if wrong_tries < FREE_TRIES:
        return timedelta(0)
    doubled = 1 << min(wrong_tries - FREE_TRIES, _DOUBLINGS)
    return min(FIRST_PAUSE * doubled, LONGEST_PAUSE)


def time_to_wait(wrong_tries: int, last_try: datetime | None, now: datetime) -> timedelta:
    """What is left of the pause at `now`; both are aware times.

    A last try that lies ahead was told by another clock: then the pause begins anew, and never lasts longer.
    """
    if last_try is None:
        return timedelta(0)
    # Time that passes: by the clock on the wall it is another one when that is changed.
    passed = now.astimezone(UTC) - last_try.astimezone(UTC)
    return max(pause(wrong_tries) - max(passed, timedelta(0)), timedelta(0))


def please_wait(left: timedelta, words: Words) -> str:
    """The sentence for somebody who has tried too often; `left` is more than nothing."""
    seconds = ceil(left.total_seconds())
    if seconds <= _MOST_SECONDS:
        return words.ngettext(
            "Too many wrong tries. Please wait {n} second.",
            "Too many wrong tries. Please wait {n} seconds.",
            seconds,
        ).format(n=seconds)
    minutes = ceil(seconds / 60)
    return words.ngettext(
        "Too many wrong tries. Please wait {n} minute.",
        "Too many wrong tries. Please wait {n} minutes.",
        minutes,
    ).format(n=minutes)
