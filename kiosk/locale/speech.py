"""One language at work: its catalogue from gettext, its dates from Babel."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from gettext import NullTranslations, translation
from pathlib import Path
from types import MappingProxyType

from babel import Locale
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from kiosk.locale.scripts import script_of

CATALOGUES = Path(__file__).parent
SOURCE = "en"
"""The language that the messages in the program are written in: it needs no catalogue."""

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {SOURCE: "en_GB", "de": "de", "fr": "fr", "es": "es", "uk": "uk", "ar": "ar"}
)
"""The languages the kiosk speaks, and the Babel locale that formats their dates."""

_SCRIPTS = {"uk": "Cyrl", "ar": "Arab"}


class Speech(NullTranslations):
    """The words of one language; it fulfils `kiosk.people.words.Words`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self._locale = Locale.parse(LANGUAGES[language])
        if language != SOURCE:
            self.add_fallback(translation("kiosk", CATALOGUES, [language]))

    @property
    def right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return bool(self._locale.character_order == "right-to-left")

    def writes(self, text: str) -> bool:
        """True where all letters of a text are of the script that this language is written in."""
        return all(
            script_of(letter) == _SCRIPTS.get(self.language, "Latn") for letter in text if letter.isalpha()
        )

    def weekday(self, day: date) -> str:
        """Like "Thursday"."""
        return format_date(day, "EEEE", locale=self._locale)

    def day(self, day: date) -> str:
        """Like "3 November"."""
        return format_date(day, self.gettext("d MMMM"), locale=self._locale)

    def day_and_year(self, day: date) -> str:
        """Like "3 November 2021"."""
        return format_date(day, "long", locale=self._locale)

    def month_and_year(self, day: date) -> str:
        """Like "March 2021"."""
        return format_skeleton("yMMMM", day, locale=self._locale)

    def month(self, day: date) -> str:
        """Like "November", standing alone."""
        return format_date(day, "LLLL", locale=self._locale)

    def long_day(self, day: date) -> str:
        """Like "Tuesday, 24 November"."""
        return format_date(day, self.gettext("EEEE, d MMMM"), locale=self._locale)

    def clock(self, now: datetime) -> str:
        """Like "9:14"."""
        return format_time(now, self.gettext("H:mm"), tzinfo=now.tzinfo, locale=self._locale)

    def afternoon(self, about: time) -> str:
        """An hour after noon, like "4 pm", or "4:30 pm"."""
        pattern = self.gettext("h:mm a") if about.minute else self.gettext("h a")
        return format_time(about, pattern, locale=self._locale)

    def day_and_clock(self, now: datetime) -> str:
        """Like "Tue 9:14"."""
        return f"{format_date(now, 'EEE', locale=self._locale)} {self.clock(now)}"

    def scripts(self, codes: Iterable[str]) -> str:
        """Like "Arabic, Cyrillic and Latin", from codes of ISO 15924."""
        names = self._locale.scripts
        return format_list(sorted(names.get(code, code) for code in codes), locale=self._locale)

    def number(self, n: float) -> str:
        """Like "4,812"."""
        return format_decimal(n, locale=self._locale)

    def ordinal(self, n: int) -> str:
        """Like "65th"; the number alone where its ending bends with what is counted, as messages know."""
        match self.language:
            case "en":
                return f"{n}{_english_ending(n)}"
            case "fr":
                return f"{n}er" if n == 1 else f"{n}e"
            case "de":
                return f"{n}."
            case _:
                return str(n)


def _english_ending(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def speech(language: str) -> Speech:
    """The words of `language`, one of LANGUAGES."""
    return Speech(language)
