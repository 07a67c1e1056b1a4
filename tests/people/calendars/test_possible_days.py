"""A day that cannot be is refused, and no other: the sentences for the glass agree with the calendars."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.calendars import Calendar, rules_of
from kiosk.people.calendars.possible_days import refuse_impossible
from kiosk.people.changing.changes import KeepDate
from kiosk.people.known.important_dates import Occasion
from kiosk.people.texts import RefusedText

TODAY = date(2026, 11, 24)
YEARS = {
    Calendar.GREGORIAN: (1900, 2026),
    Calendar.CHINESE: (1900, 2026),
    Calendar.HEBREW: (5660, 5787),
    Calendar.ISLAMIC: (1320, 1448),
}


@st.composite
def days(draw: st.DrawFn) -> KeepDate:
    """Any month, day and year, possible or not."""
    calendar = draw(st.sampled_from(Calendar))
    return KeepDate(
        occasion=Occasion.OTHER,
        day=draw(st.integers(0, 32)),
        month=draw(st.integers(0, 14)),
        year=draw(st.none() | st.integers(*YEARS[calendar])),
        calendar=calendar,
        leap_month=draw(st.booleans()),
    )


@given(day=days())
def test_refused_is_what_the_calendar_calls_impossible(day: KeepDate, words: Speech) -> None:
    is_refused = True
    with suppress(RefusedText):
        refuse_impossible(day, day.calendar, TODAY, words)
        is_refused = False
    assert is_refused == (rules_of(day.calendar).why_impossible(day) is not None)


@pytest.mark.parametrize("year", [-1, 0, 10_000, 10**30])
@pytest.mark.parametrize("calendar", Calendar)
def test_no_calendar_reaches_so_far(calendar: Calendar, year: int, words: Speech) -> None:
    day = KeepDate(occasion=Occasion.OTHER, day=1, month=1, year=year, calendar=calendar)
    with pytest.raises(RefusedText, match="too far away"):
        refuse_impossible(day, calendar, TODAY, words)
