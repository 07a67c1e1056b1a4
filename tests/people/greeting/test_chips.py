"""Small facts under the name: which visit this is, how long since the last one, since when."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.greeting.chips import span
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.staff.members import Colleague

Greet = Callable[..., Greeting]


def every(days: int, visits: int, last: int, now: datetime) -> tuple[datetime, ...]:
    """Times of `visits` visits, `days` days apart, the newest of them `last` days ago."""
    return tuple(now - timedelta(days=last + days * n) for n in range(visits))


def without_rhythm(greeting: Greeting) -> tuple[str, ...]:
    """The chips but for the habit, which has tests of its own."""
    return tuple(chip for chip in greeting.chips if not chip.startswith("Usually"))


@pytest.mark.parametrize(
    ("visits_before", "chip"),
    [
        (0, "First visit with us"),
        (1, "Second visit"),
        (9, "10th visit"),
        (49, "50th visit"),
        (99, "100th visit"),
        (249, "250th visit"),
        (499, "500th visit"),
        (999, "1000th visit"),
    ],
)
def test_some_visits_are_worth_their_number(
    visits_before: int, chip: str, greeting: Greet, now: datetime
) -> None:
    assert greeting(visits=every(1, visits_before, 1, now)).chips == (chip,)


@pytest.mark.parametrize("visits_before", [2, 8, 10, 48, 50, 98, 100, 110, 248, 250, 1099])
def test_other_visits_are_not_counted_aloud(visits_before: int, greeting: Greet, now: datetime) -> None:
    assert greeting(visits=every(1, visits_before, 1, now)).chips == ()


@pytest.mark.parametrize(
    ("minutes", "chip"),
    [(0, "First visit with us"), (30, "First visit with us"), (31, "Second visit")],
)
def test_a_scan_within_30_minutes_belongs_to_the_same_visit(
    minutes: int, chip: str, greeting: Greet, now: datetime
) -> None:
    assert greeting(visits=(now - timedelta(minutes=minutes),)).chips == (chip,)


@pytest.mark.parametrize(
    ("since", "chips"),
    [
        (date(2021, 3, 1), ("With us since 2021",)),
        (date(2025, 12, 31), ("With us since 2025",)),
        (date(2026, 1, 1), ()),
        (date(2027, 1, 1), ()),
        (None, ()),
    ],
)
def test_since_when_is_told_from_the_next_year_on(
    since: date | None, chips: Sequence[str], greeting: Greet, now: datetime
) -> None:
    assert greeting(since=since, visits=every(1, 3, 1, now)).chips == chips


@pytest.mark.parametrize(
    ("days_apart", "visits", "last", "away"),
    [
        # Fewer than four earlier visits: 30 days.
        (1, 1, 29, False),
        (1, 1, 30, True),
        (1, 3, 29, False),
        (1, 3, 30, True),
        (60, 3, 30, True),
        # A habit: at least 14 days, and twice the median gap.
        (7, 4, 13, False),
        (7, 4, 14, True),
        (1, 4, 13, False),
        (1, 4, 14, True),
        (14, 4, 27, False),
        (14, 4, 28, True),
        (30, 4, 59, False),
        (30, 4, 60, True),
    ],
)
def test_an_absence_is_measured_by_the_persons_own_habit(
    days_apart: int, visits: int, last: int, away: bool, greeting: Greet, now: datetime
) -> None:
    chips = greeting(visits=every(days_apart, visits, last, now)).chips
    assert any(chip.startswith("First visit in ") for chip in chips) is away


def test_one_holiday_does_not_spoil_a_weekly_habit(greeting: Greet, now: datetime) -> None:
    weekly, before_it = every(7, 3, 14, now), every(7, 3, 14 + 14 + 50, now)
    assert without_rhythm(greeting(visits=weekly + before_it)) == ("First visit in 2 weeks",)


@pytest.mark.parametrize(("last", "away"), [(20, False), (21, True)])
def test_the_last_twelve_gaps_make_the_habit_and_none_before_them(
    last: int, away: bool, greeting: Greet, now: datetime
) -> None:
    # Six weeks and six fortnights: half of the gaps are up to 10.5 days, and nothing older counts.
    weekly, fortnightly = every(7, 6, last, now), every(14, 7, last + 6 * 7, now)
    monthly = every(30, 30, last + 6 * 7 + 6 * 14 + 30, now)
    chips = greeting(visits=weekly + fortnightly + monthly).chips
    assert any(chip.startswith("First visit in ") for chip in chips) is away


def test_an_absence_stays_told_while_the_visit_is_under_way(greeting: Greet, now: datetime) -> None:
    visits = (now - timedelta(minutes=30), now - timedelta(days=35))
    assert greeting(visits=visits).chips == ("Second visit", "First visit in 5 weeks")


def test_after_the_visit_the_absence_is_over(greeting: Greet, now: datetime) -> None:
    assert greeting(visits=(now - timedelta(minutes=31), now - timedelta(days=35))).chips == ()


@pytest.mark.parametrize(("days_ahead", "told"), [(0, True), (1, False), (400, False)])
def test_a_clock_behind_the_newest_visit_of_anybody_tells_no_absence(
    days_ahead: int, told: bool, greeting: Greet, now: datetime
) -> None:
    newest = now + timedelta(days=days_ahead)
    chips = greeting(visits=(now - timedelta(days=35),), newest_visit=newest).chips
    assert ("First visit in 5 weeks" in chips) is told


def test_visits_that_lie_ahead_are_no_reason_to_speak_of_an_absence(greeting: Greet, now: datetime) -> None:
    visits = (now + timedelta(hours=2), now - timedelta(days=1), now - timedelta(days=2))
    assert not any("First visit in" in chip for chip in greeting(visits=visits).chips)


@pytest.mark.parametrize(
    ("last", "today", "chip"),
    [
        # Fourteen days by the calendar, though the hours between them are one more or one less.
        ("2026-10-18T09:00", "2026-11-01T08:30", "First visit in 2 weeks"),
        ("2026-03-22T09:00", "2026-04-05T08:30", "First visit in 2 weeks"),
        ("2026-10-19T00:10", "2026-11-01T23:50", None),
    ],
)
def test_days_are_counted_by_the_calendar_when_the_clocks_change(
    last: str, today: str, chip: str | None, greeting: Greet, at: Callable[[str], datetime]
) -> None:
    visits = every(7, 6, 0, at(last))
    in_utc = tuple(visit.astimezone(UTC) for visit in visits)
    chips = without_rhythm(greeting(visits=in_utc, at=at(today)))
    assert chips == ((chip,) if chip else ())


@pytest.mark.parametrize(
    ("since", "words_"),
    [
        (date(2026, 11, 23), "1 day"),
        (date(2026, 11, 11), "13 days"),
        (date(2026, 11, 10), "2 weeks"),
        (date(2026, 10, 21), "4 weeks"),
        (date(2026, 10, 17), "5 weeks"),
        (date(2026, 9, 23), "8 weeks"),
        (date(2026, 9, 22), "2 months"),
        (date(2026, 8, 25), "2 months"),
        (date(2026, 8, 24), "3 months"),
        (date(2025, 11, 25), "11 months"),
        (date(2025, 11, 24), "1 year"),
        (date(2024, 11, 25), "1 year"),
        (date(2024, 11, 24), "2 years"),
        (date(1996, 11, 24), "30 years"),
    ],
)
def test_a_span_is_told_in_the_unit_one_would_use(since: date, words_: str, words: Speech) -> None:
    assert span(since, date(2026, 11, 24), words) == words_


@given(today=st.dates(date(1990, 1, 1), date(2100, 1, 1)), days=st.integers(1, 20_000))
def test_a_span_is_never_longer_than_it_was(today: date, days: int, words: Speech) -> None:
    count, unit = span(today - timedelta(days=days), today, words).split()
    shortest = {"day": 1, "week": 7, "month": 28, "year": 365}[unit.rstrip("s")]
    assert int(count) >= 1
    assert int(count) * shortest <= days


def test_somebody_known_for_years_is_not_called_new_for_want_of_written_visits(greeting: Greet) -> None:
    found = greeting(since=date(2010, 1, 1))
    assert found.chips == ("With us since 2010",)
    assert "meet you" not in found.say
    assert greeting(since=date(2026, 11, 24)).chips == ("First visit with us",)


def test_whoever_greeted_them_last_is_named_as_they_are_written(greeting: Greet, now: datetime) -> None:
    def last_greeted_by(name: str) -> tuple[str, ...]:
        return greeting(visits=every(1, 3, 1, now), last_greeted_by=Colleague(UUID(int=3), name)).chips

    assert last_greeted_by("{Sam}") == ("Last greeted by {Sam}",)
    assert last_greeted_by("نور") == ("Last greeted by \u2068نور\u2069",)


@pytest.mark.parametrize("quiet", [{"deceased": True}, {"greet_by_name": False}])
def test_nobody_who_is_not_named_hears_who_greeted_them(
    quiet: dict[str, bool], greeting: Greet, now: datetime
) -> None:
    sam = Colleague(UUID(int=3), "Sam")
    assert greeting(visits=every(1, 3, 1, now), last_greeted_by=sam, **quiet).chips == ()
