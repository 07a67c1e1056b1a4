"""Each language at work: its days, its numbers, its direction, and what it says at the counter."""

import re
from datetime import date, datetime, time, timedelta
from uuid import UUID

import pytest

from kiosk.locale import LANGUAGES, Speech, speech
from kiosk.people.greeting.chips import chips, hour, span
from kiosk.people.greeting.day_words import coming_on, fell_on, weekdays
from kiosk.people.greeting.greetings import Greeting, greet
from kiosk.people.greeting.moment import Moment
from kiosk.people.greeting.sayings import line
from kiosk.people.known.customers import Customer
from kiosk.people.known.facts import Facts
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate, Occasion
from kiosk.people.known.notes import Note, NoteKind
from kiosk.settings import SettingsError, parse

TUESDAY = date(2026, 11, 24)


def facts(*kept: ImportantDate | Note | Gesture, visits: tuple[datetime, ...] = (), known: int = 0) -> Facts:
    jack = Customer(id=UUID(int=1), key="jack", name="Jack Okafor", called_by="Jack", may_mention_age=True)
    return Facts(
        customer=jack,
        important_dates=tuple(one for one in kept if isinstance(one, ImportantDate)),
        notes=tuple(one for one in kept if isinstance(one, Note)),
        gestures=tuple(one for one in kept if isinstance(one, Gesture)),
        visits=visits,
        visit_count=known or len(visits),
        newest_visit=max(visits, default=None),
    )


def birthday(on: date, year: int | None = None, occasion: Occasion = Occasion.BIRTHDAY) -> ImportantDate:
    return ImportantDate(id=UUID(int=2), occasion=occasion, month=on.month, day=on.day, year=year)


def note(kind: NoteKind, text: str, now: datetime) -> Note:
    return Note(id=UUID(int=3), kind=kind, text=text, written_at=now - timedelta(days=20), author="Mia")


@pytest.fixture(scope="session")
def examples(now: datetime) -> dict[str, Facts]:
    """Those of the product description, without names that would help to tell a language."""
    weekly = tuple(now - timedelta(days=38 + 7 * week) for week in range(8))
    brought = Gesture(id=UUID(int=4), what="X", at=now - timedelta(days=60), by="Mia")
    last_thursday, friday = TUESDAY - timedelta(days=5), TUESDAY + timedelta(days=3)
    return {
        "everything": facts(
            birthday(last_thursday),
            note(NoteKind.ASK_ABOUT, "X", now),
            note(NoteKind.ALWAYS_SHOW, "X", now),
            brought,
            visits=weekly,
        ),
        "birthday with age": facts(birthday(TUESDAY, 1961)),
        "birthday": facts(birthday(TUESDAY)),
        "birthday yesterday": facts(birthday(TUESDAY - timedelta(days=1))),
        "birthday three weeks ago": facts(birthday(TUESDAY - timedelta(days=21))),
        "birthday on Friday": facts(birthday(friday)),
        "anniversary": facts(birthday(TUESDAY, 1986, Occasion.ANNIVERSARY)),
        "name day": facts(birthday(TUESDAY, None, Occasion.NAME_DAY)),
        "concern": facts(note(NoteKind.MAKE_RIGHT, "X", now)),
        "question": facts(note(NoteKind.ASK_ABOUT, "X", now)),
        "gift": facts(brought),
        "absence": facts(visits=weekly),
        "first visit": facts(),
        "second visit": facts(visits=(now - timedelta(days=7),)),
        "hundredth visit": facts(visits=(now - timedelta(days=7),), known=99),
    }


def told(greeting: Greeting) -> list[str]:
    """Every sentence and fact of a greeting, without what somebody wrote."""
    titles = (text for cue in greeting.cues for text in (cue.title, cue.detail))
    return [text for text in (greeting.say, *greeting.chips, *titles) if text not in ("", "X")]


