"""What is changed about one person at the counter, with a real database file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from sqlalchemy import select

from kiosk.desk import Desk
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.locale import Speech
from kiosk.people.calendars import Calendar, LeapDay
from kiosk.people.changing import changes
from kiosk.people.changing.changes import Change, ChangeNames, ChangeNote, Consent, KeepDate, Relate
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.customers import OPEN_ENDED
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.known.relationships import RelationshipKind
from kiosk.people.profile.profile import KeptDate, KeptNote, Profile
from kiosk.people.texts import RefusedText
from kiosk.storage.file.database import Database
from kiosk.storage.models import Staff
from kiosk.storage.trouble import StorageTrouble
from tests.desk.profiles.kept import JACKS_CARD

PAYMENT = "4111111111111111"
BIRTHDAY, NAME_DAY, OTHER = Occasion.BIRTHDAY, Occasion.NAME_DAY, Occasion.OTHER

Ids = dict[str, UUID]
Told = Callable[[str], dict[str, Any]]


@pytest.fixture
def jack(ids: Ids) -> UUID:
    return ids["jack-okafor"]


@pytest.fixture
def told(database: Database, exported: Callable[[Database], str]) -> Told:
    """One customer, as the shop file tells them."""

    def told(key: str) -> dict[str, Any]:
        customers: list[dict[str, Any]] = msgspec.json.decode(exported(database))["customers"]
        return next(customer for customer in customers if customer["key"] == key)

    return told


def date_on(profile: Profile, month: int, day: int) -> KeptDate:
    [found] = [
        one for one in profile.important_dates if (one.important.month, one.important.day) == (month, day)
    ]
    return found


def note_of(profile: Profile, text: str) -> KeptNote:
    [found] = [kept for kept in profile.notes if kept.note.text == text]
    return found


# Names, manner, consent


def assert_refused(desk: Desk, customer_id: UUID, sentence: str, *changes: Change) -> None:
    """They are answered with the sentence, and nothing has changed."""
    before = desk.profiles.of(customer_id)
    with pytest.raises(RefusedText, match=sentence):
        desk.profiles.change(customer_id, *changes)
    assert desk.profiles.of(customer_id) == before


def test_a_new_name_is_kept_and_found_and_the_old_one_is_not(desk: Desk, jack: UUID) -> None:
    customer = desk.profiles.change(jack, ChangeNames(" Jacques Ba\u0308r ", "Jay", "zhahk")).customer
    assert (customer.name, customer.called_by, customer.pronunciation) == ("Jacques Bär", "Jay", "zhahk")
    assert [found.called_by for found in desk.finding.find("jacq").found] == ["Jay"]
    assert not desk.finding.find("okafor").found


def test_without_a_name_to_call_them_by_it_is_their_name(desk: Desk, jack: UUID) -> None:
    assert desk.profiles.change(jack, ChangeNames("Jacques Bär", " ")).customer.called_by == "Jacques Bär"


def test_how_they_wish_to_be_met_is_kept(desk: Desk, jack: UUID, told: Told) -> None:
    customer = desk.profiles.change(jack, changes.ChangeManner(False, False, OPEN_ENDED, True)).customer
    assert (customer.greet_by_name, customer.may_mention_age, customer.deceased) == (False, False, True)
    assert told("jack-okafor")["tread_gently"] == "open"
    until = changes.ChangeManner(True, True, date(2027, 1, 1), False)
    assert desk.profiles.change(jack, until).customer.tread_gently_until == date(2027, 1, 1)


def test_consent_is_of_today_and_of_who_is_at_the_counter(
    desk: Desk, jack: UUID, database: Database, told: Told
) -> None:
    assert desk.profiles.change(jack, Consent(given=False)).consent_on is None
    assert told("jack-okafor")["consent"] is None
    with database.reading() as session:
        mia = session.scalars(select(Staff.id).where(Staff.key == "mia")).one()
    desk.at_counter.sign_in(mia)
    profile = desk.profiles.change(jack, Consent(given=True))
    assert (profile.consent_on, profile.consent_by) == (date(2026, 11, 24), "Mia")


# Dates


def test_a_date_is_added(desk: Desk, ids: Ids) -> None:
    keep = KeepDate(
        occasion=NAME_DAY,
        label=" Saint Olga ",
        day=29,
        month=2,
        leap_day=LeapDay.MARCH_1,
    )
    [kept] = desk.profiles.change(ids["olga"], keep).important_dates
    one = kept.important
    assert (one.occasion, one.label, one.month, one.day) == (NAME_DAY, "Saint Olga", 2, 29)
    assert (one.leap_day, one.calendar, kept.shared_with) == (LeapDay.MARCH_1, Calendar.GREGORIAN, None)


def test_a_date_that_is_changed_keeps_its_wishes(desk: Desk, jack: UUID) -> None:
    birthday = date_on(desk.profiles.of(jack), 11, 19).important
    keep = KeepDate(id=birthday.id, occasion=BIRTHDAY, day=20, month=11, year=1986)
    changed = date_on(desk.profiles.change(jack, keep), 11, 20).important
    assert (changed.id, changed.year, changed.wished) == (birthday.id, 1986, birthday.wished)


@pytest.mark.parametrize(
    ("calendar", "year"),
    [
        (Calendar.GREGORIAN, 1604),
        (Calendar.GREGORIAN, 1),
        (Calendar.CHINESE, 1604),
        (Calendar.HEBREW, 5364),
        (Calendar.ISLAMIC, 1012),
    ],
)
def test_a_year_that_stands_for_none_in_other_programs_is_kept_as_none(
    calendar: Calendar, year: int, desk: Desk, jack: UUID
) -> None:
    keep = KeepDate(occasion=OTHER, label="The boat", day=9, month=3, year=year, calendar=calendar)
    assert date_on(desk.profiles.change(jack, keep), 3, 9).important.year is None


def wedding_of(profile: Profile) -> KeptDate:
    [found] = [one for one in profile.important_dates if one.important.occasion is Occasion.ANNIVERSARY]
    return found


def test_a_wedding_is_changed_for_both_from_either_side(desk: Desk, ids: Ids, jack: UUID) -> None:
    id = wedding_of(desk.profiles.of(jack)).important.id
    keep = KeepDate(id=id, occasion=Occasion.ANNIVERSARY, day=7, month=6, year=2013, shared_with=jack)
    alices = wedding_of(desk.profiles.change(ids["alice"], keep))
    jacks = wedding_of(desk.profiles.of(jack))
    assert (alices.important.day, alices.shared_with) == (7, (jack, "Jack"))
    assert (jacks.important.day, jacks.shared_with) == (7, (ids["alice"], "Alice"))
    assert alices.important.wished == jacks.important.wished == {date(2026, 6, 6)}


@pytest.mark.parametrize(("whose", "others"), [("jack-okafor", "alice"), ("alice", "jack-okafor")])
def test_a_date_that_is_shared_no_longer_is_only_that_person_s(
    whose: str, others: str, desk: Desk, ids: Ids, told: Told
) -> None:
    id = wedding_of(desk.profiles.of(ids[whose])).important.id
    keep = KeepDate(id=id, occasion=Occasion.ANNIVERSARY, day=6, month=6, year=2012)
    mine = wedding_of(desk.profiles.change(ids[whose], keep))
    assert (mine.shared_with, set(mine.important.wished)) == (None, {date(2026, 6, 6)})
    assert id not in {one.important.id for one in desk.profiles.of(ids[others]).important_dates}
    [wedding] = [one for one in told(whose)["important_dates"] if one["occasion"] == "anniversary"]
    assert [wish["whom"] for wish in wedding["wished"]] == [None]


def test_a_date_can_be_shared_with_somebody_else(desk: Desk, ids: Ids, jack: UUID) -> None:
    keep = KeepDate(
        id=date_on(desk.profiles.of(jack), 7, 7).important.id,
        occasion=OTHER,
        day=7,
        month=7,
        shared_with=ids["ben"],
    )
    assert date_on(desk.profiles.change(jack, keep), 7, 7).shared_with == (ids["ben"], "Ben")
    assert date_on(desk.profiles.of(ids["ben"]), 7, 7).shared_with == (jack, "Jack")


def test_a_date_is_dropped_for_all_who_share_it(desk: Desk, ids: Ids, jack: UUID) -> None:
    id = wedding_of(desk.profiles.of(jack)).important.id
    before = len(desk.profiles.of(ids["alice"]).important_dates)
    assert id not in {
        one.important.id for one in desk.profiles.change(jack, changes.DropDate(id)).important_dates
    }
    assert len(desk.profiles.of(ids["alice"]).important_dates) == before - 1


@pytest.mark.parametrize(
    ("keep", "sentence"),
    [
        (KeepDate(occasion=OTHER, day=31, month=2), "There is no such day in that month."),
        (KeepDate(occasion=OTHER, day=29, month=2, year=2023), "There is no such day in the year 2023."),
        (
            KeepDate(occasion=OTHER, day=1, month=1, year=0),
            "too far away: by that calendar this is the year 2026",
        ),
        (KeepDate(occasion=OTHER, day=1, month=6, leap_month=True), "There is no such leap month"),
        (
            KeepDate(occasion=OTHER, day=31, month=1, calendar=Calendar.CHINESE),
            "There is no such day in that month.",
        ),
        (
            KeepDate(occasion=OTHER, day=1, month=6, year=1980, calendar=Calendar.CHINESE, leap_month=True),
            "There is no such day in the year 1980.",
        ),
        (
            KeepDate(occasion=OTHER, day=1, month=5, calendar=Calendar.HEBREW, leap_month=True),
            "There is no such leap month",
        ),
        (
            KeepDate(occasion=OTHER, day=1, month=13, year=5786, calendar=Calendar.HEBREW),
            "There is no such day in the year 5786.",
        ),
        (
            KeepDate(occasion=OTHER, day=1, month=1, year=1985, calendar=Calendar.HEBREW),
            "too far away: by that calendar this is the year 5787",
        ),
        (KeepDate(occasion=OTHER, day=1, month=13, calendar=Calendar.ISLAMIC), "There is no such day"),
        (
            KeepDate(occasion=OTHER, day=1, month=1, year=2026, calendar=Calendar.ISLAMIC),
            "too far away: by that calendar this is the year 1448",
        ),
        (KeepDate(occasion=OTHER, day=7, month=7, label=PAYMENT), "payment card"),
        (KeepDate(occasion=BIRTHDAY, day=7, month=7), "Another birthday of theirs is kept in this calendar"),
    ],
)
def test_a_date_that_cannot_be_is_refused_in_a_sentence(
    keep: KeepDate, sentence: str, desk: Desk, jack: UUID
) -> None:
    assert_refused(desk, jack, sentence, keep)


def test_there_is_one_birthday_in_a_calendar_also_of_the_one_it_is_shared_with(desk: Desk, ids: Ids) -> None:
    shared = KeepDate(occasion=BIRTHDAY, day=1, month=1, shared_with=ids["alice"])
    assert_refused(desk, ids["zoe"], "Another birthday", shared)
    chinese = KeepDate(occasion=BIRTHDAY, day=1, month=1, calendar=Calendar.CHINESE)
    assert len(desk.profiles.change(ids["alice"], chinese).important_dates) == 5
    desk.profiles.change(ids["zoe"], KeepDate(occasion=BIRTHDAY, day=1, month=1))


def test_the_same_date_is_kept_once(desk: Desk, ids: Ids, jack: UUID) -> None:
    again = KeepDate(occasion=OTHER, day=7, month=7, shared_with=jack)
    assert_refused(desk, ids["alice"], "kept already", again)


# Notes and gestures


def test_all_of_a_note_can_be_changed_but_for_who_wrote_it_and_when(desk: Desk, ids: Ids, jack: UUID) -> None:
    before = note_of(desk.profiles.of(jack), "Hawaii trip").note
    change = ChangeNote(
        id=before.id,
        kind=NoteKind.REMEMBER,
        text=" Was in Hawaii ",
        show_until=date(2027, 1, 1),
        not_in_front_of=ids["zoe"],
    )
    after = note_of(desk.profiles.change(jack, change), "Was in Hawaii")
    assert (after.note.kind, after.note.show_until) == (NoteKind.REMEMBER, date(2027, 1, 1))
    assert (after.note.author, after.note.written_at) == (before.author, before.written_at)
    assert after.not_in_front_of == (ids["zoe"], "Zoe")


def test_a_note_is_closed_reopened_and_dropped(desk: Desk, jack: UUID, now: datetime) -> None:
    id = note_of(desk.profiles.of(jack), "No nuts for Zoe").note.id
    assert note_of(desk.profiles.change(jack, changes.CloseNote(id)), "No nuts for Zoe").closed_at == now
    assert note_of(desk.profiles.change(jack, changes.CloseNote(id)), "No nuts for Zoe").closed_at == now
    assert note_of(desk.profiles.change(jack, changes.ReopenNote(id)), "No nuts for Zoe").closed_at is None
    desk.profiles.change(jack, changes.CloseNote(id))
    assert id not in {kept.note.id for kept in desk.profiles.change(jack, changes.DropNote(id)).notes}


def test_gestures_are_changed_and_dropped(desk: Desk, jack: UUID) -> None:
    nuts, coffee = desk.profiles.of(jack).gestures
    changed = desk.profiles.change(jack, changes.ChangeGesture(nuts.id, "Pecan nuts")).gestures[0]
    assert (changed.what, changed.thanked_at) == ("Pecan nuts", nuts.thanked_at)
    assert desk.profiles.change(jack, changes.DropGesture(nuts.id)).gestures == (coffee,)


def test_two_that_would_say_the_same_of_the_same_second_stay_two(desk: Desk, jack: UUID) -> None:
    customer = desk.profiles.of(jack).customer
    for kind in (DraftKind.REMEMBER, DraftKind.GAVE):
        for text in ("this", "that"):
            desk.notes.write(jack, frozenset(), Draft(kind, text, customer))
    profile = desk.profiles.of(jack)
    note = note_of(profile, "that").note
    [gesture] = [one for one in profile.gestures if one.what == "that"]
    for change in (
        ChangeNote(id=note.id, kind=note.kind, text="this"),
        changes.ChangeGesture(gesture.id, "this"),
    ):
        with pytest.raises(RefusedText, match="kept already"):
            desk.profiles.change(jack, change)
    assert desk.profiles.of(jack) == profile


# Relationships and cards


def test_a_relationship_told_twice_or_from_the_other_side_is_one(desk: Desk, ids: Ids) -> None:
    olga, ben = ids["olga"], ids["ben"]
    first = desk.profiles.change(olga, Relate(ben, RelationshipKind.PARENT)).relations
    assert desk.profiles.change(olga, Relate(ben, RelationshipKind.PARENT)).relations == first
    desk.profiles.change(ben, Relate(olga, RelationshipKind.CHILD))
    assert desk.profiles.of(olga).relations == first
    assert len(first) == 2


def test_two_may_care_for_each_other(desk: Desk, ids: Ids) -> None:
    desk.profiles.change(ids["olga"], Relate(ids["ben"], RelationshipKind.CARER))
    desk.profiles.change(ids["ben"], Relate(ids["olga"], RelationshipKind.CARER))
    with_ben = [one.kind for one in desk.profiles.of(ids["olga"]).relations if one.other.called_by == "Ben"]
    assert set(with_ben) == {RelationshipKind.CARER, None}


def test_a_relationship_is_dropped_from_either_side(desk: Desk, ids: Ids, jack: UUID) -> None:
    [of_zoe] = desk.profiles.of(ids["zoe"]).relations
    assert desk.profiles.change(ids["zoe"], changes.Unrelate(of_zoe.id)).relations == ()
    assert "Zoe" not in [one.other.called_by for one in desk.profiles.of(jack).relations]


def test_a_card_is_lost_and_found_again(desk: Desk, jack: UUID) -> None:
    id = desk.profiles.of(jack).cards[0].id
    lost = {card.number: card.retired for card in desk.profiles.change(jack, changes.RetireCard(id)).cards}
    assert lost[JACKS_CARD] == "2026-11-24T09:14+00:00 lost"
    found = desk.profiles.change(jack, changes.ReviveCard(id)).cards[0]
    assert (found.number, found.retired) == (JACKS_CARD, None)


def test_why_a_card_was_retired_stays_as_it_was_told_first(desk: Desk, jack: UUID) -> None:
    id = desk.profiles.of(jack).cards[1].id
    assert desk.profiles.change(jack, changes.RetireCard(id)).cards[1].retired == "lost"


def test_dates_and_relationships_of_the_counter_are_known_again_in_a_file(
    desk: Desk, ids: Ids, jack: UUID, database: Database, exported: Callable[[Database], str], now: datetime
) -> None:
    moved = KeepDate(
        id=date_on(desk.profiles.of(jack), 2, 29).important.id,
        occasion=NAME_DAY,
        day=1,
        month=3,
        label="Oswald",
    )
    told = KeepDate(occasion=OTHER, day=1, month=2, shared_with=ids["zoe"])
    for change in (moved, told, Relate(ids["ben"], RelationshipKind.CARER)):
        desk.profiles.change(jack, change)
    once = exported(database)
    load(database, shop_file.read(once), now=now)
    assert exported(database) == once


# What is not kept


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (ChangeNames("", "Jack"), "Nothing is written"),
        (ChangeNames("n" * 201), "200 letters are the most"),
        (ChangeNames("Jack", "n" * 201), "200 letters are the most"),
        (ChangeNames(PAYMENT), "payment card"),
        (ChangeNames("Jack", PAYMENT), "payment card"),
        (ChangeNames("Jack", "", PAYMENT), "payment card"),
        (ChangeNames("Jack\x00"), "cannot be seen"),
        (ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text="n" * 281), "280 letters are the most"),
        (ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text=PAYMENT), "payment card"),
        (ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text=" "), "Nothing is written"),
        (changes.ChangeGesture(uuid4(), PAYMENT), "payment card"),
        (KeepDate(occasion=OTHER, day=1, month=1, label="n" * 281), "280 letters are the most"),
    ],
)
def test_a_text_that_is_not_kept_as_it_is_is_refused(
    change: Change, sentence: str, desk: Desk, jack: UUID
) -> None:
    assert_refused(desk, jack, sentence, change)


@pytest.mark.parametrize(
    "change",
    [
        lambda jack: Relate(jack, RelationshipKind.FRIEND),
        lambda jack: KeepDate(occasion=OTHER, day=1, month=1, shared_with=jack),
        lambda jack: ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text="x", not_in_front_of=jack),
    ],
)
def test_nobody_is_somebody_else_to_themselves(
    change: Callable[[UUID], Change], desk: Desk, jack: UUID
) -> None:
    assert_refused(desk, jack, "the same person", change(jack))


@pytest.mark.parametrize(
    "change",
    [
        KeepDate(id=uuid4(), occasion=OTHER, day=1, month=1),
        changes.DropDate(uuid4()),
        ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text="x"),
        changes.DropNote(uuid4()),
        changes.CloseNote(uuid4()),
        changes.ReopenNote(uuid4()),
        changes.ChangeGesture(uuid4(), "x"),
        changes.DropGesture(uuid4()),
        changes.Unrelate(uuid4()),
        changes.RetireCard(uuid4()),
        changes.ReviveCard(uuid4()),
    ],
)
def test_what_another_counter_has_taken_away_is_told_in_a_sentence(
    change: Change, desk: Desk, jack: UUID
) -> None:
    assert_refused(desk, jack, "taken away at another counter", change)


def test_of_two_changes_made_at_once_both_are_kept_or_neither(desk: Desk, ids: Ids, jack: UUID) -> None:
    before = desk.profiles.of(jack)
    [of_zoe] = [one for one in before.relations if one.other.id == ids["zoe"]]
    sibling = Relate(ids["zoe"], RelationshipKind.SIBLING)
    assert_refused(desk, jack, "taken away at another counter", sibling, changes.Unrelate(uuid4()))
    assert desk.profiles.of(jack) == before
    after = desk.profiles.change(jack, sibling, changes.Unrelate(of_zoe.id))
    assert [one.kind for one in after.relations if one.other.id == ids["zoe"]] == [RelationshipKind.SIBLING]


@pytest.mark.parametrize(
    "change",
    [
        Relate(uuid4(), RelationshipKind.FRIEND),
        KeepDate(occasion=OTHER, day=1, month=1, shared_with=uuid4()),
        ChangeNote(id=uuid4(), kind=NoteKind.REMEMBER, text="x", not_in_front_of=uuid4()),
    ],
)
def test_so_is_that_the_other_was_forgotten(change: Change, desk: Desk, jack: UUID) -> None:
    assert_refused(desk, jack, "not kept here any more", change)


def test_so_is_that_the_person_was_forgotten(desk: Desk) -> None:
    with pytest.raises(RefusedText, match="not kept here any more"):
        desk.profiles.change(uuid4(), ChangeNames("Jack"))


def test_the_page_of_one_does_not_change_what_is_another_s(desk: Desk, ids: Ids, jack: UUID) -> None:
    note, day = desk.profiles.of(jack).notes[0].note, date_on(desk.profiles.of(jack), 11, 19).important
    assert_refused(desk, ids["ben"], "taken away", changes.DropNote(note.id))
    assert_refused(desk, ids["ben"], "taken away", changes.DropDate(day.id))
    assert len(desk.profiles.of(jack).notes) == 3


def test_a_sentence_is_in_the_language_of_the_shop(
    desk: Desk, database: Database, ids: Ids, now: datetime
) -> None:
    class Shouting(Speech):
        def gettext(self, message: str) -> str:
            return message.upper()

    loud = Desk(database, Shouting("en"), lambda: now)
    with pytest.raises(RefusedText, match="TAKEN AWAY"):
        loud.profiles.change(ids["ben"], changes.DropNote(uuid4()))


def test_a_change_that_cannot_be_written_says_so(
    desk: Desk, jack: UUID, database: Database, database_file: Path
) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageTrouble, match="Another program is holding the data"):
            desk.profiles.change(jack, ChangeNames("Jacques"))
    assert desk.profiles.of(jack).customer.name == "Jack Okafor"
