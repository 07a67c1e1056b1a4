"""What is gone through before opening."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.locale import Speech
from kiosk.people.briefing import Briefing, Topic, brief, names, topics
from kiosk.people.known.facts import Facts
from kiosk.people.known.gestures import Gesture
from kiosk.people.known.important_dates import ImportantDate
from kiosk.people.known.notes import Note
from tests.people.anybody import NOWS
from tests.people.anybody import facts as any_facts

Told = Callable[..., dict[str, list[str]]]
FactsOf = Callable[..., Facts]
DateOf = Callable[..., ImportantDate]


@pytest.fixture(scope="session")
def told(now: datetime, words: Speech) -> Told:
    """The briefing about these people, as its topics with a line for each item."""

    def told(*people: Facts, at: datetime = now) -> dict[str, list[str]]:
        found = topics(brief(people, at, words), words)
        return {
            topic.value: [": ".join([names(item, words), item.what, item.detail]) for item in items]
            for topic, _, items in found
        }

    return told


def weekly(now: datetime, weeks: int = 12, ended: int = 1) -> tuple[datetime, ...]:
    """A visit a week at this hour, the last of them `ended` weeks ago."""
    return tuple(now - timedelta(weeks=n) for n in range(ended, ended + weeks))


def named(facts: Facts, name: str, **more: Any) -> Facts:
    number = sum(name.encode())
    who = replace(facts.customer, id=UUID(int=number), key=name.lower(), called_by=name, **more)
    return replace(facts, customer=who)


def test_those_of_today_come_before_those_of_the_next_days(
    told: Told, facts: FactsOf, date_of: DateOf
) -> None:
    days = {"Ann": "11-27", "Ben": "11-24", "Cem": "12-01", "Dee": "12-02", "Eve": "11-25"}
    people = [named(facts(date_of(day)), name) for name, day in days.items()]
    assert told(*people)["celebrating"] == [
        "Ben: Birthday today: ",
        "Eve: Birthday tomorrow: ",
        "Ann: Birthday on Friday: ",
        "Cem: Birthday next Tuesday: ",
    ]


def test_those_who_were_not_wished_come_with_the_latest_first(
    told: Told, facts: FactsOf, date_of: DateOf
) -> None:
    wished = date_of("11-20", wished=frozenset({date(2026, 11, 20)}))
    people = [
        named(facts(date_of("10-24")), "Ann"),
        named(facts(date_of("11-19")), "Ben"),
        named(facts(wished), "Cem"),
        named(facts(date_of("10-23")), "Dee"),
    ]
    assert told(*people) == {"to_wish": ["Ben: Birthday last Thursday: ", "Ann: Birthday on 24 October: "]}


def test_a_wedding_of_two_is_told_once(told: Told, facts: FactsOf, date_of: DateOf) -> None:
    wedding = date_of("11-24", "anniversary", year=1986)
    both = [named(facts(wedding), "Fred"), named(facts(wedding), "Alice")]
    assert told(*both) == {"celebrating": ["Alice and Fred: Married 40 years today: "]}


@pytest.mark.parametrize(
    "quiet", [{"greet_by_name": False}, {"tread_gently_until": date.max}, {"deceased": True}]
)
def test_a_wedding_of_two_does_not_name_the_one_who_is_left_in_peace(
    quiet: dict[str, object], told: Told, facts: FactsOf, date_of: DateOf
) -> None:
    wedding = date_of("11-24", "anniversary", year=1986)
    assert told(named(facts(wedding), "Fred"), named(facts(wedding), "Alice", **quiet)) == {
        "celebrating": ["Fred: Married 40 years today: "]
    }


def test_of_two_who_share_a_date_one_may_be_wished_already(
    told: Told, facts: FactsOf, date_of: DateOf
) -> None:
    wedding = date_of("11-24", "anniversary")
    wished = replace(wedding, wished=frozenset({date(2026, 11, 24)}))
    fred, alice = named(facts(wished), "Fred"), named(facts(wedding), "Alice")
    assert told(fred, alice) == {"celebrating": ["Alice and Fred: Anniversary today: "]}
    alice = named(facts(wished), "Alice")
    assert told(fred, alice) == {"celebrating": ["Alice and Fred: Anniversary today: Wished already"]}


def test_an_age_is_told_only_where_it_may_be_mentioned(told: Told, facts: FactsOf, date_of: DateOf) -> None:
    born = date_of("11-24", year=1961)
    open_fred, fred = facts(born, may_mention_age=True), facts(replace(born, id=UUID(int=7)))
    assert told(named(open_fred, "Ann"), named(fred, "Ben"))["celebrating"] == [
        "Ann: Birthday today, 65: ",
        "Ben: Birthday today: ",
    ]


@pytest.mark.parametrize("year", [1, 1604, 1905])
def test_an_age_nobody_can_have_is_not_told(year: int, told: Told, facts: FactsOf, date_of: DateOf) -> None:
    days = date_of("11-24", year=year), date_of("11-24", "anniversary", year=year)
    assert told(facts(*days, may_mention_age=True))["celebrating"] == [
        "Jack: Birthday today: ",
        "Jack: Anniversary today: ",
    ]


def test_those_whose_weekday_it_is_are_likely_by_the_hour(told: Told, facts: FactsOf, now: datetime) -> None:
    early, late = now.replace(hour=8, minute=0), now.replace(hour=16, minute=30)
    people = [
        named(facts(visits=weekly(late)), "Ann"),
        named(facts(visits=weekly(early)), "Ben"),
        named(facts(visits=weekly(now - timedelta(days=1))), "Cem"),
    ]
    assert told(*people) == {"likely": ["Ben: Tuesdays, about 8: ", "Ann: Tuesdays, about 4:30 pm: "]}


def test_who_has_been_here_today_is_not_expected_any_more(told: Told, facts: FactsOf, now: datetime) -> None:
    been = (now - timedelta(hours=1), *weekly(now))
    assert told(facts(visits=been)) == {}


def test_a_regular_who_stays_away_is_missed_for_two_years(told: Told, facts: FactsOf, now: datetime) -> None:
    people = [
        named(facts(visits=weekly(now - timedelta(days=1), ended=5)), "Ann"),
        named(facts(visits=weekly(now - timedelta(days=1), ended=3)), "Ben"),
        named(facts(visits=weekly(now - timedelta(days=1), weeks=3, ended=5)), "Cem"),
        named(facts(visits=weekly(now - timedelta(days=1), ended=60)), "Dee"),
        named(facts(visits=weekly(now - timedelta(days=1), ended=105)), "Eve"),
    ]
    assert told(*people) == {
        "away": [
            "Ben: 3 weeks away: Last here on 2 November",
            "Ann: 5 weeks away: Last here on 19 October",
            "Dee: 1 year away: ",
        ]
    }


def test_who_is_missed_and_likely_to_come_today_is_told_once_with_both(
    told: Told, facts: FactsOf, now: datetime
) -> None:
    missed = facts(visits=weekly(now, ended=5))
    both = "Jack: Tuesdays, about 9: 5 weeks away · Last here on 20 October"
    assert told(missed) == {"likely": [both]}
    tomorrow = now + timedelta(days=1)
    assert told(missed, at=tomorrow) == {"away": ["Jack: 5 weeks away: Last here on 20 October"]}


def test_a_tender_time_is_said_and_nobody_is_missed_in_it(told: Told, facts: FactsOf, now: datetime) -> None:
    bereaved = facts(visits=weekly(now, ended=5), tread_gently_until=date.max)
    assert told(bereaved) == {"likely": ["Jack: Tuesdays, about 9: Tread gently"]}


def test_what_to_put_right_to_ask_and_to_thank_for_comes_with_the_oldest_first(
    told: Told, facts: FactsOf, note: Callable[..., Note], now: datetime
) -> None:
    older, newer = now - timedelta(days=9), now - timedelta(days=2)
    ann = named(
        facts(
            note("ask_about", "the exam", written_at=newer),
            note("make_right", "the cake", author="Sam"),
            Gesture(id=UUID(int=5), what="plums", at=newer, by="Mia"),
        ),
        "Ann",
    )
    ben = named(
        facts(
            note("ask_about", "the move", written_at=older),
            note("remember", "oat milk"),
            Gesture(id=UUID(int=6), what="figs", at=older),
        ),
        "Ben",
    )
    assert told(ann, ben) == {
        "put_right": ["Ann: the cake: 23 November · Sam"],
        "ask": ["Ben: Ask about the move: 15 November", "Ann: Ask about the exam: 22 November"],
        "thank": ["Ben: Brought figs: 15 November", "Ann: Brought plums: 22 November · Mia"],
    }


@given(people=st.lists(any_facts(), max_size=4), now=NOWS)
def test_the_dead_and_the_unnamed_are_nowhere_and_the_tender_celebrate_nothing(
    people: list[Facts], now: datetime, words: Speech
) -> None:
    told = brief(people, now, words)
    assert told == brief(reversed(people), now, words) or _alike(people)
    for topic, items in told.items.items():
        for who in (customer for item in items for customer in item.people):
            assert who.greet_by_name
            assert not who.deceased
            if topic in {Topic.CELEBRATING, Topic.TO_WISH, Topic.AWAY}:
                assert not who.needs_gentleness(now.date())


def _alike(people: list[Facts]) -> bool:
    """Whether only their ids tell some of them apart."""
    return len({(f.customer.called_by, f.customer.key) for f in people}) < len(people)


def test_a_shop_without_anybody_has_an_empty_briefing(now: datetime, words: Speech) -> None:
    told: Briefing = brief([], now, words)
    assert topics(told, words) == []