def test_the_settings_take_every_language_and_name_them_all_to_who_asks_for_another() -> None:
    assert {parse(f'[shop]\nlanguage = "{one}"', "kiosk.toml").shop.language for one in LANGUAGES} == {
        *LANGUAGES
    }
    with pytest.raises(SettingsError, match=", ".join(LANGUAGES)):
        parse('[shop]\nlanguage = "xx"', "kiosk.toml")


def test_every_example_is_told_in_the_language_with_everything_filled_in(
    language: str, words: Speech, examples: dict[str, Facts], now: datetime
) -> None:
    for example, kept in examples.items():
        said, in_english = told(greet(kept, now, speech(language))), told(greet(kept, now, words))
        assert len(said) == len(in_english), example
        assert not set(said) & set(in_english), example
        assert not re.findall(r"[{}]", "".join(said)), example


def test_a_different_phrasing_is_heard_on_every_day_that_has_one(language: str, now: datetime) -> None:
    heard = {line(Moment(facts(), now + timedelta(days=days)), speech(language)) for days in range(6)}
    assert len(heard) > 1


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Usually Tuesdays, about 9"),
        ("de", "Meist dienstags, gegen 9 Uhr"),
        ("fr", "Souvent le mardi, vers 9\u00a0h"),
        ("es", "Suele venir los martes, sobre las 9"),
        ("uk", "Зазвичай по вівторках, близько 9:00"),
        ("ar", "عادةً أيام الثلاثاء، نحو الساعة 9"),
    ],
)
def test_a_habit_is_told_as_one_says_it(language: str, said: str, now: datetime) -> None:
    weekly = tuple((now - timedelta(days=7 * week)).replace(hour=9, minute=0) for week in range(1, 9))
    assert said in chips(Moment(facts(visits=weekly), now), speech(language))


@pytest.mark.parametrize(
    ("language", "last", "on", "next_one"),
    [
        ("en", "X last Wednesday", "X on Friday", "X next Tuesday"),
        ("de", "X letzten Mittwoch", "X am Freitag", "X nächsten Dienstag"),
        ("fr", "X mercredi dernier", "X vendredi", "X mardi prochain"),
        ("es", "X el miércoles pasado", "X el viernes", "X el próximo martes"),
        ("uk", "X минулої середи", "X у п’ятницю", "X наступного вівторка"),
        ("ar", "\u200fX يوم الأربعاء الماضي", "\u200fX يوم الجمعة", "\u200fX يوم الثلاثاء القادم"),
    ],
)
def test_a_weekday_bends_with_its_phrase(language: str, last: str, on: str, next_one: str) -> None:
    words = speech(language)
    assert fell_on("X", date(2026, 11, 18), TUESDAY, words) == last
    assert coming_on("X", date(2026, 11, 27), TUESDAY, words) == on
    assert coming_on("X", date(2026, 12, 1), TUESDAY, words) == next_one


@pytest.mark.parametrize("language", LANGUAGES)
def test_seven_weekdays_are_seven_different_ones(language: str) -> None:
    week = [TUESDAY + timedelta(days=days) for days in range(7)]
    assert len({weekdays(day, speech(language)) for day in week}) == 7
    assert len({speech(language).weekday(day) for day in week}) == 7


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Tuesday, 24 November"),
        ("de", "Dienstag, 24. November"),
        ("fr", "mardi 24 novembre"),
        ("es", "martes, 24 de noviembre"),
        ("uk", "вівторок, 24 листопада"),
        ("ar", "الثلاثاء، 24 نوفمبر"),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(language: str, said: str) -> None:
    assert speech(language).long_day(TUESDAY) == said
    assert said.endswith(speech(language).day(TUESDAY))


