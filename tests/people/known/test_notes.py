"""Which notes are shown, for how long, and in whose company."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest

from kiosk.people.changing.taps import Action
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note, NoteKind

NoteOf = Callable[..., Note]
Greet = Callable[..., Greeting]
Titles = Callable[..., list[str]]
ALICE = UUID(int=2)


@pytest.mark.parametrize(
    ("kind", "days", "shown"),
    [
        ("ask_about", 28, True),
        ("ask_about", 29, False),
        ("remember", 90, True),
        ("remember", 91, False),
        ("always_show", 4000, True),
        ("make_right", 4000, True),
    ],
)
def test_a_note_lives_as_long_as_its_kind(
    kind: str, days: int, shown: bool, titles: Titles, note: NoteOf, now: datetime
) -> None:
    assert bool(titles(note(kind, written_at=now - timedelta(days=days)))) is shown


@pytest.mark.parametrize("kind", ["ask_about", "remember"])
def test_the_age_of_a_note_is_counted_in_days_of_the_shop(
    kind: str, titles: Titles, note: NoteOf, at: Callable[[str], datetime]
) -> None:
    written = at("2026-10-01T08:00")
    last = written + {"ask_about": timedelta(days=28), "remember": timedelta(days=90)}[kind]
    assert titles(note(kind, written_at=written), at=last.replace(hour=23, minute=59))
    assert not titles(note(kind, written_at=written), at=last.replace(hour=0) + timedelta(days=1))


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize(("until", "shown"), [(date(2026, 11, 24), True), (date(2026, 11, 23), False)])
def test_a_note_that_is_dated_is_shown_up_to_that_day_and_no_longer(
    kind: NoteKind, until: date, shown: bool, titles: Titles, note: NoteOf, at: Callable[[str], datetime]
) -> None:
    dated = note(kind, show_until=until, written_at=at("2019-01-01T09:00"))
    assert bool(titles(dated)) is shown


def test_the_oldest_question_comes_first_and_the_newest_memory(
    titles: Titles, note: NoteOf, now: datetime
) -> None:
    def written(kind: str, days: int) -> Note:
        return note(kind, f"{kind} {days}", written_at=now - timedelta(days=days))

    days = (2, 9, 5)
    assert titles(*(written("ask_about", n) for n in days)) == [
        "Ask about ask_about 9",
        "Ask about ask_about 5",
        "Ask about ask_about 2",
    ]
    assert titles(*(written("remember", n) for n in days)) == ["remember 2", "remember 5", "remember 9"]


def test_only_the_three_newest_memories_are_shown(titles: Titles, note: NoteOf, now: datetime) -> None:
    memories = [note("remember", str(n), written_at=now - timedelta(days=n)) for n in (4, 1, 3, 2, 5)]
    assert titles(*memories) == ["1", "2", "3"]


@pytest.mark.parametrize("kind", ["always_show", "make_right", "ask_about"])
def test_every_other_kind_is_shown_however_many_there_are(kind: str, titles: Titles, note: NoteOf) -> None:
    assert len(titles(*(note(kind, str(n)) for n in range(7)))) == 7


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_is_hidden_as_soon_as_the_one_it_is_hidden_from_is_present(
    kind: NoteKind, titles: Titles, note: NoteOf
) -> None:
    secret = note(kind, "secret", not_in_front_of=ALICE)
    assert titles(secret)
    assert titles(secret, present=frozenset({UUID(int=3)}))
    assert titles(secret, present=frozenset({ALICE})) == []


@pytest.mark.parametrize("kind", NoteKind)
def test_a_note_for_everyone_stays_when_somebody_comes_along(
    kind: NoteKind, titles: Titles, note: NoteOf
) -> None:
    assert titles(note(kind, "open"), present=frozenset({ALICE}))


def test_a_hidden_question_is_not_spoken_either(greeting: Greet, note: NoteOf) -> None:
    secret = note("ask_about", "the surprise", not_in_front_of=ALICE)
    assert "surprise" in greeting(secret).say
    assert "surprise" not in greeting(secret, present=frozenset({ALICE})).say


@pytest.mark.parametrize(
    ("kind", "title", "detail", "action"),
    [
        ("make_right", "the soup", "23 November · Mia", Action.PUT_RIGHT),
        ("ask_about", "Ask about the soup", "23 November · Mia", Action.ASKED),
        ("remember", "the soup", "23 November · Mia", None),
        ("always_show", "the soup", "", None),
    ],
)
def test_a_note_says_what_when_and_who_wrote_it(
    kind: str, title: str, detail: str, action: Action | None, greeting: Greet, note: NoteOf
) -> None:
    (cue,) = greeting(note(kind, "the soup", author="Mia")).cues
    assert (cue.title, cue.detail, cue.action) == (title, detail, action)


def test_a_note_without_author_says_only_the_day(greeting: Greet, note: NoteOf) -> None:
    (cue,) = greeting(note("remember")).cues
    assert (cue.detail, cue.on) == ("23 November", date(2026, 11, 23))


def test_cues_come_in_the_order_in_which_they_matter(
    greeting: Greet, note: NoteOf, date_of: Callable[..., ImportantDate]
) -> None:
    notes = [note(kind) for kind in ("remember", "ask_about", "always_show", "make_right")]
    cues = greeting(*notes, date_of("11-27"), date_of("11-20"), date_of("11-24")).cues
    assert [cue.kind for cue in cues] == [
        CueKind.CONCERN,
        CueKind.CELEBRATION,
        CueKind.CELEBRATION,
        CueKind.ALERT,
        CueKind.ASK,
        CueKind.UPCOMING,
        CueKind.NOTE,
    ]


@pytest.mark.parametrize(
    ("until", "gentle"),
    [(date(2026, 11, 23), False), (date(2026, 11, 24), True), (date(2026, 11, 25), True), (date.max, True)],
)
def test_gentleness_lasts_up_to_and_with_its_day(
    until: date, gentle: bool, greeting: Greet, date_of: Callable[..., ImportantDate]
) -> None:
    shown = greeting(date_of("11-24"), date_of("11-27"), tread_gently_until=until)
    kinds = [CueKind.GENTLE] if gentle else [CueKind.CELEBRATION, CueKind.UPCOMING]
    assert [cue.kind for cue in shown.cues] == kinds
    assert (shown.say == "Good to see you, Jack.") is gentle


def test_a_gentle_time_keeps_concerns_alerts_questions_and_memories(greeting: Greet, note: NoteOf) -> None:
    notes = [note(kind) for kind in NoteKind]
    shown = greeting(*notes, tread_gently_until=date.max)
    assert [cue.kind for cue in shown.cues] == [
        CueKind.GENTLE,
        CueKind.CONCERN,
        CueKind.ALERT,
        CueKind.ASK,
        CueKind.NOTE,
    ]


def test_somebody_unnamed_keeps_their_alerts_and_nothing_else(
    greeting: Greet, note: NoteOf, date_of: Callable[..., ImportantDate]
) -> None:
    notes = [note(kind, kind) for kind in NoteKind]
    shown = greeting(*notes, date_of("11-24"), greet_by_name=False)
    assert (shown.outcome, shown.customer, shown.say, shown.chips) == (Outcome.UNNAMED, None, "", ())
    assert [cue.title for cue in shown.cues] == ["always_show"]


def test_somebody_who_died_is_neither_greeted_nor_celebrated(
    greeting: Greet, note: NoteOf, date_of: Callable[..., ImportantDate]
) -> None:
    shown = greeting(note("ask_about"), date_of("11-24"), deceased=True)
    assert shown == replace(shown, outcome=Outcome.DECEASED, say="", chips=(), cues=(), companions=())
    assert shown.customer is not None
