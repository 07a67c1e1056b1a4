"""What is kept at one counter is known at the other."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text, update
from uuid6 import uuid7

from kiosk.people.changing.changes import ChangeNames, KeepDate
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.changing.taps import Action, Tap
from kiosk.people.known.important_dates import Occasion
from kiosk.people.known.notes import NoteKind
from kiosk.people.staff.members import Role
from kiosk.storage import staff
from kiosk.storage.alike import keep_different, with_the_same_card
from kiosk.storage.changing import make_change
from kiosk.storage.erasing import erase, finish_erasing
from kiosk.storage.merging.merging import merge, unmerge
from kiosk.storage.models import Card, Customer, Note, Staff
from kiosk.storage.newcomers import record_newcomer
from kiosk.storage.taps import record_tap
from kiosk.storage.visits import record_visit
from kiosk.sync.hub.making import administering
from kiosk.sync.hub.refusals import HubError
from tests.postgres import Postgres
from tests.sync.counters import NOW, SharingCounter, all_meet

Join = Callable[..., SharingCounter]


def greets_newcomer(counter: SharingCounter, name: str, card: str) -> UUID:
    with counter.database.writing() as session:
        record_newcomer(session, Newcomer(name), card, None, NOW)
        return session.scalars(select(Card.customer_id).where(Card.number == card)).one()


def test_a_newcomer_at_one_counter_is_known_at_the_other(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    with first.database.writing() as session:
        record_visit(session, jack, NOW, "1")
    all_meet(first, second)
    assert second.contents() == first.contents()
    assert [row["name"] for row in second.contents()["customer"]] == ["Jack"]
    assert len(second.contents()["visit"]) == 1


def note_of(counter: SharingCounter, who: UUID, words: str) -> UUID:
    """Write something down about somebody."""
    with counter.database.writing() as session:
        note = Note(id=uuid7(), customer_id=who, kind=NoteKind.REMEMBER, text=words, written_at=NOW)
        session.add(note)
        return note.id


def changes_note(counter: SharingCounter, note: UUID, words: str) -> None:
    with counter.database.writing() as session:
        session.execute(update(Note).where(Note.id == note).values(text=words))


def texts(counter: SharingCounter) -> list[str]:
    return [row["text"] for row in counter.contents()["note"]]


def two_who_know_a_note(join: Join) -> tuple[SharingCounter, SharingCounter, UUID]:
    """Two counters, and the id of a note that both know."""
    first, second = join("1"), join("2")
    note = note_of(first, greets_newcomer(first, "Jack", "2900000000018"), "likes tea")
    all_meet(first, second)
    return first, second, note


def test_of_two_changes_to_one_note_the_later_one_stands_at_both(join: Join) -> None:
    first, second, note = two_who_know_a_note(join)
    changes_note(second, note, "likes coffee")
    with second.database.writing() as session:
        session.execute(text("UPDATE sync_log SET at = at - 60000"))
    changes_note(first, note, "likes cocoa")
    all_meet(first, second)
    assert texts(first) == texts(second) == ["likes cocoa"]


def test_whoever_has_seen_a_change_may_change_it_whatever_the_clocks_say(join: Join) -> None:
    first, second, note = two_who_know_a_note(join)
    changes_note(second, note, "likes coffee")
    all_meet(first, second)
    changes_note(first, note, "likes cocoa")
    with first.database.writing() as session:
        session.execute(text("UPDATE sync_log SET at = 0"))
    all_meet(first, second)
    assert texts(first) == texts(second) == ["likes cocoa"]


def test_a_day_and_its_month_are_one_value(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    with first.database.writing() as session:
        make_change(session, jack, KeepDate(occasion=Occasion.BIRTHDAY, day=1, month=2), NOW)
    all_meet(first, second)
    (date,) = first.contents()["important_date"]
    for counter, day, month in ((first, 7, 2), (second, 1, 9)):
        with counter.database.writing() as session:
            change = KeepDate(id=date["id"], occasion=Occasion.BIRTHDAY, day=day, month=month)
            make_change(session, jack, change, NOW)
    all_meet(first, second)
    assert first.contents() == second.contents()
    (date,) = first.contents()["important_date"]
    assert (date["day"], date["month"]) in {(7, 2), (1, 9)}


def test_the_same_wish_at_two_counters_is_one(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    with first.database.writing() as session:
        make_change(session, jack, KeepDate(occasion=Occasion.BIRTHDAY, day=28, month=11), NOW)
    all_meet(first, second)
    (date,) = first.contents()["important_date"]
    for counter in (first, second):
        with counter.database.writing() as session:
            record_tap(session, Tap(Action.WISHED, date["id"], jack, NOW.date()), NOW)
    all_meet(first, second)
    assert first.contents() == second.contents()
    assert len(first.contents()["wish"]) == 1


def two_with_one_card(join: Join) -> tuple[SharingCounter, SharingCounter]:
    """Two counters that have not met since each gave the same card to somebody new."""
    first, second = join("1"), join("2")
    greets_newcomer(first, "Jack", "2900000000018")
    greets_newcomer(second, "Jacqueline", "2900000000018")
    return first, second


def test_two_people_with_one_new_card_are_both_kept_and_asked_about(join: Join) -> None:
    first, second = two_with_one_card(join)
    all_meet(first, second)
    assert first.contents() == second.contents()
    people = {row["id"]: row["name"] for row in first.contents()["customer"]}
    assert sorted(people.values()) == ["Jack", "Jacqueline"]
    with second.database.reading() as session:
        asked = with_the_same_card(session, 10)
    assert [{people[one], people[other]} for one, other in asked] == [{"Jack", "Jacqueline"}]


def test_who_were_made_one_are_not_asked_about_any_more(join: Join) -> None:
    first, second = two_with_one_card(join)
    all_meet(first, second)
    with first.database.writing() as session:
        ((one, other),) = with_the_same_card(session, 10)
        merge(session, one, other, [], NOW)
    all_meet(first, second)
    assert first.contents() == second.contents()
    assert not second.contents()["same_card"]
    assert len(second.contents()["card"]) == len(second.contents()["customer"]) == 1


def test_who_are_two_are_not_asked_about_again_at_the_other_counter(join: Join) -> None:
    first, second = two_with_one_card(join)
    all_meet(first, second)
    with first.database.writing() as session:
        keep_different(session, *with_the_same_card(session, 10)[0])
    all_meet(first, second)
    with second.database.reading() as session:
        assert with_the_same_card(session, 10) == []


def test_one_list_that_was_loaded_at_both_counters_is_there_once_and_nobody_is_asked_about(
    join: Join,
) -> None:
    first, second = join("1"), join("2")
    for counter in (first, second):
        jack = greets_newcomer(counter, "Jack", "2900000000018")
        with counter.database.writing() as session:
            sam = staff.hire(session, "Sam", Role.STAFF)
            session.execute(update(Customer).values(key="jack"))
            session.execute(update(Staff).values(key="sam"))
            record_visit(session, jack, NOW + timedelta(days=int(counter.name)), counter.name, sam)
    all_meet(first, second)
    assert first.contents() == second.contents()
    told = first.contents()
    assert len(told["customer"]) == len(told["staff"]) == len(told["card"]) == 1
    assert [row["staff_id"] for row in told["visit"]] == [told["staff"][0]["id"]] * 2
    assert not told["same_card"]


def test_who_is_forgotten_at_one_counter_is_gone_from_both_files_to_the_last_byte_and_from_the_hub(
    join: Join, postgres: Postgres
) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack Okafor-Lindqvist", "2900000000018")
    all_meet(first, second)
    note_of(second, jack, "Okafor-Lindqvist likes the window")
    erase(first.database, jack)
    finish_erasing(first.database)
    all_meet(first, second)
    for counter in (first, second):
        assert counter.database.file is not None
        assert not counter.contents()["customer"]
        for file in counter.database.file.parent.glob(f"{counter.database.file.name}*"):
            assert b"Lindqvist" not in file.read_bytes()
    with administering(postgres.admin) as admin:
        left = admin.execute("SELECT count(*) FROM hub.fact WHERE fact::text LIKE %s", ["%Lindqvist%"])
        assert left.fetchone() == (0,)


def test_a_copy_that_is_put_in_place_forgets_again_whom_others_have_forgotten(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    mia = greets_newcomer(first, "Mia", "2900000000025")
    all_meet(first, second)
    restored = second.put_back(second.copy(is_nightly=True))
    erase(first.database, jack)
    note_of(first, mia, "likes tea")
    all_meet(first, restored)
    assert [row["name"] for row in restored.contents()["customer"]] == ["Mia"]
    assert restored.contents() == first.contents()


def test_two_who_were_one_and_two_again_can_be_one_the_other_way_round(join: Join) -> None:
    first, second = join("1"), join("2")
    jack, jackie, jim = (greets_newcomer(first, name, f"29{name}") for name in ("Jack", "Jackie", "Jim"))
    all_meet(first, second)
    with second.database.writing() as session:
        merge(session, jackie, jack, [], NOW)
    second.meets()
    with first.database.writing() as session:
        merge(session, jackie, jim, [], NOW)
    first.meets()
    with second.database.writing() as session:
        unmerge(session, jackie, NOW)
        merge(session, jack, jackie, [], NOW)
    all_meet(first, second)
    assert [row["id"] for row in second.contents()["customer"]] == [jack]
    assert first.contents() == second.contents()


def test_who_is_found_to_be_one_with_somebody_forgotten_elsewhere_is_forgotten_with_them(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    jackie = greets_newcomer(first, "Jackie", "2900000000025")
    all_meet(first, second)
    erase(first.database, jack)
    first.meets()
    with second.database.writing() as session:
        merge(session, jackie, jack, [], NOW)
    all_meet(first, second)
    assert not first.contents()["customer"]
    assert first.contents() == second.contents()
    assert not second.contents()["merger"]


def test_whom_a_counter_has_forgotten_stays_so_when_its_own_file_of_before_is_put_in_place(
    join: Join,
) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(second, "Jack", "2900000000018")
    greets_newcomer(second, "Mia", "2900000000025")
    copy = second.copy(is_nightly=False)
    erase(second.database, jack)
    all_meet(first, second)
    restored = second.put_back(copy)
    all_meet(first, restored)
    assert [row["name"] for row in restored.contents()["customer"]] == ["Mia"]
    assert restored.contents() == first.contents()


def test_what_was_told_and_then_lost_with_the_answer_and_the_file_comes_back(join: Join) -> None:
    first, second = join("1"), join("2")
    greets_newcomer(first, "Jack", "2900000000018")
    all_meet(first, second)
    copy = second.copy(is_nightly=False)
    greets_newcomer(second, "Mia", "2900000000025")
    second.hub.loses_reply = True
    with pytest.raises(HubError):
        second.meets()
    restored = second.put_back(copy)
    all_meet(first, restored)
    assert sorted(row["name"] for row in restored.contents()["customer"]) == ["Jack", "Mia"]
    assert restored.contents() == first.contents()


def test_what_a_copy_no_longer_knows_comes_back_from_the_hub(join: Join) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(second, "Jack", "2900000000018")
    all_meet(first, second)
    copy = second.copy(is_nightly=True)
    note = note_of(second, jack, "likes tea")
    all_meet(first, second)
    changes_note(first, note, "likes cocoa")
    restored = second.put_back(copy)
    all_meet(first, restored)
    assert texts(first) == texts(restored) == ["likes cocoa"]


def test_a_hub_that_was_lost_is_filled_by_its_counters(join: Join, postgres: Postgres) -> None:
    first, second, note = two_who_know_a_note(join)
    changes_note(second, note, "likes coffee")
    with administering(postgres.admin) as admin:
        shop = first.hub.membership.shop
        admin.execute("DELETE FROM hub.fact WHERE shop = %s", [shop])
        admin.execute("UPDATE hub.shop SET seq = 0 WHERE no = %s", [shop])
        admin.execute("UPDATE hub.counter SET kept = 0, told = 0 WHERE shop = %s", [shop])
    all_meet(first, second)
    third = join("3")
    all_meet(first, second, third)
    assert texts(third) == ["likes coffee"]
    assert first.contents() == second.contents() == third.contents()


def test_a_backup_holds_nothing_of_the_exchange(join: Join) -> None:
    counter = join("1")
    with closing(sqlite3.connect(counter.copy(is_nightly=True))) as copy:
        assert not copy.execute("SELECT name FROM sqlite_master WHERE name GLOB 'sync_*'").fetchall()


def test_the_log_holds_no_value(join: Join) -> None:
    counter = join("1")
    note_of(counter, greets_newcomer(counter, "Jack", "2900000000018"), "likes tea")
    with counter.database.reading() as session:
        log = repr(session.execute(text("SELECT * FROM sync_log")).all())
    assert "customer" in log
    assert not any(value in log for value in ("Jack", "tea", "2900000000018"))


def test_whoever_writes_is_noted(join: Join) -> None:
    """Also somebody with SQLite's own shell."""
    first, second, note = two_who_know_a_note(join)
    assert first.database.file is not None
    with closing(sqlite3.connect(first.database.file)) as shell, shell:
        shell.execute("UPDATE note SET text = 'likes cocoa' WHERE id = ?", (note.hex,))
    all_meet(first, second)
    assert texts(second) == ["likes cocoa"]


