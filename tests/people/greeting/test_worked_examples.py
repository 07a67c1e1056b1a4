"""The examples of the product description, on Tuesday 24 November 2026, from the sample shop."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from drivers import Scan
from kiosk.demo.sample import sample_shop
from kiosk.desk import Desk
from kiosk.exchange.loading import load
from kiosk.locale import Speech
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from kiosk.storage.file.database import Database
from kiosk.storage.file.opening import open_current

CARDS = {
    "jack": "2900000000018",
    "fred": "2900000000049",
    "rosa": "2900000000063",
    "olena": "2900000000070",
    "amira": "2900000000087",
    "tom": "2900000000094",
    "mei": "2900000000100",
    "dov": "2900000000117",
    "samir": "2900000000131",
}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory, now: datetime) -> Iterator[Database]:
    file: Path = tmp_path_factory.mktemp("sample") / "kiosk.db"
    database, _ = open_current(f"sqlite:///{file}", now)
    load(database, sample_shop(now.date()), now=now)
    yield database
    database.close()


@pytest.fixture(scope="module")
def scan(sample: Database, words: Speech, now: datetime) -> Callable[..., Greeting]:
    def scan(who: str, at: datetime = now) -> Greeting:
        return Desk(sample, words, lambda: at).greetings.preview(Scan(CARDS[who], None, 0.0), at)

    return scan


def test_jack_has_a_birthday_an_alert_a_question_and_our_thanks_after_five_weeks(
    scan: Callable[..., Greeting],
) -> None:
    greeting = scan("jack")
    assert greeting.outcome is Outcome.WELCOME
    assert greeting.say == "Happy birthday for last Thursday, Jack!"
    assert [(cue.kind, cue.title) for cue in greeting.cues] == [
        (CueKind.CELEBRATION, "Birthday last Thursday"),
        (CueKind.ALERT, "No nuts for Zoe"),
        (CueKind.ASK, "Ask about Hawaii"),
        (CueKind.THANK, "Thank Jack for chocolate macadamia nuts"),
    ]
    assert greeting.cues[0].detail == "Not wished yet"
    assert greeting.cues[0].on == date(2026, 11, 19)
    assert greeting.chips[:2] == ("First visit in 5 weeks", "Usually Tuesdays, about 9")
    assert {companion.key for companion in greeting.companions} == {"alice", "zoe"}


def test_fred_hears_his_age_since_it_may_be_mentioned(scan: Callable[..., Greeting]) -> None:
    greeting = scan("fred")
    assert greeting.say == "Happy 65th, Fred!"
    assert greeting.cues[0].title == "Birthday today, 65"


def test_fred_does_not_hear_his_age_when_it_may_not_be_mentioned(
    greeting: Callable[..., Greeting], date_of: Callable[..., ImportantDate]
) -> None:
    shown = greeting(date_of("11-24", year=1961), name="Fred Whitcombe", called_by="Fred")
    assert shown.say == "Happy birthday, Fred!"
    assert [cue.title for cue in shown.cues] == ["Birthday today"]


def test_rosa_who_was_born_on_29_february_celebrates_on_28_february_2027(
    scan: Callable[..., Greeting], at: Callable[[str], datetime]
) -> None:
    greeting = scan("rosa", at("2027-02-28T10:00"))
    assert greeting.cues[0].title == "Birthday today"
    assert "birthday" in greeting.say or "happy returns" in greeting.say


def test_olena_is_met_gently_and_nothing_is_celebrated(scan: Callable[..., Greeting]) -> None:
    greeting = scan("olena")
    assert greeting.say == "Good to see you, Olena."
    assert [(cue.kind, cue.title, cue.detail) for cue in greeting.cues] == [
        (CueKind.GENTLE, "Tread gently", "")
    ]


def test_amira_comes_for_the_second_time(scan: Callable[..., Greeting]) -> None:
    greeting = scan("amira")
    assert greeting.say == "Good to see you again, Amira!"
    assert greeting.cues == ()
    assert greeting.chips == ("Second visit",)


def test_tom_hears_the_birthday_line_though_the_concern_stands_first(
    scan: Callable[..., Greeting],
) -> None:
    greeting = scan("tom")
    assert [cue.kind for cue in greeting.cues] == [CueKind.CONCERN, CueKind.CELEBRATION]
    assert greeting.cues[0].title == "the cake order"
    assert "birthday" in greeting.say or "happy returns" in greeting.say


@pytest.mark.parametrize("kind", ["ask_about", "make_right"])
def test_a_celebration_speaks_before_any_note(
    kind: str,
    greeting: Callable[..., Greeting],
    date_of: Callable[..., ImportantDate],
    note: Callable[..., Note],
) -> None:
    plain, with_note = greeting(date_of("11-24")), greeting(date_of("11-24"), note(kind))
    assert plain.say == with_note.say


@pytest.mark.parametrize("who", ["mei", "dov", "samir"])
def test_a_birthday_in_another_calendar_is_today(who: str, scan: Callable[..., Greeting]) -> None:
    greeting = scan(who)
    assert greeting.cues[0].title == "Birthday today"
    assert "birthday" in greeting.say or "returns" in greeting.say
