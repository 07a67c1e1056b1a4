"""The line to say: what it comes from, and what it never does."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.people.words import choose

Greet = Callable[..., Greeting]
DateOf = Callable[..., ImportantDate]
NoteOf = Callable[..., Note]

REGULAR = (1, 2, 3, 4, 5)
"""Days ago on which a regular came."""


@pytest.fixture
def say(greeting: Greet, now: datetime) -> Callable[..., set[str]]:
    """Every line that is said for such facts within a fortnight of people with other names."""

    def say(*kept: ImportantDate | Note, days_ago: tuple[int, ...] = REGULAR, **more: Any) -> set[str]:
        visits = tuple(now - timedelta(days=days) for days in days_ago)
        names = [f"N{'n' * n}" for n in range(14)]
        return {
            greeting(*kept, visits=visits, called_by=name, **more).say.replace(name, "…") for name in names
        }

    return say


@pytest.mark.parametrize(
    ("day", "lines"),
    [
        (
            "11-24",
            {"All the best on your birthday, …!", "Many happy returns, …!", "Happy birthday, …!"},
        ),
        ("11-23", {"Happy birthday for yesterday, …!", "How was your birthday, …?"}),
        (
            "11-19",
            {
                "I hope Thursday was a lovely birthday, …!",
                "Belated happy birthday, …!",
                "Happy birthday for last Thursday, …!",
            },
        ),
        ("10-30", {"Belated happy birthday, …!", "I hope you had a lovely birthday, …!"}),
    ],
)
def test_a_birthday_is_wished_by_how_long_ago_it_was(
    day: str, lines: set[str], say: Callable[..., set[str]], date_of: DateOf
) -> None:
    assert say(date_of(day)) == lines


@pytest.mark.parametrize("occasion", ["anniversary", "name_day", "other"])
@pytest.mark.parametrize("day", ["11-24", "11-20"])
def test_any_other_day_is_congratulated_without_calling_it_a_birthday(
    occasion: str, day: str, say: Callable[..., set[str]], date_of: DateOf
) -> None:
    lines = say(date_of(day, occasion))
    assert len(lines) == 2
    assert not any("birthday" in line for line in lines)


def test_what_was_wished_already_is_not_wished_again(say: Callable[..., set[str]], date_of: DateOf) -> None:
    assert say(date_of("11-24", wished=frozenset({date(2026, 11, 24)}))) == say()


def test_what_only_comes_is_not_wished_in_advance(say: Callable[..., set[str]], date_of: DateOf) -> None:
    assert say(date_of("11-25")) == say()


def test_a_concern_speaks_before_a_question_and_never_tells_it(
    say: Callable[..., set[str]], note: NoteOf
) -> None:
    lines = say(note("make_right", "the soup"), note("ask_about", "Hawaii"))
    assert not any("soup" in line or "Hawaii" in line for line in lines)
    assert lines == say(note("make_right"))


def test_the_oldest_question_is_the_one_that_is_spoken(
    say: Callable[..., set[str]], note: NoteOf, now: datetime
) -> None:
    older = note("ask_about", "Hawaii", written_at=now - timedelta(days=9))
    assert all("Hawaii" in line for line in say(note("ask_about", "the boat"), older))


@pytest.mark.parametrize("text", ["long " * 30, "two\nlines", "a 🧑\u200d🌾\u2028two lines", "...", "?"])
def test_a_question_that_cannot_be_spoken_is_only_hinted_at(
    text: str, say: Callable[..., set[str]], note: NoteOf
) -> None:
    assert say(note("ask_about", text)) == {
        "Good to see you, …! I’ve been wanting to ask you something.",
        "Hello, …! There is something I’ve been curious about.",
    }


@pytest.mark.parametrize("kind", ["always_show", "remember"])
def test_alerts_and_memories_are_read_and_not_said(
    kind: str, say: Callable[..., set[str]], note: NoteOf
) -> None:
    assert say(note(kind, "No nuts")) == say()


@pytest.mark.parametrize(
    ("days_ago", "line"),
    [
        ((), "Welcome, …! I’m glad you came in."),
        ((3,), "Good to see you again, …!"),
        ((40,), "Welcome back, …! It’s been a while."),
        (REGULAR, "Good to see you, …!"),
    ],
)
def test_without_a_cue_the_visit_itself_gives_the_line(
    days_ago: tuple[int, ...], line: str, say: Callable[..., set[str]]
) -> None:
    assert line in say(days_ago=days_ago)


def test_the_four_plain_welcomes_share_no_line(say: Callable[..., set[str]]) -> None:
    first, second, away, plain = (say(days_ago=days) for days in [(), (3,), (40, 41, 42), REGULAR])
    assert len(first | second | away | plain) == len(first) + len(second) + len(away) + len(plain)


@given(
    name=st.text(max_size=30),
    today=st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    phrasings=st.integers(2, 3),
)
def test_nobody_hears_the_same_tomorrow_or_on_the_same_weekday_next_week(
    name: str, today: date, phrasings: int
) -> None:
    lines = "\n".join("abc"[:phrasings])
    heard = choose(lines, name, today)
    assert choose(lines, name, today) == heard
    assert choose(lines, name, today + timedelta(days=1)) != heard
    assert choose(lines, name, today + timedelta(weeks=1)) != heard


STRANGE_NAMES = [
    "{name}",
    "{weekday} {nth} {what}",
    "{0}{}",
    "{",
    "}",
    "%s %(name)s",
    "[b]Ann[/b]",
    "<b>Ann</b>",
    "&lt;",
    "\\1",
    'O\'Brien "Bo"',
]


@pytest.mark.parametrize("name", STRANGE_NAMES)
@pytest.mark.parametrize("day", ["11-24", "11-23", "11-20", "11-01", "11-25"])
@pytest.mark.parametrize("age", [True, False])
def test_a_strange_name_is_said_as_it_was_written(
    name: str, day: str, age: bool, greeting: Greet, date_of: DateOf
) -> None:
    born = date_of(day, year=1961)
    shown = greeting(born, called_by=name, may_mention_age=age)
    plain = greeting(born, called_by="Ann", may_mention_age=age)
    assert name in shown.say
    assert shown.cues == plain.cues


@pytest.mark.parametrize("text", STRANGE_NAMES)
@pytest.mark.parametrize("kind", ["ask_about", "make_right", "remember", "always_show"])
def test_a_strange_note_is_shown_as_it_was_written(
    text: str, kind: str, greeting: Greet, note: NoteOf
) -> None:
    shown = greeting(note(kind, f"an {text} indeed"))
    assert f"an {text} indeed" in shown.cues[0].title
    assert kind != "ask_about" or f"an {text} indeed" in shown.say


@pytest.mark.parametrize("text", STRANGE_NAMES)
def test_a_strange_label_is_shown_as_it_was_written(text: str, greeting: Greet, date_of: DateOf) -> None:
    days = [date_of(day, "other", label=text) for day in ("11-24", "11-20", "11-26", "12-01", "11-01")]
    assert all(cue.title.startswith(text) for cue in greeting(*days).cues)


@pytest.mark.parametrize("may_mention_age", [True, False])
@pytest.mark.parametrize("day", ["11-24", "11-23", "11-20", "11-01", "11-27"])
def test_no_digit_is_said_that_may_not_be(
    may_mention_age: bool, day: str, say: Callable[..., set[str]], date_of: DateOf
) -> None:
    digits = {char for line in say(date_of(day, year=1961), may_mention_age=may_mention_age) for char in line}
    allowed = set("65") if may_mention_age and day == "11-24" else set()
    assert digits & set("0123456789") == allowed


@pytest.mark.parametrize(
    "ending", ["1st", "2nd", "3rd", "4th", "10th", "11th", "12th", "13th", "22nd", "93rd"]
)
@pytest.mark.parametrize("hundreds", ["", "1", "10", "9"])
def test_an_ordinal_is_written_as_it_is_said(ending: str, hundreds: str, words: Speech) -> None:
    padded = ending if not hundreds else f"{hundreds}{ending:0>4}"
    assert words.ordinal(int(padded[:-2])) == padded


@pytest.mark.parametrize(
    "what", ["Hawaii", "the cake order", "the marathon on Sunday", "Zoe’s school concert"]
)
def test_what_they_told_in_a_few_words_is_asked_about_in_these_words(
    what: str, say: Callable[..., set[str]], note: NoteOf
) -> None:
    assert all(what in line for line in say(note("ask_about", what)))


@pytest.mark.parametrize(
    "what",
    [
        "her exam",
        "Prefers the window",
        "Their new dog",
        "Has moved house",
        "رحلتها إلى الجبل",
        "the café 東京",
    ],
)
def test_what_tells_of_them_or_is_written_in_another_script_is_never_pasted_into_a_line(
    what: str, say: Callable[..., set[str]], note: NoteOf
) -> None:
    lines = say(note("ask_about", what))
    assert lines
    assert not any(what in line for line in lines)
