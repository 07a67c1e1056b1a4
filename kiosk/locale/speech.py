"""One language at work: its catalogue from gettext, its dates from Babel."""

from collections.abc import Mapping
from datetime import date, datetime
from gettext import NullTranslations
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_time

LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "en_GB"})
"""The languages there is a catalogue for, and the Babel locale that formats their dates."""


class Speech(NullTranslations):
    """The words of one language; it fulfils `kiosk.people.words.Words`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._locale = Locale.parse(LANGUAGES[language])

    def weekday(self, day: date) -> str:
        """Like "Thursday"."""
        return format_date(day, "EEEE", locale=self._locale)

    def day(self, day: date) -> str:
        """Like "3 November"."""
        return format_date(day, self.gettext("d MMMM"), locale=self._locale)

    def long_day(self, day: date) -> str:
        """Like "Tuesday, 24 November"."""
        return format_date(day, self.gettext("EEEE, d MMMM"), locale=self._locale)

    def clock(self, now: datetime) -> str:
        """Like "9:14"."""
        return format_time(now, self.gettext("H:mm"), tzinfo=now.tzinfo, locale=self._locale)

    def day_and_clock(self, now: datetime) -> str:
        """Like "Tue 9:14"."""
        return f"{format_date(now, 'EEE', locale=self._locale)} {self.clock(now)}"

    def ordinal(self, n: int) -> str:
        """Like "65th"."""
        if n % 100 in (11, 12, 13):
            return f"{n}th"
        return f"{n}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th') }"


def speech(language: str) -> Speech:
    """The words of `language`, one of LANGUAGES."""
    return Speech(language)
