"""Somebody from another shop, who tells which days may return today; the rules say which do."""

from datetime import date
from uuid import UUID

import pytest

from kiosk.locale import Speech
from kiosk.people.calendars import LeapDay
from kiosk.people.greeting.guests import Guest, greet_guest
from kiosk.people.known.important_dates import ImportantDate, Occasion


@pytest.mark.parametrize(
    ("choice", "told"), [(LeapDay.FEBRUARY_28, ("Birthday today",)), (LeapDay.MARCH_1, ())]
)
def test_a_leap_day_is_celebrated_on_the_day_that_was_chosen(
    words: Speech, choice: LeapDay, told: tuple[str, ...]
) -> None:
    born = ImportantDate(id=UUID(int=1), occasion=Occasion.BIRTHDAY, month=2, day=29, leap_day=choice)
    guest = Guest(called_by="Jack", celebrating=(born,))
    assert greet_guest(guest, date(2027, 2, 28), words).chips == told
