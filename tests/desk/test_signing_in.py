"""Who is at the counter, with a real database file."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest
from argon2 import PasswordHasher

from drivers import CardPattern, Scan
from kiosk.desk import Desk, pins
from kiosk.desk.staff import Staff, staff_of
from kiosk.locale import Speech
from kiosk.people.greeting.notices import Notice, notice
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.staff.members import Role, StaffMember
from kiosk.storage import records as stored
from kiosk.storage import staff
from kiosk.storage.file.database import Database
from tests.clock import Clock
from tests.serving import serve

OURS = (CardPattern("29", 13), CardPattern("LOY-"))
STAFF = [
    {"key": "mia", "name": "Mia", "role": "staff"},
    {"key": "ada", "name": "Ada", "role": "manager"},
]
ANN: dict[str, Any] = {"key": "ann", "name": "Ann", "cards": [{"number": "LOY-1"}]}
NOT_RIGHT = "That is not right. Please try again."


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, ANN, staff=STAFF)
    return database


@pytest.fixture
def desk(shop: Database, words: Speech, clock: Clock) -> Desk:
    return Desk(shop, words, clock, OURS)


@pytest.fixture
def office(shop: Database, words: Speech, clock: Clock) -> Staff:
    """The terminal of this shop."""
    return staff_of(shop, words, clock)


@pytest.fixture
def mia(desk: Desk) -> UUID:
    return who(desk, "Mia").id


@pytest.fixture
def ada(desk: Desk) -> UUID:
    return who(desk, "Ada").id


def who(desk: Desk, name: str) -> StaffMember:
    return next(member for member in desk.staff.members() if member.name == name)


def wrong(pin: str) -> str:
    return f"{(int(pin) + 1) % 1_000_000:06}"


def scan(desk: Desk, number: str) -> tuple[Outcome, Notice]:
    greeting = serve(desk, number).greeting
    return greeting.outcome, notice(greeting, desk._words)


def rows(database: Database, table: str) -> list[dict[str, Any]]:
    with database.reading() as session:
        return stored.read(session, table)


@contextmanager
def held(file: Path) -> Iterator[None]:
    """Somebody else is writing."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield


def test_at_first_nobody_is_at_the_counter(desk: Desk) -> None:
    assert desk.at_counter.member() is None
    assert [member.name for member in desk.staff.members()] == ["Ada", "Mia"]


def test_a_tap_on_a_name_signs_in_and_out_again(desk: Desk, mia: UUID) -> None:
    assert desk.at_counter.sign_in(mia).member == StaffMember(mia, "Mia", Role.STAFF)
    assert desk.at_counter.member() == StaffMember(mia, "Mia", Role.STAFF)
    desk.at_counter.sign_out()
    assert desk.at_counter.member() is None


def test_a_manager_who_only_tapped_their_name_may_do_what_all_staff_may(desk: Desk, ada: UUID) -> None:
    assert desk.at_counter.sign_in(ada).member == StaffMember(ada, "Ada", Role.STAFF)
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.STAFF)
    assert who(desk, "Ada").role is Role.MANAGER


def test_where_a_pin_is_needed_a_tap_is_not_enough(
    shop: Database, words: Speech, clock: Clock, office: Staff, mia: UUID
) -> None:
    desk = Desk(shop, words, clock, pin_is_needed=True)
    assert desk.at_counter.sign_in(mia).sentence == "Please type your PIN."
    assert desk.at_counter.member() is None
    assert desk.at_counter.sign_in(mia, office.new_pin(mia)).member is not None


def test_a_pin_lets_in_with_every_right(desk: Desk, office: Staff, ada: UUID) -> None:
    pin = office.new_pin(ada)
    assert desk.at_counter.sign_in(ada, pin).member == StaffMember(ada, "Ada", Role.MANAGER, has_pin=True)
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.MANAGER, has_pin=True)


def test_a_pin_is_six_digits_and_another_one_each_time(office: Staff, mia: UUID) -> None:
    made = [office.new_pin(mia) for _ in range(3)]
    assert all(len(pin) == 6 and pin.isdecimal() for pin in made)
    assert len(set(made)) > 1


