"""Whether somebody may be remembered: asked on their first visit, and thought of anew where nobody asks."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import update

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.changing.taps import Action, Tap
from kiosk.people.staff.members import ManagersOnly
from kiosk.storage.file.database import Database
from kiosk.storage.models import Customer
from tests.serving import serve

CARD = "2900000000995"
ANN = {"key": "ann", "name": "Ann", "cards": [{"number": CARD}]}


@pytest.fixture
def desk(database: Database, words: Speech, now: datetime, fill: Callable[..., None]) -> Desk:
    fill(database, ANN)
    return Desk(database, words, lambda: now)


def ann(desk: Desk) -> UUID:
    greeting = serve(desk, CARD).greeting
    assert greeting.customer is not None
    return greeting.customer.id


def allow(desk: Desk, who: UUID) -> Tap:
    tap = Tap(Action.ALLOWED, who, who)
    assert not desk.taps.keep(who, frozenset(), tap).greeting.asks_consent
    return tap


def test_the_first_greeting_asks_until_it_is_answered_or_over(
    database: Database, words: Speech, now: datetime, desk: Desk
) -> None:
    assert serve(desk, CARD).greeting.asks_consent
    assert serve(desk, CARD).greeting.asks_consent
    tomorrow = Desk(database, words, lambda: now + timedelta(days=1))
    assert not serve(tomorrow, CARD).greeting.asks_consent


def test_a_yes_is_kept_with_its_day_and_can_be_taken_back(desk: Desk) -> None:
    who = ann(desk)
    tap = allow(desk, who)
    assert desk.profiles.of(who).consent_on == date(2026, 11, 24)
    assert not serve(desk, CARD).greeting.asks_consent
    assert desk.taps.take_back(who, frozenset(), tap).greeting.asks_consent
    assert desk.profiles.of(who).consent_on is None


def test_who_said_yes_before_is_not_asked(
    database: Database, words: Speech, now: datetime, fill: Callable[..., None]
) -> None:
    fill(database, {**ANN, "consent": {"on": "2021-03-01"}})
    assert not serve(Desk(database, words, lambda: now), CARD).greeting.asks_consent


def test_whoever_is_at_the_counter_forgets_who_says_no_and_nobody_who_has_said_yes(desk: Desk) -> None:
    who = ann(desk)
    allow(desk, who)
    with pytest.raises(ManagersOnly):
        desk.profiles.decline(who)
    desk.taps.take_back(who, frozenset(), Tap(Action.ALLOWED, who, who))
    desk.profiles.decline(who)
    assert desk.finding.find("Ann").found == ()


def test_who_was_not_asked_for_thirty_days_is_proposed_for_forgetting(
    database: Database, words: Speech, now: datetime, desk: Desk
) -> None:
    who = ann(desk)

    def taken_over(ago: timedelta) -> None:
        with database.writing() as session:
            session.execute(update(Customer).where(Customer.id == who).values(updated_at=now - ago))

    taken_over(timedelta(days=30))
    assert desk.profiles.forgettable(8) == []
    taken_over(timedelta(days=30, minutes=1))
    assert [one.hint for one in desk.profiles.forgettable(8)] == ["not asked yet · last here on 24 November"]
    allow(desk, who)
    taken_over(timedelta(days=31))
    assert desk.profiles.forgettable(8) == []
