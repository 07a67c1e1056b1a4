"""Days to choose from, until which something holds."""

from datetime import date, timedelta
from typing import Any

from kiosk.people.words import Words
from kiosk.ui.widgets.choices import Option

A_DAY = "a day"
"""The answer that asks for the day itself."""

_FRIDAY, _WEEK = 4, 7


def untils(until: date | None, today: date, words: Words) -> tuple[list[Option], Any]:
    """The days, of which the last answer is any other one, and the answer that was given."""
    week, month = today + timedelta(days=_WEEK), today + timedelta(days=4 * _WEEK)
    friday = today + timedelta(days=(_FRIDAY - today.weekday()) % _WEEK or _WEEK)
    options = [Option(week, words.gettext("In a week")), Option(month, words.gettext("In 4 weeks"))]
    if friday != week:
        options.insert(0, Option(friday, words.weekday(friday)))
    is_another = until is not None and until not in [option.value for option in options]
    return [*options, Option(A_DAY, words.gettext("Another day…"))], A_DAY if is_another else until


def until_words(until: date, words: Words) -> str:
    """The day, with its weekday and year."""
    message = words.gettext("Until {weekday}, {day}")
    return message.format(weekday=words.weekday(until), day=words.day_and_year(until))