def test_a_column_that_only_a_newer_program_knows_stays_at_the_hub(join: Join, postgres: Postgres) -> None:
    first, second = join("1"), join("2")
    jack = greets_newcomer(first, "Jack", "2900000000018")
    all_meet(first, second)
    with administering(postgres.admin) as admin:
        admin.execute(
            "UPDATE hub.fact SET doc = doc || jsonb_build_object('shoe_size', 44),"
            " seq = nextval('hub.change') WHERE id = %s",
            [jack.hex],
        )
        admin.execute(
            "UPDATE hub.shop SET seq = (SELECT max(f.seq) FROM hub.fact f WHERE f.shop = no) WHERE no = %s",
            [first.hub.membership.shop],
        )
    all_meet(first, second)
    with second.database.writing() as session:
        make_change(session, jack, ChangeNames("Jacques"), NOW)
    all_meet(first, second)
    assert [row["name"] for row in first.contents()["customer"]] == ["Jacques"]
    with administering(postgres.admin) as admin:
        kept = admin.execute("SELECT doc FROM hub.fact WHERE id = %s", [jack.hex]).fetchone()
    assert kept is not None
    assert kept[0]["shoe_size"] == 44


def test_another_machine_takes_the_place_of_a_counter(join: Join, postgres: Postgres, tmp_path: Path) -> None:
    first, second = join("1"), join("2")
    greets_newcomer(second, "Jack", "2900000000018")
    all_meet(first, second)
    shop = second.hub.membership.shop
    with SharingCounter(postgres, shop, tmp_path / "new.db", "2") as another:
        all_meet(first, another)
        assert another.contents() == first.contents()
        with pytest.raises(HubError):
            second.meets()
        assert [counter.name for counter in first.hub.status()] == ["1", "2"]
