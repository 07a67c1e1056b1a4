"""What the foot of a greeting asks, in many words and in few."""

from uuid import UUID

import pytest

from kiosk.locale.speech import speech
from kiosk.people.changing.taps import Action, Tap
from kiosk.people.known.companions import Companion
from kiosk.people.known.customers import Customer
from kiosk.people.known.relationships import RelationshipKind
from kiosk.ui.screens.greeting.questions import what_was_done, what_was_given, who_came_along
from kiosk.ui.screens.greeting.terser import TERSER

WORDS, ID = speech("en"), UUID(int=1)


def companion(name: str, near: bool = False, present: bool = False) -> Companion:
    """Somebody who may be here, too."""
    who = Customer(id=ID, key=name, name=name, called_by=name)
    kinds = frozenset({RelationshipKind.PARTNER} if near else ())
    return Companion(customer=who, kinds=kinds, present=present)


def test_who_is_here_already_stands_first_and_then_those_closest() -> None:
    known = [companion("Ann"), companion("Bea", near=True), companion("Cy", present=True)]
    question = who_came_along("Jack", known, WORDS, lambda _: None)
    assert [(answer.text, answer.main) for answer in question.answers] == [
        ("✓ Cy", True),
        ("Bea", False),
        ("Ann", False),
    ]


def test_the_question_gets_shorter_before_it_goes() -> None:
    question = who_came_along("Jack", [companion("Ann")], WORDS, lambda _: None)
    asked = [question.text(terse) for terse in TERSER]
    assert asked == ["With Jack today?", "With Jack?", "With…", "With…", ""]


def test_who_has_nobody_is_not_asked_who_came_along() -> None:
    question = who_came_along("Jack", [], WORDS, lambda _: None)
    assert not any(question.text(terse) for terse in TERSER)
    assert not question.answers


def test_what_was_done_is_told_even_where_nothing_else_has_room() -> None:
    question = what_was_done(Tap(Action.WISHED, ID, ID), WORDS, lambda: None)
    assert {question.text(terse) for terse in TERSER} == {"✓ Wished"}
    assert [question.stands_alone(terse) for terse in TERSER] == [False] * 4 + [True]


@pytest.mark.parametrize(("place", "what"), [(0, "A coffee"), (1, "A bun"), (2, "")])
def test_each_gift_tells_what_it_was_and_the_last_that_it_has_to_be_written_down(
    place: int, what: str
) -> None:
    gave: list[str] = []
    question = what_was_given(["A coffee", "A bun"], WORDS, gave.append, lambda: None)
    question.answers[place].does()
    assert gave == [what]
    assert all(question.stands_alone(terse) for terse in TERSER)
