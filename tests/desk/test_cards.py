"""The cards of somebody, and those of nobody yet, with a real database file."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.changing.changes import RetireCard
from kiosk.storage import people
from kiosk.storage.file.database import Database
from tests.clock import Clock

FIRST, SECOND = "LOY-1", "LOY-2"
ANN: dict[str, Any] = {"key": "ann", "name": "Ann", "cards": [{"number": FIRST}, {"number": SECOND}]}


@pytest.fixture
def desk(database: Database, words: Speech, fill: Callable[..., None], clock: Clock) -> Desk:
    fill(database, ANN)
    return Desk(database, words, clock)


@pytest.fixture
def ann(desk: Desk, database: Database) -> UUID:
    with database.reading() as session:
        return people.customer_ids(session, ["ann"])["ann"]


def card(desk: Desk, ann: UUID, number: str) -> UUID:
    """The id of one of Ann's cards."""
    return next(card.id for card in desk.profiles.of(ann).cards if card.number == number)


@pytest.mark.parametrize("number", [FIRST, SECOND])
def test_the_card_that_was_chosen_is_shown(desk: Desk, ann: UUID, number: str) -> None:
    assert desk.cards.in_use(ann, card(desk, ann, number)).number == number


def test_of_a_card_that_was_lost_meanwhile_the_other_is_shown_and_stays_in_use(desk: Desk, ann: UUID) -> None:
    lost = card(desk, ann, FIRST)
    desk.profiles.change(ann, RetireCard(lost))
    assert desk.cards.in_use(ann, lost).number == SECOND
    assert {card.number for card in desk.profiles.of(ann).cards if card.retired is None} == {SECOND}


def test_who_has_no_card_in_use_gets_a_new_number_once(desk: Desk, ann: UUID) -> None:
    for number in (FIRST, SECOND):
        desk.profiles.change(ann, RetireCard(card(desk, ann, number)))
    new = desk.cards.in_use(ann).number
    assert new not in {FIRST, SECOND}
    assert desk.cards.in_use(ann).number == new
