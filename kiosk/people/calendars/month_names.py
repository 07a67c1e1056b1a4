"""The names of months, and of the days in them."""

from datetime import date

from kiosk.people.calendars import Calendar
from kiosk.people.calendars.months import Month
from kiosk.people.words import Words

_A_LEAP_YEAR = 2000


def month_name(calendar: Calendar, month: Month, words: Words) -> str:
    """Like "November", "Kislev" or "Month 10"."""
    match calendar:
        case Calendar.GREGORIAN:
            return words.month(date(_A_LEAP_YEAR, month.number, 1))
        case Calendar.HEBREW:
            return words.gettext("Adar I") if month.is_leap else _hebrew(words)[month.number - 1]
        case Calendar.ISLAMIC:
            return _islamic(words)[month.number - 1]
        case Calendar.CHINESE:
            name = words.gettext("Leap month {n}") if month.is_leap else words.gettext("Month {n}")
            return name.format(n=month.number)


def day_name(calendar: Calendar, month: Month, day: int, words: Words) -> str:
    """Like "19 November", "14 Kislev" or "Month 10, day 16"."""
    if calendar is Calendar.GREGORIAN:
        return words.day(date(_A_LEAP_YEAR, month.number, day))
    is_chinese = calendar is Calendar.CHINESE
    message = words.gettext("{month}, day {day}") if is_chinese else words.gettext("{day} {month}")
    return message.format(day=day, month=month_name(calendar, month, words))


def _hebrew(words: Words) -> list[str]:
    """From Nisan on, as its months are counted."""
    return words.gettext(
        "Nisan\nIyar\nSivan\nTammuz\nAv\nElul\nTishri\nCheshvan\nKislev\nTevet\nShevat\nAdar\nAdar II"
    ).splitlines()


def _islamic(words: Words) -> list[str]:
    return words.gettext(
        "Muharram\nSafar\nRabi I\nRabi II\nJumada I\nJumada II\n"
        "Rajab\nSha’ban\nRamadan\nShawwal\nDhu al-Qadah\nDhu al-Hijjah"
    ).splitlines()