def test_only_a_hash_of_a_pin_is_kept_as_careful_as_owasp_asks(
    office: Staff, shop: Database, database_file: Path, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    (kept,) = (row["pin_hash"] for row in rows(shop, "staff") if row["id"] == mia)
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert pin.encode() not in database_file.read_bytes()


def test_a_pin_hashed_with_less_care_is_hashed_anew_once_it_was_right(
    desk: Desk, shop: Database, database_file: Path, mia: UUID
) -> None:
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("123456")
    with closing(sqlite3.connect(database_file)) as other, other:
        other.execute("UPDATE staff SET pin_hash = ? WHERE key = 'mia'", (weak,))
    assert desk.at_counter.sign_in(mia, "654321").sentence == NOT_RIGHT
    assert rows(shop, "staff")[0]["pin_hash"] == weak
    for _ in range(2):
        assert desk.at_counter.sign_in(mia, "123456").member is not None
        assert "$m=19456,t=2,p=1$" in rows(shop, "staff")[0]["pin_hash"]


@pytest.mark.parametrize("whose", ["nobody’s", "without a PIN", "with another PIN", "a damaged hash"])
def test_every_wrong_pin_is_answered_with_the_same_sentence(
    whose: str, desk: Desk, office: Staff, database_file: Path, mia: UUID, ada: UUID
) -> None:
    pin = office.new_pin(ada)
    if whose == "a damaged hash":
        with closing(sqlite3.connect(database_file)) as other, other:
            other.execute("UPDATE staff SET pin_hash = 'x' WHERE key = 'ada'")
    staff_id = {"nobody’s": UUID(int=1), "without a PIN": mia}.get(whose, ada)
    given = wrong(pin) if whose == "with another PIN" else pin
    assert desk.at_counter.sign_in(staff_id, given).sentence == NOT_RIGHT
    assert desk.at_counter.member() is None


def test_who_is_at_the_counter_stays_there_when_another_pin_is_wrong(
    desk: Desk, office: Staff, mia: UUID, ada: UUID
) -> None:
    desk.at_counter.sign_in(mia)
    desk.at_counter.sign_in(ada, wrong(office.new_pin(ada)))
    assert desk.at_counter.member() == StaffMember(mia, "Mia", Role.STAFF)


def test_five_wrong_tries_make_one_wait_and_the_right_pin_waits_too(
    desk: Desk, office: Staff, clock: Clock, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    said = [desk.at_counter.sign_in(mia, wrong(pin)).sentence for _ in range(5)]
    assert said == [NOT_RIGHT] * 4 + ["Too many wrong tries. Please wait 30 seconds."]
    clock.forward(seconds=29)
    assert desk.at_counter.sign_in(mia, pin).sentence == "Too many wrong tries. Please wait 1 second."
    clock.forward(seconds=1)
    assert desk.at_counter.sign_in(mia, pin).member is not None
    assert desk.at_counter.sign_in(mia, wrong(pin)).sentence == NOT_RIGHT


def test_the_pause_grows_and_trying_meanwhile_does_not_make_it_longer(
    desk: Desk, office: Staff, clock: Clock, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    for _ in range(5):
        desk.at_counter.sign_in(mia, wrong(pin))
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        clock.forward(seconds=seconds - 1)
        assert desk.at_counter.sign_in(mia, wrong(pin)).sentence.endswith(" 1 second.")
        clock.forward(seconds=1)
        assert desk.at_counter.sign_in(mia, wrong(pin)).sentence.startswith("Too many wrong tries.")
    clock.forward(minutes=15)
    assert desk.at_counter.sign_in(mia, pin).member is not None


def test_a_pause_is_one_persons_alone(desk: Desk, office: Staff, mia: UUID, ada: UUID) -> None:
    pins = {id: office.new_pin(id) for id in (mia, ada)}
    for _ in range(5):
        desk.at_counter.sign_in(mia, wrong(pins[mia]))
    assert desk.at_counter.sign_in(mia, pins[mia]).member is None
    assert desk.at_counter.sign_in(ada, pins[ada]).member is not None


def test_a_restart_does_not_shorten_the_pause(
    desk: Desk, office: Staff, database_file: Path, words: Speech, clock: Clock, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    for _ in range(5):
        desk.at_counter.sign_in(mia, wrong(pin))
    clock.forward(seconds=10)
    with closing(Database(f"sqlite:///{database_file}")) as reopened:
        again = Desk(reopened, words, clock)
        assert again.at_counter.sign_in(mia, pin).sentence == "Too many wrong tries. Please wait 20 seconds."
        clock.forward(seconds=20)
        assert again.at_counter.sign_in(mia, pin).member is not None


def test_a_clock_set_back_by_years_locks_nobody_out(
    desk: Desk, office: Staff, clock: Clock, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    for _ in range(5):
        desk.at_counter.sign_in(mia, wrong(pin))
    clock.forward(days=-2000)
    assert desk.at_counter.sign_in(mia, pin).sentence == "Too many wrong tries. Please wait 30 seconds."
    clock.forward(seconds=30)
    assert desk.at_counter.sign_in(mia, pin).member is not None


def test_a_try_that_cannot_be_counted_is_not_looked_at(
    desk: Desk, office: Staff, shop: Database, database_file: Path, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    with shop.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with held(database_file):
        for given in (pin, wrong(pin)):
            assert desk.at_counter.sign_in(mia, given).sentence.startswith(
                "Another program is holding the data."
            )
    assert desk.at_counter.member() is None
    assert desk.at_counter.sign_in(mia, pin).member is not None


def test_of_eight_tries_at_once_five_are_looked_at(
    desk: Desk, office: Staff, mia: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong_pin = wrong(office.new_pin(mia))
    all_begun, looked_at = Barrier(8, timeout=20), []
    monkeypatch.setattr(pins, "is_right", lambda *_: looked_at.append(1))

    def give_pin(_: int) -> str:
        all_begun.wait()
        return desk.at_counter.sign_in(mia, wrong_pin).sentence

    with ThreadPoolExecutor(8) as at_once:
        said = list(at_once.map(give_pin, range(8)))
    assert len(looked_at) == 5
    assert sum(sentence.startswith("Too many wrong tries.") for sentence in said) == 4


def test_a_new_pin_ends_the_pause_and_the_old_one(desk: Desk, office: Staff, mia: UUID) -> None:
    old = office.new_pin(mia)
    for _ in range(5):
        desk.at_counter.sign_in(mia, wrong(old))
    new = office.new_pin(mia)
    assert desk.at_counter.sign_in(mia, new).member is not None
    assert old == new or desk.at_counter.sign_in(mia, old).sentence == NOT_RIGHT


@pytest.mark.parametrize("badge", ["STAFF-7", "2900000000995", "LOY-staff", "先生のカード"])
def test_a_badge_signs_in_and_out_whatever_its_number_looks_like(
    badge: str, desk: Desk, office: Staff, shop: Database, ada: UUID
) -> None:
    office.give_badge(ada, badge)
    assert scan(desk, badge) == (Outcome.STAFF, Notice("Hello, Ada", "You are at the counter now."))
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.MANAGER, has_badge=True)
    assert scan(desk, badge) == (Outcome.STAFF, Notice("Goodbye, Ada"))
    assert desk.at_counter.member() is None
    assert rows(shop, "visit") == []


@pytest.mark.parametrize("badge", ["A", "生", "12345", "0000000", "ABABABAB"])
def test_a_badge_that_is_easily_guessed_gives_nobody_a_managers_rights(
    badge: str, desk: Desk, shop: Database, ada: UUID
) -> None:
    with shop.writing() as session:
        staff.change(session, ada, badge=badge)
    assert scan(desk, badge)[1].title == "Hello, Ada"
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.STAFF, has_badge=True)
    assert scan(desk, badge)[1].title == "Goodbye, Ada"


def guess_badges(desk: Desk) -> None:
    """Five wrong ones where a manager is asked for."""
    desk.badges.expect_manager(True)
    for number in range(5):
        assert scan(desk, f"GUESS-{number}")[0] is Outcome.NOT_OURS


def test_wrong_badges_where_a_manager_is_asked_for_meet_the_pause_of_wrong_pins(
    desk: Desk, office: Staff, ada: UUID, clock: Clock
) -> None:
    office.give_badge(ada, "STAFF-7")
    guess_badges(desk)
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        for badge in ("STAFF-7", "GUESS-9"):
            clock.forward(seconds=seconds / 2 - 1)
            assert scan(desk, badge)[1].title.startswith("Too many wrong tries. Please wait")
            assert desk.at_counter.member() is None
        clock.forward(seconds=2)
        assert scan(desk, "GUESS-9")[0] is Outcome.NOT_OURS
    clock.forward(minutes=15)
    assert scan(desk, "STAFF-7")[1].title == "Hello, Ada"
    desk.at_counter.sign_out()
    assert not desk.badges.pause()


def test_during_the_pause_a_badge_gives_no_managers_rights_on_any_other_screen(
    desk: Desk, office: Staff, ada: UUID, clock: Clock
) -> None:
    office.give_badge(ada, "STAFF-7")
    guess_badges(desk)
    desk.badges.expect_manager(False)
    scan(desk, "STAFF-7")
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.STAFF, has_badge=True)
    clock.forward(seconds=30)
    scan(desk, "STAFF-7")
    assert desk.at_counter.member() == StaffMember(ada, "Ada", Role.MANAGER, has_badge=True)


def test_the_cards_of_customers_are_no_wrong_badges(desk: Desk, office: Staff, mia: UUID) -> None:
    office.give_badge(mia, "STAFF-8")
    for number in [*(f"LOY-{number}" for number in range(2, 20)), "5000000000000"]:
        scan(desk, number)
    desk.badges.expect_manager(True)
    for _ in range(10):
        assert serve(desk, "LOY-1").greeting.outcome is Outcome.WELCOME
        assert scan(desk, "STAFF-8")[0] is Outcome.STAFF
    assert not desk.badges.pause()


def test_a_upc_scanned_with_13_digits_is_the_badge_that_was_kept_with_12(
    desk: Desk, office: Staff, mia: UUID, shop: Database, words: Speech, clock: Clock
) -> None:
    office.give_badge(mia, "012345678905")
    assert scan(desk, "0012345678905")[0] is Outcome.STAFF


def test_another_badge_takes_over(desk: Desk, office: Staff, mia: UUID, ada: UUID) -> None:
    office.give_badge(mia, "BADGE-M")
    office.give_badge(ada, "BADGE-A")
    scan(desk, "BADGE-M")
    assert scan(desk, "BADGE-A")[1].title == "Hello, Ada"
    assert scan(desk, "BADGE-M")[1].title == "Hello, Mia"


def test_the_badge_of_a_manager_who_only_tapped_their_name_gives_them_their_rights(
    desk: Desk, office: Staff, ada: UUID
) -> None:
    office.give_badge(ada, "BADGE-A")
    desk.at_counter.sign_in(ada)
    assert scan(desk, "BADGE-A")[1].title == "Hello, Ada"
    member = desk.at_counter.member()
    assert member is not None
    assert member.role is Role.MANAGER


def test_a_preview_of_a_badge_signs_nobody_in_and_is_not_one_of_our_cards(
    desk: Desk, office: Staff, ada: UUID, now: datetime
) -> None:
    for badge in ("STAFF-7", "LOY-staff"):
        office.give_badge(ada, badge)
        assert desk.greetings.preview(Scan(badge, None, 0.0), now).outcome is Outcome.NOT_OURS
    assert desk.at_counter.member() is None


def test_a_badge_that_was_taken_is_a_card_like_any_other(desk: Desk, office: Staff, ada: UUID) -> None:
    office.give_badge(ada, "LOY-staff")
    office.take_badge(ada)
    assert scan(desk, "LOY-staff")[0] is Outcome.UNKNOWN


def test_nobody_signs_in_who_has_left(desk: Desk, office: Staff, mia: UUID) -> None:
    pin = office.new_pin(mia)
    office.give_badge(mia, "STAFF-7")
    desk.at_counter.sign_in(mia)
    office.leave(mia)
    assert desk.at_counter.member() is None
    assert [member.name for member in desk.staff.members()] == ["Ada"]
    assert desk.at_counter.sign_in(mia).sentence == desk.at_counter.sign_in(mia, pin).sentence == NOT_RIGHT
    assert scan(desk, "STAFF-7")[0] is Outcome.NOT_OURS


def test_who_loses_their_role_has_lost_it_at_once(desk: Desk, office: Staff, mia: UUID, ada: UUID) -> None:
    desk.at_counter.sign_in(ada, office.new_pin(ada))
    office.change_role(mia, Role.MANAGER)
    office.new_pin(mia)
    office.change_role(ada, Role.STAFF)
    member = desk.at_counter.member()
    assert member is not None
    assert member.role is Role.STAFF


def test_a_newer_database_lets_in_by_name_and_badge_and_says_why_not_by_pin(
    office: Staff, database_file: Path, words: Speech, clock: Clock, mia: UUID
) -> None:
    pin = office.new_pin(mia)
    office.give_badge(mia, "STAFF-7")
    with closing(Database(f"sqlite:///{database_file}", read_only=True)) as newer:
        desk = Desk(newer, words, clock)
        told = "This program is older than its data: it greets, and saves nothing."
        assert desk.at_counter.sign_in(mia, pin).sentence == told
        assert scan(desk, "STAFF-7")[0] is Outcome.STAFF
        assert desk.at_counter.sign_in(mia).member is not None
