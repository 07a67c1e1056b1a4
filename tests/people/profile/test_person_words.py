"""What the page about somebody says of the person themselves: their names, and how they wish to be met."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from kiosk.locale import LANGUAGES, Speech, speech
from kiosk.people.known.customers import OPEN_ENDED, Customer
from kiosk.people.profile import person_words
from kiosk.people.profile.profile import Profile

JACK = Customer(
    id=uuid4(),
    key="jack",
    name="Jack Okafor",
    called_by="Jack",
    pronunciation="oh-KAH-for",
    since=date(2021, 3, 1),
)
TODAY = date(2026, 11, 24)


def test_the_line_under_the_name_tells_what_is_known(words: Speech) -> None:
    line = person_words.subline(Profile(customer=JACK, visit_count=214), words)
    assert line == "Jack Okafor · say “oh-KAH-for” · with us since March 2021 · 214 visits"


def test_a_line_about_hardly_anything_is_short(words: Speech) -> None:
    plain = replace(JACK, called_by="Jack Okafor", pronunciation="", since=None)
    assert person_words.subline(Profile(customer=plain), words) == ""
    assert person_words.subline(Profile(customer=plain, visit_count=1), words) == "1 visit"


def test_the_names_are_told_with_how_they_sound(words: Speech) -> None:
    told = person_words.names_told(Profile(customer=JACK), words)
    assert told == ("Jack Okafor", "Called Jack · say “oh-KAH-for”")
    silent = person_words.names_told(Profile(customer=replace(JACK, pronunciation="")), words)
    assert silent.detail == "Called Jack"


@pytest.mark.parametrize(
    ("customer", "title"),
    [
        ({}, "By name; don’t mention age"),
        ({"may_mention_age": True}, "By name, age may be mentioned"),
        ({"greet_by_name": False, "may_mention_age": True}, "Not by name"),
        ({"deceased": True}, "Has died"),
    ],
)
def test_the_manner_of_greeting_is_one_line(customer: dict[str, Any], title: str, words: Speech) -> None:
    told = person_words.manner_told(Profile(customer=replace(JACK, **customer)), TODAY, words)
    assert told == (title, "Happy for us to remember: not asked yet")


@pytest.mark.parametrize(
    ("until", "said"),
    [
        (date(2026, 12, 3), "Tread gently until 3 December · "),
        (OPEN_ENDED, "Tread gently · "),
        (date(2026, 11, 23), ""),
    ],
)
def test_tenderness_and_consent_stand_under_it(until: date, said: str, words: Speech) -> None:
    gentle = Profile(
        customer=replace(JACK, tread_gently_until=until), consent_on=date(2021, 3, 1), consent_by="Mia"
    )
    told = person_words.manner_told(gentle, TODAY, words)
    assert told.detail == f"{said}Happy for us to remember: yes, 1 March 2021 · Mia"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_say_it(language: str) -> None:
    assert "Jack Okafor" in person_words.subline(Profile(customer=JACK, visit_count=2), speech(language))
