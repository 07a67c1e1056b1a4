"""What a greeting, a visit and the copies have to be, worked out in whole seconds and days since 1970."""

from calendar import isleap, timegm
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from time import gmtime

from tests.endurance.clock.local import DAY, date_at, day_at, weekday_of

_SAME_VISIT = 30 * 60
_ANOTHER_COUNTER = 10
_NEAR_THE_LIMIT = 3
_LONG_AWAY = 30
FIRST_KIOSK = 1_325_376_000
"""2012: stamps from before it are of clocks that did not know the day."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


@dataclass
class Person:
    """A customer with a birthday, a month and a day, and their visits, in seconds since 1970."""

    card: str
    birthday: tuple[int, int]
    visits: list[int] = field(default_factory=list)

    def cue_at(self, at: float) -> list[str]:
        """What is said of the birthday."""
        today, (year, _, _) = day_at(at), date_at(at)
        returns = (_day_of(other, *self.birthday) for other in (year - 1, year, year + 1))
        return [_in_words(on - today, on) for on in returns if -31 <= on - today <= 7]

    def chips_at(self, at: float, clock_is_behind: bool) -> list[str]:
        """Which visit it is, and for how long they were away."""
        goes_on = [visit for visit in self.visits if self._goes_on(visit, at)]
        number = len(self.visits) + (not goes_on)
        chips = {1: ["First visit with us"], 2: ["Second visit"]}.get(number, [])
        past = [visit for visit in self.visits if FIRST_KIOSK <= visit <= at and visit not in goes_on]
        if past and not clock_is_behind and day_at(at) - day_at(max(past)) >= _LONG_AWAY:
            chips = [*chips, f"First visit in {_span(max(past), at)}"]
        return [*chips, "10th visit"] if number == 10 else chips

    def comes(self, at: float) -> None:
        """A visit begins, unless one goes on."""
        if not any(visit - _ANOTHER_COUNTER <= at <= visit + _SAME_VISIT for visit in self.visits):
            self.visits.append(int(at))

    def is_doubtful(self, at: float) -> bool:
        """True where a second decides."""
        limits = (_SAME_VISIT, -_ANOTHER_COUNTER, 0)
        return any(abs(at - visit - limit) < _NEAR_THE_LIMIT for visit in self.visits for limit in limits)

    @staticmethod
    def _goes_on(visit: int, at: float) -> bool:
        return visit <= at <= visit + _SAME_VISIT


def clock_is_behind(visits: Iterable[int], at: float) -> bool:
    """True where visits that a right clock can have stamped are of a later day.

    A single one of them may be wrong itself, unless `at` is from before any kiosk.
    """
    ahead = sum(visit >= FIRST_KIOSK and visit > at and day_at(visit) > day_at(at) for visit in visits)
    return ahead > (at >= FIRST_KIOSK)


def copies_that_stay(copies: Iterable[tuple[int, int]]) -> set[int]:
    """Of copies by number and day, the numbers of those that stay: seven days, and four weeks before them."""
    newest_first = sorted(copies, reverse=True)
    days = _first_of_each((day, number) for number, day in newest_first)[:7]
    kept = {day for day, _ in days}
    # Weeks begin on Mondays, and day 4 was one.
    weeks = _first_of_each(((day - 4) // 7, number) for number, day in newest_first if day not in kept)[:4]
    return {number for _, number in (*days, *weeks)}


def _first_of_each(pairs: Iterable[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    first: dict[int, int] = {}
    for group, number in pairs:
        first.setdefault(group, number)
    return list(first.items())


def _day_of(year: int, month: int, day: int) -> int:
    """Somebody born on 29 February celebrates on the 28th of other years."""
    if (month, day) == (2, 29) and not isleap(year):
        day = 28
    return timegm((year, month, day, 0, 0, 0)) // DAY


def _in_words(ahead: int, on: int) -> str:
    weekday, (_, month, day) = weekday_of(on), _date_of(on)
    if ahead in (-1, 0, 1):
        return f"Birthday {('today', 'tomorrow', 'yesterday')[ahead]}"
    if ahead > 0:
        return f"Birthday {'on' if ahead < 7 else 'next'} {weekday}"
    return f"Birthday last {weekday}" if ahead >= -7 else f"Birthday on {day} {_MONTHS[month - 1]}"


def _date_of(day: int) -> tuple[int, int, int]:
    return gmtime(day * DAY)[:3]


def _span(since: float, at: float) -> str:
    """Days, weeks, months or years, rounded down."""
    days, (year, month, day), (then, month_then, day_then) = (
        day_at(at) - day_at(since),
        date_at(at),
        date_at(since),
    )
    months = (year - then) * 12 + month - month_then - (day < day_then)
    if days < 63:
        return f"{days // 7} weeks"
    many, what = (months, "month") if months < 12 else (months // 12, "year")
    return f"{many} {what}{'' if many == 1 else 's'}"
