"""What holds for every greeting, whoever comes and whenever."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.greeting.chips import span
from kiosk.people.greeting.cues import Cue, CueKind
from kiosk.people.greeting.greetings import Greeting, greet
from kiosk.people.greeting.moment import Feast, Moment
from kiosk.people.greeting.notices import Notice, notice, opener
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.facts import Facts
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.words import within
from tests.people.anybody import FACTS, NOWS, WITHOUT_DIGITS
from tests.people.anybody import facts as any_facts

CELEBRATING = {CueKind.CELEBRATION, CueKind.COMPANION, CueKind.UPCOMING}


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
def test_cues_stand_in_their_order(facts: Facts, now: datetime, words: Speech) -> None:
    cues = greet(facts, now, words).cues
    here = {c.called_by for c in facts.companions if c.present and c.can_be_named}
    ranks = [_rank(cue, here) for cue in cues]
    assert ranks == sorted(ranks)
    assert all(cue.title for cue in cues)
    assert sum(cue.kind is CueKind.NOTE for cue in cues) <= 3


def _rank(cue: Cue, here: set[str]) -> int:
    """The celebration of somebody present ranks as one’s own."""
    with_us = cue.kind is CueKind.COMPANION and any(within(name) in cue.title for name in here)
    return list(CueKind).index(CueKind.CELEBRATION if with_us else cue.kind)


@given(facts=FACTS, now=NOWS)
def test_a_companion_who_is_tender_dead_or_unnamed_is_not_celebrated(
    facts: Facts, now: datetime, words: Speech
) -> None:
    quiet: list[dict[str, Any]] = [
        {"deceased": True},
        {"greet_by_name": False},
        {"deceased": False, "greet_by_name": True, "tread_gently_until": date.max},
    ]
    for how in quiet:
        companions = tuple(replace(c, customer=replace(c.customer, **how)) for c in facts.companions)
        greeting = greet(replace(facts, companions=companions), now, words)
        assert CueKind.COMPANION not in {cue.kind for cue in greeting.cues}


@given(facts=any_facts(WITHOUT_DIGITS), now=NOWS)
def test_no_number_is_told_but_a_day_a_count_or_an_age_that_may_be_mentioned(
    facts: Facts, now: datetime, words: Speech
) -> None:
    greeting, moment = greet(facts, now, words), Moment(facts, now)
    told = [greeting.say, *greeting.chips, *(f"{cue.title} {cue.detail}" for cue in greeting.cues)]
    known = {str(cue.on.day) for cue in greeting.cues if cue.on} | _days_written(facts, now)
    known |= {str(moment.visit_number), str(moment.known_since), "30"}
    if moment.away_since is not None:
        known |= set(re.findall(r"\d+", span(moment.away_since, moment.today, words)))
    if moment.rhythm is not None and moment.rhythm.hour is not None:
        known |= {str(moment.rhythm.hour.hour)}
    known |= {str(feast.celebration.years) for feast in moment.feasts if _may_be_counted(feast, facts)}
    known |= {str(c.years) for c in moment.coming if c.important.occasion is Occasion.ANNIVERSARY}
    assert set(re.findall(r"\d+", " ".join(told))) <= known


def _may_be_counted(feast: Feast, facts: Facts) -> bool:
    wedding = feast.celebration.important.occasion is Occasion.ANNIVERSARY
    return wedding or facts.customer.may_mention_age


def _days_written(facts: Facts, now: datetime) -> set[str]:
    at = [note.written_at for note in facts.notes] + [gesture.at for gesture in facts.gestures]
    return {str(time.astimezone(now.tzinfo).day) for time in at}


@given(facts=FACTS, now=NOWS)
def test_a_day_later_only_what_the_clock_changes_has_changed(
    facts: Facts, now: datetime, words: Speech
) -> None:
    undated = replace(facts, notes=tuple(replace(note, show_until=None) for note in facts.notes))
    today, tomorrow = (greet(undated, at, words) for at in (now, now + timedelta(days=1)))
    assert tomorrow.outcome is today.outcome
    assert tomorrow.customer == today.customer
    assert tomorrow.companions == today.companions
    assert _of(tomorrow, *LASTING) == _of(today, *LASTING)
    assert _of(tomorrow, CueKind.ASK) == [cue for cue in _of(today, CueKind.ASK) if cue in tomorrow.cues]


LASTING = (CueKind.CONCERN, CueKind.ALERT, CueKind.THANK)


def _of(greeting: Greeting, *kinds: CueKind) -> list[Cue]:
    return [cue for cue in greeting.cues if cue.kind in kinds]


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
    assert "Ann" not in said.title + said.sentence
    assert said.covered == "This was {Ann}’s card. {Ann} has died."


def test_a_badge_is_answered_with_who_is_at_the_counter_now(words: Speech) -> None:
    assert notice(Greeting(Outcome.STAFF, say="Hello, Mia", at_counter="Mia"), words) == Notice(
        "Hello, Mia", "You are at the counter now."
    )
    assert notice(Greeting(Outcome.STAFF, say="Goodbye, Mia"), words) == Notice("Goodbye, Mia")


def test_whoever_is_at_the_counter_tells_a_new_face_their_name(words: Speech) -> None:
    said = opener(Greeting(Outcome.UNKNOWN, at_counter="{Mia}"), words)
    assert said == "“Welcome! I’m {Mia}. New around here, or just new to us?”"


def test_a_payment_card_hears_that_nothing_was_read(words: Speech) -> None:
    assert "Nothing was read" in notice(Greeting(Outcome.PAYMENT_CARD), words).sentence


@pytest.mark.parametrize("outcome", Outcome)
def test_only_a_new_face_gets_an_opener_and_it_offers_no_help(outcome: Outcome, words: Speech) -> None:
    said = opener(Greeting(outcome), words)
    assert bool(said) is (outcome is Outcome.UNKNOWN)
    assert "help you" not in said
