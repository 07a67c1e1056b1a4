"""When a day is celebrated, and how it is told."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.changing.taps import Action
from kiosk.people.greeting.celebrations import near
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.important_dates import ImportantDate, Occasion, occurrences

DateOf = Callable[..., ImportantDate]
Titles = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        ("10-23", None),
        ("10-24", "Birthday on 24 October"),
        ("11-16", "Birthday on 16 November"),
        ("11-17", "Birthday last Tuesday"),
        ("11-18", "Birthday last Wednesday"),
        ("11-22", "Birthday last Sunday"),
        ("11-23", "Birthday yesterday"),
        ("11-24", "Birthday today"),
        ("11-25", "Birthday tomorrow"),
        ("11-26", "Birthday on Thursday"),
        ("11-30", "Birthday on Monday"),
        ("12-01", "Birthday next Tuesday"),
        ("12-02", None),
    ],
)
def test_a_birthday_is_told_from_31_days_after_it_to_7_days_before_it(
    day: str, title: str | None, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of(day)) == ([title] if title else [])


@pytest.mark.parametrize(
    ("date", "title"),
    [
        ({"occasion": "birthday"}, "Birthday today"),
        ({"occasion": "name_day"}, "Name day today"),
        ({"occasion": "anniversary"}, "Anniversary today"),
        ({"occasion": "anniversary", "year": 1986}, "Married 40 years today"),
        ({"occasion": "anniversary", "year": 2025}, "Married 1 year today"),
        ({"occasion": "other"}, "A special day today"),
        ({"occasion": "other", "label": "Citizenship day", "year": 2021}, "Citizenship day today"),
        ({"occasion": "anniversary", "label": "The {shop}", "year": 2000}, "The {shop} today"),
    ],
)
def test_an_occasion_has_its_own_words(
    date: dict[str, Any], title: str, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of("11-24", **date)) == [title]


def test_married_years_are_told_with_the_date_when_it_is_longer_ago(titles: Titles, date_of: DateOf) -> None:
    assert titles(date_of("11-03", "anniversary", year=1986)) == ["Married 40 years on 3 November"]


@pytest.mark.parametrize(
    ("may_mention_age", "year", "title"),
    [
        (True, 1961, "Birthday today, 65"),
        (True, None, "Birthday today"),
        (False, 1961, "Birthday today"),
    ],
)
def test_age_is_told_only_where_it_is_known_and_may_be_mentioned(
    may_mention_age: bool, year: int | None, title: str, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of("11-24", year=year), may_mention_age=may_mention_age) == [title]


def test_the_age_of_a_shop_or_a_marriage_is_nobodys_age(
    greeting: Callable[..., Greeting], date_of: DateOf
) -> None:
    shown = greeting(date_of("11-24", "other", year=1961), may_mention_age=True)
    assert "65" not in shown.cues[0].title + shown.say


@pytest.mark.parametrize("occasion", Occasion)
@pytest.mark.parametrize("year", [2026, 2027])
def test_the_day_it_all_began_is_no_anniversary(
    occasion: Occasion, year: int, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of("11-24", occasion, year=year)) == []


def test_today_stays_when_it_was_wished_and_a_day_that_passed_goes(
    greeting: Callable[..., Greeting], date_of: DateOf
) -> None:
    today, passed = date(2026, 11, 24), date(2026, 11, 19)
    cues = greeting(
        date_of("11-24", wished=frozenset({today})), date_of("11-19", wished=frozenset({passed}))
    ).cues
    assert [(cue.on, cue.detail, cue.action) for cue in cues] == [(today, "Wished already", None)]


def test_a_wish_of_last_year_does_not_count_for_this_year(
    greeting: Callable[..., Greeting], date_of: DateOf
) -> None:
    (cue,) = greeting(date_of("11-19", wished=frozenset({date(2025, 11, 19)}))).cues
    assert (cue.detail, cue.action) == ("Not wished yet", Action.WISHED)


def test_today_comes_first_then_the_latest_that_passed_then_the_nearest_ahead(
    greeting: Callable[..., Greeting], date_of: DateOf
) -> None:
    days = ["11-30", "10-30", "11-19", "11-26", "11-24"]
    cues = greeting(*(date_of(day, "name_day") for day in days)).cues
    assert [f"{cue.on:%m-%d}" for cue in cues] == ["11-24", "11-19", "10-30", "11-26", "11-30"]
    assert [cue.kind for cue in cues] == [CueKind.CELEBRATION] * 3 + [CueKind.UPCOMING] * 2


@pytest.mark.parametrize(
    ("choice", "year", "month", "day"),
    [
        (LeapDay.FEBRUARY_28, 2027, 2, 28),
        (LeapDay.MARCH_1, 2027, 3, 1),
        (LeapDay.FEBRUARY_28, 2028, 2, 29),
        (LeapDay.MARCH_1, 2028, 2, 29),
        (LeapDay.MARCH_1, 2100, 3, 1),
    ],
)
def test_somebody_born_on_29_february_celebrates_where_they_chose_in_a_common_year(
    choice: LeapDay, year: int, month: int, day: int, date_of: DateOf
) -> None:
    born = date_of("02-29", leap_day=choice)
    assert occurrences(born, date(year, 1, 1), date(year, 12, 31)) == [(date(year, month, day), year)]


def test_28_february_is_where_they_celebrate_unless_they_chose(date_of: DateOf) -> None:
    assert date_of("02-29").leap_day is LeapDay.FEBRUARY_28


def test_a_birthday_in_december_is_still_told_in_january(
    titles: Titles, date_of: DateOf, at: Callable[[str], datetime]
) -> None:
    assert titles(date_of("12-31"), at=at("2027-01-01T09:00")) == ["Birthday yesterday"]
    assert titles(date_of("01-01"), at=at("2026-12-31T09:00")) == ["Birthday tomorrow"]


def test_today_is_the_day_of_the_clock_that_was_handed_in(
    titles: Titles, date_of: DateOf, at: Callable[[str], datetime]
) -> None:
    assert titles(date_of("11-24"), at=at("2026-11-23T23:59")) == ["Birthday tomorrow"]
    assert titles(date_of("11-24"), at=at("2026-11-24T00:00")) == ["Birthday today"]


@pytest.mark.parametrize(
    ("calendar", "day"), [("chinese", "10-16"), ("hebrew", "09-14"), ("islamic", "06-14")]
)
def test_a_birthday_is_celebrated_in_the_calendar_in_which_it_is_kept(
    calendar: str, day: str, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of(day, calendar=Calendar(calendar))) == ["Birthday today"]


@pytest.mark.parametrize(
    ("calendar", "day", "year"),
    [
        ("gregorian", "11-24", 1961),
        ("chinese", "10-16", 1961),
        ("hebrew", "09-14", 5722),
        ("islamic", "06-14", 1383),
    ],
)
def test_an_age_is_counted_in_the_years_of_the_calendar(
    calendar: str, day: str, year: int, titles: Titles, date_of: DateOf
) -> None:
    born = date_of(day, calendar=Calendar(calendar), year=year)
    assert titles(born, may_mention_age=True) == ["Birthday today, 65"]


@pytest.mark.parametrize(
    ("calendar", "day", "year"),
    [
        ("gregorian", "11-24", 2026),
        ("chinese", "10-16", 2026),
        ("hebrew", "09-14", 5787),
        ("islamic", "06-14", 1448),
    ],
)
def test_the_first_year_of_any_calendar_is_no_anniversary(
    calendar: str, day: str, year: int, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of(day, calendar=Calendar(calendar), year=year)) == []


@pytest.mark.parametrize(
    ("calendar", "day"), [("chinese", "11-31"), ("hebrew", "13-30"), ("islamic", "13-01")]
)
def test_what_is_no_date_of_its_calendar_is_never_celebrated(
    calendar: str, day: str, titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of(day, calendar=Calendar(calendar))) == []


def test_a_date_shared_with_somebody_who_died_is_not_celebrated(titles: Titles, date_of: DateOf) -> None:
    days = [date_of(day, "anniversary", shared_with_deceased=True) for day in ("11-20", "11-24", "11-27")]
    assert titles(*days) == []


@given(day=st.dates(date(2000, 1, 1), date(2000, 12, 31)), today=st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_celebration_lies_within_its_window_and_comes_once(
    day: date, today: date, date_of: DateOf
) -> None:
    found = [celebration.on for celebration in near([date_of(f"{day:%m-%d}")], today)]
    assert len(found) <= 1
    assert all(today - timedelta(days=31) <= on <= today + timedelta(days=7) for on in found)


@given(day=st.dates(date(2000, 1, 1), date(2000, 12, 31)), year=st.integers(1970, 2100))
def test_every_day_returns_once_a_year(day: date, year: int, date_of: DateOf) -> None:
    assert len(occurrences(date_of(f"{day:%m-%d}"), date(year, 1, 1), date(year, 12, 31))) == 1


@pytest.mark.parametrize(
    ("calendar", "day", "years"),
    [
        (Calendar.GREGORIAN, "11-24", (1, 1604)),
        (Calendar.CHINESE, "10-16", (1, 1603, 1604)),
        (Calendar.HEBREW, "09-14", (1, 1604, 3761, 3762, 5364, 5365)),
        (Calendar.ISLAMIC, "06-14", (1, 1604, 1012, 1013)),
    ],
)
def test_a_year_that_stands_for_none_in_other_programs_is_none(
    calendar: Calendar,
    day: str,
    years: tuple[int, ...],
    greeting: Callable[..., Greeting],
    date_of: DateOf,
) -> None:
    without = greeting(date_of(day, calendar=calendar), may_mention_age=True)
    assert without.cues[0].title == "Birthday today"
    for year in years:
        told = greeting(date_of(day, calendar=calendar, year=year), may_mention_age=True)
        assert (told.say, told.cues[0].title) == (without.say, "Birthday today")


@pytest.mark.parametrize(
    ("occasion", "year", "title"),
    [
        ("birthday", 1906, "Birthday today, 120"),
        ("birthday", 1905, "Birthday today"),
        ("birthday", 1605, "Birthday today"),
        ("anniversary", 1926, "Married 100 years today"),
        ("anniversary", 1925, "Anniversary today"),
    ],
)
def test_no_age_over_120_is_said_and_no_marriage_over_100_years(
    occasion: str, year: int, title: str, greeting: Callable[..., Greeting], date_of: DateOf
) -> None:
    told = greeting(date_of("11-24", occasion, year=year), may_mention_age=True)
    assert told.cues[0].title == title
    assert f"{2026 - year}" not in told.say or title.endswith(", 120")


def test_years_that_cannot_be_are_not_told_of_the_days_to_come_either(
    titles: Titles, date_of: DateOf
) -> None:
    assert titles(date_of("11-25", "anniversary", year=1604)) == ["Anniversary tomorrow"]
    assert titles(date_of("11-25", "anniversary", year=1900)) == ["Anniversary tomorrow"]