@pytest.mark.parametrize(
    ("language", "said", "with_minutes", "in_the_afternoon"),
    [
        ("en", "9", "9:30", "4 pm"),
        ("de", "9 Uhr", "9:30 Uhr", "16 Uhr"),
        ("fr", "9\u00a0h", "9\u00a0h\u00a030", "16\u00a0h"),
        ("es", "las 9", "las 9:30", "las 16"),
        ("uk", "9:00", "9:30", "16:00"),
        ("ar", "الساعة 9", "الساعة 9:30", "الساعة 4 م"),
    ],
)
def test_an_hour_is_told_as_one_says_it(
    language: str, said: str, with_minutes: str, in_the_afternoon: str
) -> None:
    assert hour(time(9), speech(language)) == said
    assert hour(time(9, 30), speech(language)) == with_minutes
    assert hour(time(16), speech(language)) == in_the_afternoon


PLURALS = {
    "en": ["1 week", "2 weeks", "5 weeks", "11 weeks", "21 weeks", "100 weeks"],
    "de": ["1 Woche", "2 Wochen", "5 Wochen", "11 Wochen", "21 Wochen", "100 Wochen"],
    "fr": ["1 semaine", "2 semaines", "5 semaines", "11 semaines", "21 semaines", "100 semaines"],
    "es": ["1 semana", "2 semanas", "5 semanas", "11 semanas", "21 semanas", "100 semanas"],
    "uk": ["1 тиждень", "2 тижні", "5 тижнів", "11 тижнів", "21 тиждень", "100 тижнів"],
    "ar": ["أسبوع واحد", "أسبوعين", "5 أسابيع", "11 أسبوعاً", "21 أسبوعاً", "100 أسبوع"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_counted_bends_with_its_number(language: str) -> None:
    words = speech(language)
    weeks = [words.ngettext("{n} week", "{n} weeks", n).format(n=n) for n in (1, 2, 5, 11, 21, 100)]
    assert weeks == PLURALS[language]


def test_a_span_of_two_years_reads_well_in_arabic() -> None:
    assert span(TUESDAY.replace(year=2024), TUESDAY, speech("ar")) == "سنتين"


@pytest.mark.parametrize(
    ("language", "birthday_line", "visit"),
    [
        ("en", "Happy 65th birthday, Jack!", "100th visit"),
        ("de", "Alles Gute zum 65. Geburtstag, Jack!", "100. Besuch"),
        ("fr", "Joyeux 65e anniversaire, Jack\u00a0!", "100e visite"),
        ("es", "¡Feliz 65.º cumpleaños, Jack!", "100.ª visita"),
        ("uk", "Вітаємо з 65-м днем народження, Jack!", "100-й візит"),
        ("ar", "كل عام وأنت بخير في عيد ميلادك الـ65 يا Jack!", "الزيارة رقم 100"),
    ],
)
def test_an_ordinal_bends_with_what_is_counted(
    language: str, birthday_line: str, visit: str, examples: dict[str, Facts], now: datetime
) -> None:
    words = speech(language)
    said = words.gettext(
        "Happy {nth} birthday, {name}!\nA very happy {nth}, {name}!\nHappy {nth}, {name}!"
    ).replace("{nth}", words.ordinal(65))
    assert birthday_line in said.format(name="Jack").splitlines()
    assert greet(examples["birthday with age"], now, words).say in said.format(name="Jack").splitlines()
    assert visit in greet(examples["hundredth visit"], now, words).chips


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [("en", "1st", "2nd"), ("de", "1.", "2."), ("fr", "1er", "2e"), ("uk", "1", "2")],
)
def test_a_first_is_not_always_written_like_a_second(language: str, first: str, second: str) -> None:
    assert (speech(language).ordinal(1), speech(language).ordinal(2)) == (first, second)


def test_digits_are_the_same_in_every_language(language: str, now: datetime) -> None:
    assert speech(language).clock(now) == "9:14"
    assert speech(language).day_and_clock(now).endswith(" 9:14")
    assert "24" in speech(language).day(TUESDAY)


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_arabic_is_written_from_right_to_left(language: str) -> None:
    assert speech(language).right_to_left is (language == "ar")
