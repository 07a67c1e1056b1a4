"""An important date in words: when it is, and what else is kept of it."""

from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.calendars.month_names import day_name
from kiosk.people.calendars.months import month_of
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.profile.profile import KeptDate, Other
from kiosk.people.words import Words, within

_LEAP_DAY = (2, 29)


def day_words(important: ImportantDate, words: Words) -> str:
    """Like "19 November", "14 Kislev" or "Month 10, day 16"."""
    month = month_of(important, important.calendar)
    return day_name(important.calendar, month, important.day, words)


def circumstances(kept: KeptDate, words: Words) -> tuple[str, ...]:
    """With whom, since when, by which calendar, and where it is kept in other years; any may be empty."""
    important = kept.important
    is_gregorian = important.calendar is Calendar.GREGORIAN
    return (
        _with(kept.shared_with, words),
        _since(important, words),
        "" if is_gregorian else calendar_words(important.calendar, words),
        words.gettext("in other years on 1 March") if _falls_on_march_1(important) else "",
    )


def calendar_words(calendar: Calendar, words: Words) -> str:
    """The name of a calendar."""
    return {
        Calendar.GREGORIAN: words.gettext("Gregorian calendar"),
        Calendar.CHINESE: words.gettext("Chinese calendar"),
        Calendar.HEBREW: words.gettext("Hebrew calendar"),
        Calendar.ISLAMIC: words.gettext("Islamic calendar"),
    }[calendar]


def _with(other: Other | None, words: Words) -> str:
    return "" if other is None else words.gettext("with {name}").format(name=within(other.called_by))


def _since(important: ImportantDate, words: Words) -> str:
    if important.began is None:
        return ""
    is_birthday = important.occasion is Occasion.BIRTHDAY
    message = words.gettext("born {year}") if is_birthday else words.gettext("since {year}")
    return message.format(year=important.began)


def _falls_on_march_1(important: ImportantDate) -> bool:
    return (important.month, important.day) == _LEAP_DAY and important.leap_day is LeapDay.MARCH_1
