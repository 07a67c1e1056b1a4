"""Somebody from another shop of the chain shows a card that nobody has here."""

import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import update
from uuid6 import uuid7

from drivers import Scan
from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.changing.changes import ChangeManner, KeepDate, KnownInAllShops
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.storage.changing import make_change
from kiosk.storage.erasing import erase
from kiosk.storage.models import Card, Note
from kiosk.sync.answering import answering
from kiosk.sync.asking import ask, socket_path
from kiosk.sync.hub.connection import Hub
from kiosk.sync.hub.making import administering
from tests.postgres import Postgres
from tests.sync.counters import NOW, SharingCounter, new_hub
from tests.sync.test_sharing import greets_newcomer


class Chain:
    """Two shops of one hub, each with one counter; Jack has a card of the first."""

    def __init__(self, here: SharingCounter, there: SharingCounter) -> None:
        self.here, self.there = here, there
        # All shops of the hub are one chain, also those of the other tests.
        self.card = f"29{uuid7().int % 10**11:011}"
        self.jack = greets_newcomer(here, "Jack", self.card)
        self.change(KnownInAllShops(True))

    def change(self, *several: KnownInAllShops | ChangeManner | KeepDate) -> None:
        with self.here.database.writing() as session:
            for change in several:
                make_change(session, self.jack, change, NOW)
        self.here.meets()

    def writes(self, kind: NoteKind, text: str, not_in_front_of: UUID | None = None) -> None:
        with self.here.database.writing() as session:
            note = Note(id=uuid7(), customer_id=self.jack, kind=kind, text=text, written_at=NOW)
            note.not_in_front_of_id = not_in_front_of
            session.add(note)
        self.here.meets()

    def greeted(self, words: Speech, number: str = "") -> Greeting:
        """The greeting of a card in the other shop, of his own if no other is named."""
        desk = Desk(self.there.database, words, lambda: NOW, is_chain=True)
        return desk.greetings.welcome(Scan(number or self.card, None, 0.0)).greeting


@pytest.fixture
def chain(postgres: Postgres, tmp_path: Path) -> Iterator[Chain]:
    with ExitStack() as opened:
        counters = [
            opened.enter_context(SharingCounter(postgres, new_hub(postgres), tmp_path / f"{name}.db", "1"))
            for name in ("here", "there")
        ]
        there = counters[1]
        assert there.database.file is not None
        hub = Hub(there.hub.membership, there.database.file)
        opened.enter_context(answering(there.database.file, hub))
        yield Chain(*counters)


def lines(greeting: Greeting) -> Sequence[str]:
    return greeting.chips


def test_who_agreed_is_greeted_by_name_in_the_other_shop_and_nothing_is_kept_there(
    chain: Chain, words: Speech
) -> None:
    greeting = chain.greeted(words)
    assert (greeting.outcome, greeting.say) == (Outcome.GUEST, "Jack")
    assert greeting.customer is None
    assert not chain.there.contents()["customer"]


def test_told_is_what_is_always_shown_and_which_days_are_today(chain: Chain, words: Speech) -> None:
    chain.writes(NoteKind.ALWAYS_SHOW, "No nuts for Zoe")
    chain.writes(NoteKind.REMEMBER, "Plays chess")
    chain.change(
        KeepDate(occasion=Occasion.BIRTHDAY, day=NOW.day, month=NOW.month, year=1985),
        KeepDate(occasion=Occasion.NAME_DAY, day=NOW.day - 1, month=NOW.month),
    )
    assert lines(chain.greeted(words)) == ("No nuts for Zoe", "Birthday today")


def test_what_is_not_for_every_ear_is_not_told(chain: Chain, words: Speech) -> None:
    other = greets_newcomer(chain.here, "Alice", "2900000000025")
    chain.writes(NoteKind.ALWAYS_SHOW, "A surprise is planned", not_in_front_of=other)
    assert lines(chain.greeted(words)) == ()


def test_who_prefers_no_name_is_a_guest_without_one(chain: Chain, words: Speech) -> None:
    chain.change(ChangeManner(False, True, None, False))
    assert chain.greeted(words).say == ""


def test_in_a_tender_time_nothing_is_celebrated(chain: Chain, words: Speech) -> None:
    chain.change(
        KeepDate(occasion=Occasion.BIRTHDAY, day=NOW.day, month=NOW.month),
        ChangeManner(True, True, NOW.date() + timedelta(days=3), False),
    )
    assert lines(chain.greeted(words)) == ("Tread gently",)


def test_a_day_that_was_shared_with_somebody_who_has_died_is_not_celebrated(
    chain: Chain, words: Speech
) -> None:
    alice = greets_newcomer(chain.here, "Alice", f"{chain.card}1")
    wedding = KeepDate(occasion=Occasion.ANNIVERSARY, day=NOW.day, month=NOW.month, shared_with=alice)
    chain.change(wedding)
    assert lines(chain.greeted(words)) == ("Anniversary today",)
    with chain.here.database.writing() as session:
        make_change(session, alice, ChangeManner(True, True, None, True), NOW)
    chain.here.meets()
    assert lines(chain.greeted(words)) == ()


def test_whoever_did_not_agree_or_is_gone_is_a_new_face(chain: Chain, words: Speech) -> None:
    assert chain.greeted(words, "2900000000999").outcome is Outcome.UNKNOWN
    chain.change(KnownInAllShops(False))
    assert chain.greeted(words).outcome is Outcome.UNKNOWN
    chain.change(KnownInAllShops(True))
    assert chain.greeted(words).outcome is Outcome.GUEST
    with chain.here.database.writing() as session:
        session.execute(update(Card).values(retired="lost"))
    chain.here.meets()
    assert chain.greeted(words).outcome is Outcome.UNKNOWN
    erase(chain.here.database, chain.jack)
    chain.here.meets()
    assert chain.greeted(words).outcome is Outcome.UNKNOWN


def test_whoever_tries_number_after_number_is_told_nothing_more_that_day(
    chain: Chain, words: Speech, postgres: Postgres
) -> None:
    with administering(postgres.admin) as admin:
        admin.execute("UPDATE hub.shop SET most_asked = 2")
    outcomes = [chain.greeted(words).outcome for _ in range(3)]
    assert outcomes == [Outcome.GUEST, Outcome.GUEST, Outcome.UNKNOWN]


def test_a_hub_that_is_away_leaves_a_new_face(chain: Chain, words: Speech, postgres: Postgres) -> None:
    postgres.stop()
    try:
        assert chain.greeted(words).outcome is Outcome.UNKNOWN
    finally:
        postgres.start()


def test_nobody_waits_for_an_answer_that_does_not_come(tmp_path: Path) -> None:
    database = tmp_path / "kiosk.db"
    assert ask(database, {}, 0.01) is None
    with socket.socket(socket.AF_UNIX) as silent, socket_path(database) as path:
        silent.bind(path)
        silent.listen()
        assert ask(database, {}, 0.01) is None


def test_an_answer_that_makes_no_sense_leaves_a_new_face(chain: Chain, words: Speech) -> None:
    assert chain.there.database.file is not None
    with socket.socket(socket.AF_UNIX) as strange, socket_path(chain.there.database.file) as path:
        Path(path).unlink()
        strange.bind(path)
        strange.listen()
        assert chain.greeted(words).outcome is Outcome.UNKNOWN
