"""Everything kept about one person, read from a real database file."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, update

from kiosk.desk import Desk
from kiosk.locale import Speech
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.known.gestures import Direction
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.own_page import as_text
from kiosk.people.profile.profile import Profile, masked
from kiosk.people.texts import RefusedText
from kiosk.storage.file.database import Database
from kiosk.storage.models import Staff, Thanks
from tests.desk.profiles.kept import JACKS_CARD, JACKS_OLD_CARD
from tests.storage.any_rows import columns_not_told, make_one_of_each


@pytest.fixture
def jack(desk: Desk, ids: dict[str, UUID]) -> Profile:
    return desk.profiles.of(ids["jack-okafor"])


def test_it_tells_who_they_are_and_what_they_agreed_to(jack: Profile) -> None:
    assert (jack.customer.name, jack.customer.called_by) == ("Jack Okafor", "Jack")
    assert (jack.customer.pronunciation, jack.customer.may_mention_age) == ("oh-KAH-for", True)
    assert (jack.consent_on, jack.consent_by) == (date(2021, 3, 2), "Mia")


def test_visits_are_counted_and_the_last_is_a_day_of_the_shop(desk: Desk, jack: Profile) -> None:
    assert (jack.visit_count, jack.last_visit) == (2, date(2026, 10, 17))


def test_the_last_visit_half_an_hour_after_midnight_is_of_the_new_day(
    desk: Desk, ids: dict[str, UUID], database: Database, fill: Callable[..., None]
) -> None:
    fill(database, {"key": "zoe", "name": "Zoe", "visits": [{"at": "2026-10-10T00:30"}]})
    assert desk.profiles.of(ids["zoe"]).last_visit == date(2026, 10, 10)


def test_dates_stand_in_the_order_of_the_year(jack: Profile) -> None:
    kept = [one.important for one in jack.important_dates]
    assert [(one.month, one.day) for one in kept] == [(2, 29), (6, 6), (7, 7), (9, 14), (11, 19)]
    assert (kept[0].leap_day, kept[0].label) == (LeapDay.MARCH_1, "Saint Oswald")
    assert kept[3].calendar is Calendar.HEBREW
    assert (kept[4].year, set(kept[4].wished)) == (1985, {date(2025, 11, 19)})


def test_a_shared_date_names_the_other_on_both_sides(desk: Desk, jack: Profile, ids: dict[str, UUID]) -> None:
    jacks = {one.important.id: one.shared_with for one in jack.important_dates if one.shared_with}
    alices = {
        one.important.id: one.shared_with
        for one in desk.profiles.of(ids["alice"]).important_dates
        if one.important.id in jacks
    }
    assert set(jacks.values()) == {(ids["alice"], "Alice")}
    assert set(alices.values()) == {(ids["jack-okafor"], "Jack")}
    assert jacks.keys() == alices.keys()
    assert len(jacks) == 2


def test_all_notes_are_there_the_newest_first_closed_ones_too(
    jack: Profile, ids: dict[str, UUID], at: Callable[[str], datetime]
) -> None:
    assert [kept.note.text for kept in jack.notes] == ["Hawaii trip", "Plans a surprise", "No nuts for Zoe"]
    hawaii, surprise, nuts = jack.notes
    assert (hawaii.note.kind, hawaii.note.author) == (NoteKind.ASK_ABOUT, "Mia")
    assert (hawaii.closed_at, hawaii.closed_by) == (at("2026-11-05T09:10"), "Mia")
    assert (hawaii.note.show_until, nuts.closed_at) == (date(2026, 12, 24), None)
    assert surprise.not_in_front_of == (ids["alice"], "Alice")


def test_gestures_go_both_ways(jack: Profile, at: Callable[[str], datetime]) -> None:
    nuts, coffee = jack.gestures
    assert (nuts.direction, nuts.what, nuts.by) == (Direction.RECEIVED, "Macadamia nuts", "Mia")
    assert nuts.thanked_at == at("2026-10-18T10:00")
    assert (coffee.direction, coffee.thanked_at) == (Direction.GIVEN, None)


def test_who_thanked_them_is_told(
    desk: Desk, jack: Profile, ids: dict[str, UUID], database: Database
) -> None:
    with database.writing() as session:
        sam = session.scalars(select(Staff.id).where(Staff.key == "sam")).one()
        session.execute(update(Thanks).values(staff_id=sam))
    assert desk.profiles.of(ids["jack-okafor"]).gestures[0].thanked_by == "Sam"


def test_all_times_are_in_the_zone_of_the_shop(jack: Profile, now: datetime) -> None:
    times = [kept.note.written_at for kept in jack.notes] + [gesture.at for gesture in jack.gestures]
    assert {time.tzinfo for time in times} == {now.tzinfo}


def test_a_relationship_is_seen_from_the_side_of_the_person(
    desk: Desk, jack: Profile, ids: dict[str, UUID]
) -> None:
    kinds = [(one.other.called_by, one.kind) for one in jack.relations]
    assert kinds == [
        ("Alice", RelationshipKind.PARTNER),
        ("Olga", RelationshipKind.CARER),
        ("Zoe", RelationshipKind.CHILD),
    ]
    (of_zoe,) = desk.profiles.of(ids["zoe"]).relations
    assert (of_zoe.other, of_zoe.kind) == ((ids["jack-okafor"], "Jack"), RelationshipKind.PARENT)
    assert of_zoe.id in {one.id for one in jack.relations}


def test_a_carer_sees_whom_they_care_for_though_there_is_no_word_for_them(
    desk: Desk, ids: dict[str, UUID]
) -> None:
    (of_olga,) = desk.profiles.of(ids["olga"]).relations
    assert (of_olga.other.called_by, of_olga.kind) == ("Jack", None)


def test_cards_in_use_stand_first(jack: Profile) -> None:
    assert [(card.number, card.retired) for card in jack.cards] == [
        (JACKS_CARD, None),
        (JACKS_OLD_CARD, "lost"),
    ]


@pytest.mark.parametrize(("number", "shown"), [(JACKS_CARD, "… 0018"), ("LOY-1", "… OY-1"), ("17", "… 17")])
def test_of_a_card_number_others_see_the_last_four(number: str, shown: str) -> None:
    assert masked(number) == shown


def test_of_somebody_who_is_forgotten_there_is_a_sentence(desk: Desk) -> None:
    with pytest.raises(RefusedText, match="not kept here any more"):
        desk.profiles.of(uuid4())


_NOT_ON_THE_PAGE = {
    "about the shop": {"shop.name", "shop.time_zone"},
    "of the staff there is the name": {
        *("staff.key", "staff.role", "staff.badge", "staff.pin_hash", "staff.wrong_tries", "staff.tried_at"),
        "staff.left_at",
    },
    "follows from the names": {"name_word.customer_id", "name_word.word", "name_word.sound"},
    "when and under which key it was kept": {
        *("customer.key", "customer.updated_at", "card.updated_at", "important_date.updated_at"),
        *("note.updated_at", "shop.updated_at", "staff.updated_at"),
    },
    "a card is told by its number, and whether it is in use": {"card.symbology", "card.retired"},
    "a date is told by its label, and this only where it makes another day of it": {
        *("important_date.occasion", "important_date.leap_day", "important_date.leap_month"),
    },
    "of a wish there is the day that was wished for": {"wish.at", "wish.staff_id"},
    "takes back what is told": {"merger.undo"},
    "a number that was given out is told as their card": {
        *("issued_card.number", "issued_card.symbology", "issued_card.at", "issued_card.staff_id"),
    },
    "how they were called before is told by their old name": {"merger.key", "merger.pronunciation"},
    "it is asked of two, and tells nothing of one": {"same_card.customer_id", "same_card.other_id"},
    "by whom it was decided is not about them": {
        *("merger.staff_id", "different_people.customer_id", "different_people.other_id"),
    },
    "of that day alone, and about what staff have read": {"briefing_tick.customer_id", "briefing_tick.on"},
    "of visits there is the number, and the last": {
        *("visit.counter", "visit.staff_id", "visit_companion.visit_id", "visit_companion.customer_id"),
    },
}
"""The columns that do not show on what somebody reads about themselves, by the reason."""


def test_every_column_of_every_table_shows_on_their_own_page_or_not_for_a_reason(
    database: Database, desk: Desk, words: Speech
) -> None:
    with database.writing() as session:
        rows = make_one_of_each(session)
    jack = rows["customer"]["id"]
    not_told = columns_not_told(database, rows, lambda: as_text(desk.profiles.of(jack), words))
    assert not_told == set().union(*_NOT_ON_THE_PAGE.values())
