"""What staff are told of the other counters."""

import os
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from uuid6 import uuid7

from kiosk.desk import CountersToAdmit, Desk
from kiosk.desk.others import still_to_forget, still_to_hear, unmet_since
from kiosk.locale import Speech
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.known.notes import NoteKind
from kiosk.people.texts import RefusedText
from kiosk.storage.file.database import Database
from kiosk.storage.models import Note
from kiosk.sync.hub.membership import Membership, keep_membership
from kiosk.sync.hub.site import Site, keep_hosted
from kiosk.sync.standing import CounterStatus, keep_standing


@pytest.fixture
def file(tmp_path: Path, now: datetime) -> Path:
    """The database of counter 1, which has joined a hub and met it just now."""
    database = tmp_path / "kiosk.db"
    keep_membership(database, Membership("hub.example", 5440, 1, "k_1", "secret"))
    return database


def met(database: Path, at: datetime, *others: CounterStatus) -> None:
    keep_standing(database, [CounterStatus("1", at.timestamp(), 0, 7, is_own=True), *others])
    os.utime(database.with_name("kiosk.db.hub-status"), (at.timestamp(), at.timestamp()))


def test_a_shop_with_one_counter_is_told_nothing(tmp_path: Path, words: Speech, now: datetime) -> None:
    alone = tmp_path / "kiosk.db"
    assert unmet_since(alone, now) is None
    assert still_to_forget(alone, words, now) == ""
    assert still_to_forget(None, words, now) == ""


def test_a_hub_that_was_not_met_for_a_day_is_told_with_the_day(file: Path, now: datetime) -> None:
    met(file, now - timedelta(hours=23))
    assert unmet_since(file, now) is None
    met(file, now - timedelta(days=3))
    assert unmet_since(file, now) == now.date() - timedelta(days=3)


def test_what_this_counter_has_still_to_hear_is_told_as_the_hub_told_it(
    file: Path, tmp_path: Path, now: datetime
) -> None:
    assert still_to_hear(file) == 0
    met(file, now, CounterStatus("2", now.timestamp(), 0, 5000))
    assert still_to_hear(file) == 7
    assert still_to_hear(tmp_path / "alone.db") is None


def test_where_all_counters_are_there_nothing_is_left_to_be_told(
    file: Path, words: Speech, now: datetime
) -> None:
    met(file, now, CounterStatus("2", now.timestamp() - 20, 0, 0))
    assert still_to_forget(file, words, now) == ""


def test_a_counter_that_is_away_is_named_with_the_day(file: Path, words: Speech, now: datetime) -> None:
    away = (now - timedelta(days=4)).timestamp()
    met(file, now, CounterStatus("2", now.timestamp(), 0, 0), CounterStatus("3", away, 0, 7))
    assert still_to_forget(file, words, now) == (
        "They are forgotten everywhere but where the hub was not met since: counter 3 (20 November)."
    )


def test_without_the_hub_the_others_hear_of_it_later(file: Path, words: Speech, now: datetime) -> None:
    met(file, now - timedelta(hours=2))
    assert "once this one meets the hub again" in still_to_forget(file, words, now)


def test_the_hub_lets_in_a_new_counter_or_another_machine_for_one_that_is_away(
    file: Path, database: Database, words: Speech, now: datetime
) -> None:
    assert database.file is not None
    sharing = Desk(database, words, lambda: now).sharing
    assert sharing.counters_to_admit() is None
    keep_hosted(database.file, Site("192.168.1.2", 5440, 1, "f" * 43))
    met(database.file, now, CounterStatus("2", now.timestamp() - 4000, 0, 0), CounterStatus("3", None, 0, 0))
    assert sharing.counters_to_admit() == CountersToAdmit("4", ["2", "3"])


def test_without_the_service_there_is_no_code_and_it_is_said(
    database: Database, words: Speech, now: datetime
) -> None:
    with pytest.raises(RefusedText, match="No code could be made"):
        Desk(database, words, lambda: now).sharing.code("2")


@pytest.fixture
def cautious(database: Database, words: Speech, now: datetime) -> Desk:
    """A desk that shows names alone after thirty days without the hub, which its counter has joined."""
    assert database.file is not None
    keep_membership(database.file, Membership("hub.example", 5440, 1, "k_1", "secret"))
    return Desk(database, words, lambda: now, names_alone_after=30)


@pytest.mark.parametrize(("days", "is_whole"), [(29, True), (31, False)])
def test_after_thirty_days_without_the_hub_names_alone_are_shown(
    cautious: Desk, database: Database, now: datetime, days: int, is_whole: bool
) -> None:
    assert database.file is not None
    keep_standing(database.file, [])
    then = (now - timedelta(days=days)).timestamp()
    os.utime(f"{database.file}.hub-status", (then, then))
    answer = cautious.newcomers.keep("2900000009998", None, Newcomer("Noor"))
    whose = answer.greeting.whose
    assert whose is not None
    with database.writing() as session:
        session.add(
            Note(id=uuid7(), customer_id=whose, kind=NoteKind.ALWAYS_SHOW, text="No nuts", written_at=now)
        )
    greeting = cautious.greetings.recognise(whose).greeting
    assert greeting.customer is not None
    assert greeting.customer.name == "Noor"
    assert bool(greeting.cues) is is_whole
    if not is_whole:
        assert greeting.say == "Names alone, until this counter meets the others again."
        with pytest.raises(RefusedText, match="Names alone"):
            cautious.profiles.of(whose)
        assert not any(cautious.briefing(now).items.values())


def test_a_counter_that_stands_for_itself_never_shows_names_alone(
    database: Database, words: Speech, now: datetime
) -> None:
    desk = Desk(database, words, lambda: now, names_alone_after=30)
    whose = desk.newcomers.keep("2900000009998", None, Newcomer("Noor")).greeting.whose
    assert whose is not None
    assert desk.profiles.of(whose).customer.name == "Noor"
