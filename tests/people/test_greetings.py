"""What holds for every greeting, whoever comes and whenever."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.cues import CueKind
from kiosk.people.customers import Customer
from kiosk.people.facts import Facts
from kiosk.people.greetings import Greeting, Outcome, greet
from kiosk.people.important_dates import Calendar, ImportantDate, LeapDay, Occasion
from kiosk.people.notes import Note, NoteKind
from kiosk.people.notices import notice, opener
from kiosk.people.words import within

DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NOWS = st.datetimes(
    datetime(1970, 1, 2),
    datetime(2100, 12, 30),
    timezones=st.sampled_from(
        [ZoneInfo(name) for name in ("Europe/London", "Asia/Kathmandu", "America/Adak")]
    ),
)
TIMES = st.datetimes(datetime(1970, 1, 2), datetime(2100, 12, 30), timezones=st.just(UTC))
PEOPLE = st.uuids() | st.just(UUID(int=2))
IN_A_LEAP_YEAR = st.dates(date(2000, 1, 1), date(2000, 12, 31))


@st.composite
def important_dates(draw: st.DrawFn) -> ImportantDate:
    day = draw(IN_A_LEAP_YEAR)
    return ImportantDate(
        id=draw(st.uuids()),
        occasion=draw(st.sampled_from(Occasion)),
        month=day.month,
        day=day.day,
        year=draw(st.none() | st.integers(1, 9999)),
        label=draw(st.text(max_size=20)),
        calendar=draw(st.sampled_from(Calendar)),
        leap_day=draw(st.sampled_from(LeapDay)),
        wished=draw(st.frozensets(DAYS, max_size=2)),
        shared_with_deceased=draw(st.booleans()),
    )


NOTES = st.builds(
    Note,
    id=st.uuids(),
    kind=st.sampled_from(NoteKind),
    text=st.text(min_size=1, max_size=280),
    written_at=TIMES,
    author=st.text(max_size=10),
    show_until=st.none() | DAYS,
    not_in_front_of=st.none() | PEOPLE,
)
CUSTOMERS = st.builds(
    Customer,
    id=st.uuids(),
    key=st.text(min_size=1),
    name=st.text(min_size=1),
    called_by=st.text(min_size=1),
    pronunciation=st.text(),
    may_mention_age=st.booleans(),
    greet_by_name=st.booleans(),
    since=st.none() | DAYS,
    tread_gently_until=st.none() | DAYS | st.just(date.max),
    deceased=st.booleans(),
)
FACTS = st.builds(
    Facts,
    customer=CUSTOMERS,
    important_dates=st.lists(important_dates(), max_size=4).map(tuple),
    notes=st.lists(NOTES, max_size=5).map(tuple),
    visits=st.lists(TIMES, max_size=8).map(lambda visits: tuple(sorted(visits, reverse=True))),
    visit_count=st.integers(0, 2000),
    newest_visit=st.none() | TIMES,
    present=st.frozensets(PEOPLE, max_size=2),
)
CELEBRATING = {CueKind.CELEBRATION, CueKind.UPCOMING}


@given(facts=FACTS, now=NOWS)
def test_everybody_gets_a_greeting_at_any_time_and_the_same_one_twice(
    facts: Facts, now: datetime, words: Speech
) -> None:
    greeting = greet(facts, now, words)
    assert greeting == greet(facts, now, words)
    assert greeting.outcome in {Outcome.WELCOME, Outcome.UNNAMED, Outcome.DECEASED}
    assert bool(greeting.say) is (greeting.outcome is Outcome.WELCOME)
    assert facts.customer.called_by in greeting.say or greeting.outcome is not Outcome.WELCOME


@given(facts=FACTS, now=NOWS)
def test_an_alert_is_never_missing_and_never_hidden_but_in_front_of_somebody(
    facts: Facts, now: datetime, words: Speech
) -> None:
    alive = replace(facts, customer=replace(facts.customer, deceased=False))
    expected = [
        note
        for note in sorted(facts.notes, key=lambda note: note.written_at)
        if note.kind is NoteKind.ALWAYS_SHOW
        and note.not_in_front_of not in facts.present
        and (note.show_until is None or note.show_until >= now.date())
    ]
    shown = [cue.title for cue in greet(alive, now, words).cues if cue.kind is CueKind.ALERT]
    assert shown == [note.text for note in expected]


@given(facts=FACTS, now=NOWS, tender=st.booleans())
def test_nothing_is_celebrated_for_the_tender_and_the_dead(
    facts: Facts, now: datetime, tender: bool, words: Speech
) -> None:
    until = date.max if tender else None
    quiet = replace(facts.customer, deceased=not tender, greet_by_name=True, tread_gently_until=until)
    greeting = greet(replace(facts, customer=quiet), now, words)
    assert not {cue.kind for cue in greeting.cues} & CELEBRATING
    assert greeting.say == (f"Good to see you, {within(quiet.called_by)}." if tender else "")


@given(facts=FACTS, now=NOWS)
def test_an_unnamed_person_is_nowhere_in_the_greeting(facts: Facts, now: datetime, words: Speech) -> None:
    unnamed = replace(facts.customer, greet_by_name=False, deceased=False)
    greeting = greet(replace(facts, customer=unnamed), now, words)
    assert (greeting.customer, greeting.say, greeting.chips, greeting.companions) == (None, "", (), ())


@given(facts=FACTS, now=NOWS)
def test_cues_stand_in_their_order_and_questions_of_action_are_answered(
    facts: Facts, now: datetime, words: Speech
) -> None:
    cues = greet(facts, now, words).cues
    places = [list(CueKind).index(cue.kind) for cue in cues]
    assert places == sorted(places)
    assert all(cue.title for cue in cues)
    assert sum(cue.kind is CueKind.NOTE for cue in cues) <= 3


@pytest.mark.parametrize(
    ("outcome", "title"),
    [
        (Outcome.UNKNOWN, "A new face"),
        (Outcome.NOT_OURS, "That isn’t one of our cards"),
        (Outcome.PAYMENT_CARD, "That looks like a payment card"),
        (Outcome.UNREADABLE, "That didn’t come through"),
        (Outcome.RETIRED, "This card is no longer in use"),
        (Outcome.UNNAMED, "Prefers not to be greeted by name"),
    ],
)
def test_every_outcome_without_a_name_says_what_it_is(outcome: Outcome, title: str, words: Speech) -> None:
    said = notice(Greeting(outcome), words)
    assert said.title == title
    assert said.sentence or outcome is Outcome.UNNAMED


def test_the_card_of_somebody_who_died_says_so_calmly(
    greeting: Callable[..., Greeting], words: Speech
) -> None:
    said = notice(greeting(deceased=True, called_by="{Ann}"), words)
    assert said.title == "This was {Ann}’s card"
    assert "{Ann} has died" in said.sentence


def test_a_payment_card_hears_that_nothing_was_read(words: Speech) -> None:
    assert "Nothing was read" in notice(Greeting(Outcome.PAYMENT_CARD), words).sentence


@pytest.mark.parametrize("outcome", Outcome)
def test_only_a_new_face_gets_an_opener_and_it_offers_no_help(outcome: Outcome, words: Speech) -> None:
    said = opener(Greeting(outcome), words)
    assert bool(said) is (outcome is Outcome.UNKNOWN)
    assert "help you" not in said
