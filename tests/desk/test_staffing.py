"""What managers do about the staff, and what is kept of who did what; with a real database file."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from kiosk.desk import Desk
from kiosk.desk.staff import staff_of
from kiosk.exchange import shop_file
from kiosk.locale import Speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.changing.taps import Action
from kiosk.people.greeting.cues import CueKind
from kiosk.people.greeting.greetings import Greeting
from kiosk.people.greeting.notices import opener
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.known.customers import MOST_IN_A_NAME
from kiosk.people.staff.members import ManagersOnly, Role, StaffMember
from kiosk.people.texts import RefusedText
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from tests.clock import Clock
from tests.serving import serve

STAFF = [
    {"key": "mia", "name": "Mia", "role": "staff"},
    {"key": "sam", "name": "Sam", "role": "staff"},
    {"key": "ada", "name": "Ada", "role": "manager"},
]
ANN: dict[str, Any] = {
    "key": "ann",
    "name": "Ann",
    "cards": [{"number": "LOY-1"}, {"number": "LOY-old", "retired": "lost"}],
    "important_dates": [{"month": 11, "day": 19}],
    "notes": [{"kind": "make_right", "text": "the cake", "written_at": "2026-11-20T09:00"}],
    "gestures": [{"direction": "received", "what": "figs", "at": "2026-11-20T09:00"}],
    "relationships": [{"to": "ben", "kind": "friend"}],
}
BEN: dict[str, Any] = {"key": "ben", "name": "Ben", "cards": [{"number": "LOY-2"}]}


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, ANN, BEN, staff=STAFF)
    return database


@pytest.fixture
def desk(shop: Database, words: Speech, clock: Clock) -> Desk:
    return Desk(shop, words, clock)


@pytest.fixture
def ids(desk: Desk) -> dict[str, UUID]:
    return {member.name: member.id for member in desk.staff.members()}


@pytest.fixture
def managed(desk: Desk, shop: Database, words: Speech, clock: Clock, ids: dict[str, UUID]) -> Desk:
    """The desk with Ada at it, who has shown who she is."""
    desk.at_counter.sign_in(ids["Ada"], staff_of(shop, words, clock).new_pin(ids["Ada"]))
    return desk


def greet(desk: Desk, number: str = "LOY-1") -> Greeting:
    return serve(desk, number).greeting


def of(desk: Desk, name: str) -> StaffMember:
    return next(member for member in desk.staff.members() if member.name == name)


def kept(database: Database, table: str, column: str = "staff_id") -> list[Any]:
    with database.reading() as session:
        return [row[column] for row in stored.read(session, table)]


EVERYTHING: dict[str, Callable[[Desk, UUID], object]] = {
    "hire": lambda desk, _: desk.staff.hire("Eve"),
    "rename": lambda desk, id: desk.staff.rename(id, "Eve"),
    "change_role": lambda desk, id: desk.staff.change_role(id, Role.MANAGER),
    "new_pin": lambda desk, id: desk.staff.new_pin(id),
    "take_pin": lambda desk, id: desk.staff.take_pin(id),
    "give_badge": lambda desk, id: desk.staff.give_badge(id, "STAFF-7"),
    "take_badge": lambda desk, id: desk.staff.take_badge(id),
    "leave": lambda desk, id: desk.staff.leave(id),
}


@pytest.mark.parametrize("who", [None, "Mia", "Ada"])
@pytest.mark.parametrize("deed", EVERYTHING)
def test_only_a_manager_who_has_shown_it_may_do_anything_about_the_staff(
    deed: str, who: str | None, desk: Desk, ids: dict[str, UUID]
) -> None:
    if who is not None:
        desk.at_counter.sign_in(ids[who])
    before = desk.staff.members()
    with pytest.raises(ManagersOnly, match=r"^Only a manager can do that\.$"):
        EVERYTHING[deed](desk, ids["Mia"])
    assert desk.staff.members() == before


@pytest.mark.parametrize("deed", EVERYTHING)
def test_a_manager_may_do_all_of_it(deed: str, managed: Desk, ids: dict[str, UUID]) -> None:
    EVERYTHING[deed](managed, ids["Mia"])


@pytest.mark.parametrize(
    "deed",
    [
        lambda desk, name: desk.staff.hire(name),
        lambda desk, name: desk.staff.rename(of(desk, "Mia").id, name),
    ],
)
def test_a_name_is_never_too_long_for_the_shop_file(
    deed: Callable[[Desk, str], object], managed: Desk, shop: Database, exported: Callable[[Database], str]
) -> None:
    longest = "E" * MOST_IN_A_NAME
    with pytest.raises(RefusedText, match=f"{MOST_IN_A_NAME} letters are the most"):
        deed(managed, f"{longest}e")
    deed(managed, longest)
    assert longest in {one.name for one in shop_file.read(exported(shop)).staff}


def test_a_manager_makes_somebody_else_one(managed: Desk, ids: dict[str, UUID]) -> None:
    managed.staff.change_role(ids["Mia"], Role.MANAGER)
    managed.at_counter.sign_in(ids["Mia"], managed.staff.new_pin(ids["Mia"]))
    managed.staff.leave(ids["Ada"])
    assert of(managed, "Mia").role is Role.MANAGER


def test_whoever_is_hired_can_sign_in_and_be_called_otherwise(managed: Desk) -> None:
    eve = managed.staff.hire(" Eve ", Role.MANAGER)
    assert of(managed, "Eve") == StaffMember(eve, "Eve", Role.MANAGER)
    managed.staff.rename(eve, "Evelyn")
    pin = managed.staff.new_pin(eve)
    managed.staff.give_badge(eve, "STAFF-7")
    assert of(managed, "Evelyn") == StaffMember(eve, "Evelyn", Role.MANAGER, True, True)
    assert managed.at_counter.sign_in(eve, pin).member == of(managed, "Evelyn")


@pytest.mark.parametrize("name", ["", "  ", "4111 1111 1111 1111", "a\x00b"])
def test_a_name_that_cannot_be_kept_is_refused(name: str, managed: Desk, ids: dict[str, UUID]) -> None:
    for call in (managed.staff.hire, lambda text: managed.staff.rename(ids["Mia"], text)):
        with pytest.raises(RefusedText):
            call(name)
    assert [member.name for member in managed.staff.members()] == ["Ada", "Mia", "Sam"]


@pytest.mark.parametrize(
    "deed",
    [
        lambda desk, id: desk.staff.leave(id),
        lambda desk, id: desk.staff.take_pin(id),
        lambda desk, id: desk.staff.change_role(id, Role.STAFF),
    ],
    ids=["leave", "take_pin", "change_role"],
)
def test_the_last_manager_with_a_pin_stays_one(
    deed: Callable[[Desk, UUID], None], managed: Desk, ids: dict[str, UUID]
) -> None:
    managed.staff.change_role(ids["Mia"], Role.MANAGER)
    before = managed.staff.members()
    with pytest.raises(RefusedText, match=r"^Nobody else could manage then\."):
        deed(managed, ids["Ada"])
    assert managed.staff.members() == before
    managed.staff.new_pin(ids["Mia"])
    deed(managed, ids["Ada"])
    assert managed.staff.members() != before


def test_whoever_leaves_while_at_the_counter_is_there_no_longer(
    managed: Desk, shop: Database, ids: dict[str, UUID]
) -> None:
    managed.staff.new_pin(managed.staff.hire("Eve", Role.MANAGER))
    managed.staff.leave(ids["Ada"])
    assert managed.at_counter.member() is None
    greet(managed)
    assert kept(shop, "visit") == [None]


@pytest.mark.parametrize(
    ("number", "reason"),
    [
        ("LOY-1", "That is a customer’s card."),
        ("LOY-old", "That is a customer’s card."),
        ("4111111111111111", "That looks like the number of a payment card, which is never kept."),
        ("STAFF-8", "That is somebody else’s badge."),
    ],
)
def test_a_badge_is_nobody_elses_and_no_card(
    number: str, reason: str, managed: Desk, shop: Database, ids: dict[str, UUID]
) -> None:
    managed.staff.give_badge(ids["Sam"], "STAFF-8")
    managed.staff.give_badge(ids["Mia"], "STAFF-7")
    with pytest.raises(RefusedText) as refused:
        managed.staff.give_badge(ids["Mia"], number)
    assert str(refused.value) == reason
    assert sorted(filter(None, kept(shop, "staff", "badge"))) == ["STAFF-7", "STAFF-8"]


@pytest.mark.parametrize("number", ["7", "STAF7", "0000000", "ABCABCABC"])
def test_a_badge_that_is_easily_guessed_is_not_given(
    number: str, managed: Desk, shop: Database, ids: dict[str, UUID]
) -> None:
    with pytest.raises(RefusedText, match="too easy to guess"):
        managed.staff.give_badge(ids["Mia"], number)
    assert not any(kept(shop, "staff", "badge"))


def test_a_badge_can_be_given_to_the_same_person_again_and_to_another_once_they_left(
    managed: Desk, ids: dict[str, UUID]
) -> None:
    for _ in range(2):
        managed.staff.give_badge(ids["Sam"], "STAFF-8")
    managed.staff.leave(ids["Sam"])
    managed.staff.give_badge(ids["Mia"], "STAFF-8")
    assert of(managed, "Mia").has_badge


def test_a_badge_becomes_no_customers_card(managed: Desk, shop: Database, ids: dict[str, UUID]) -> None:
    managed.staff.give_badge(ids["Mia"], "STAFF-7")
    ann = greet(managed).customer
    assert ann is not None
    cards = kept(shop, "card", "number")
    assert managed.newcomers.keep("STAFF-7", None, Newcomer("Zoe")).greeting.outcome is Outcome.STAFF
    assert managed.newcomers.replace_card(ann.id, "STAFF-7", None).greeting.outcome is Outcome.STAFF
    assert kept(shop, "card", "number") == cards


def test_who_is_at_the_counter_stands_by_what_they_did(
    desk: Desk, shop: Database, ids: dict[str, UUID]
) -> None:
    mia = ids["Mia"]
    desk.at_counter.sign_in(mia)
    greeting = greet(desk)
    ann = greeting.customer
    assert ann is not None
    assert kept(shop, "visit") == [mia]
    for cue in greeting.cues:
        if cue.tap is not None:
            desk.taps.keep(ann.id, frozenset(), cue.tap)
    assert {cue.action for cue in greeting.cues} == {*Action} - {Action.ASKED, Action.GAVE, Action.ALLOWED}
    assert kept(shop, "wish") == kept(shop, "closing") == kept(shop, "thanks") == [mia]
    desk.notes.write(ann.id, frozenset(), Draft(DraftKind.REMEMBER, "Plays chess", ann))
    desk.notes.write(ann.id, frozenset(), Draft(DraftKind.GAVE, "coffee", ann))
    assert kept(shop, "note", "author_id") == [None, mia]
    assert kept(shop, "gesture") == [None, mia]
    desk.greetings.come_along(ann.id, frozenset(), greeting.companions[0].customer.id)
    assert kept(shop, "visit") == [mia, mia]
    desk.newcomers.keep("LOY-3", None, Newcomer("Zoe"))
    assert kept(shop, "customer", "consent_by") == [None, None, mia]


def test_what_nobody_signed_in_for_is_nobodys(desk: Desk, shop: Database, ids: dict[str, UUID]) -> None:
    desk.at_counter.sign_in(ids["Mia"])
    desk.at_counter.sign_out()
    greeting = greet(desk)
    assert greeting.customer is not None
    desk.notes.write(greeting.customer.id, frozenset(), Draft(DraftKind.REMEMBER, "Chess", greeting.customer))
    assert kept(shop, "visit") == [None]
    assert kept(shop, "note", "author_id") == [None, None]


def test_a_note_tells_who_wrote_it_also_when_they_have_left(
    managed: Desk, shop: Database, words: Speech, clock: Clock, ids: dict[str, UUID]
) -> None:
    managed.at_counter.sign_in(ids["Mia"])
    ann = greet(managed).customer
    assert ann is not None
    managed.notes.write(ann.id, frozenset(), Draft(DraftKind.REMEMBER, "Plays chess", ann))
    managed.at_counter.sign_in(ids["Ada"], staff_of(shop, words, clock).new_pin(ids["Ada"]))
    managed.staff.leave(ids["Mia"])
    notes = [cue.detail for cue in greet(managed).cues if cue.kind is CueKind.NOTE]
    assert notes == ["24 November · Mia"]


def test_the_last_chip_tells_who_greeted_them_last_unless_it_is_the_same_person(
    desk: Desk, clock: Clock, ids: dict[str, UUID]
) -> None:
    desk.at_counter.sign_in(ids["Sam"])
    greet(desk)
    clock.now += timedelta(days=1)
    assert greet(desk).chips == ("Second visit",)
    clock.now += timedelta(days=1)
    desk.at_counter.sign_in(ids["Mia"])
    assert greet(desk).chips[-1:] == ("Last greeted by Sam",)
    clock.now += timedelta(minutes=5)
    assert greet(desk).chips[-1:] == ("Last greeted by Sam",), "the visit under way is not the last one"
    clock.now += timedelta(days=1)
    desk.at_counter.sign_out()
    assert greet(desk).chips[-1:] == ("Last greeted by Mia",)
    clock.now += timedelta(days=1)
    assert greet(desk).chips == (), "nobody knows who greeted them the last time"


def test_who_greeted_somebody_else_at_the_same_second_is_not_confused_with_it(
    desk: Desk, clock: Clock, ids: dict[str, UUID]
) -> None:
    greet(desk)
    desk.at_counter.sign_in(ids["Sam"])
    greet(desk, "LOY-2")
    clock.now += timedelta(days=1)
    assert greet(desk).chips == ("Second visit",)


def test_a_new_face_is_met_by_name(desk: Desk, words: Speech, ids: dict[str, UUID]) -> None:
    assert opener(greet(desk, "LOY-9"), words) == "“Welcome! New around here, or just new to us?”"
    desk.at_counter.sign_in(ids["Mia"])
    said = opener(greet(desk, "LOY-9"), words)
    assert said == "“Welcome! I’m Mia. New around here, or just new to us?”"
