"""What goes in comes out again: here, on another machine, and when it is loaded once more."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from drivers import is_payment_card
from kiosk.demo.sample import sample_shop
from kiosk.exchange import shop_file
from kiosk.exchange.loading import load
from kiosk.exchange.shop_file import ShopFile
from kiosk.exchange.times import parse_time, write_time
from kiosk.people.staff.members import Role
from kiosk.storage import records as stored
from kiosk.storage import staff
from kiosk.storage.file.database import Database
from kiosk.storage.visits import record_visit

Exported = Callable[[Database], str]
Elsewhere = Callable[[ShopFile], str]
LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    "today", [date(2026, 11, 24), date(2027, 2, 28), date(2028, 3, 1), date(2026, 10, 25)]
)
def test_the_sample_shop_is_the_same_elsewhere(today: date, elsewhere: Elsewhere) -> None:
    here = elsewhere(sample_shop(today))
    assert elsewhere(shop_file.read(here)) == here


def test_the_sample_shop_comes_out_whole(elsewhere: Elsewhere) -> None:
    written = json.loads(shop_file.write(sample_shop(date(2026, 11, 24))))
    out = json.loads(elsewhere(sample_shop(date(2026, 11, 24))))
    assert out["shop"] == written["shop"]
    assert len(out["customers"]) == len(written["customers"])
    by_key = {customer["key"]: customer for customer in out["customers"]}
    for customer in written["customers"]:
        for kind in ("cards", "notes", "gestures", "visits"):
            assert len(by_key[customer["key"]][kind]) == len(customer[kind]), (customer["key"], kind)


def test_an_export_is_sorted_indented_and_ends_with_a_line_end(elsewhere: Elsewhere) -> None:
    text = elsewhere(sample_shop(date(2026, 11, 24)))
    again = json.dumps(json.loads(text), indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    assert text == again
    keys = [customer["key"] for customer in json.loads(text)["customers"]]
    assert keys == sorted(keys)


TO_ALICE = {"on": "2025-11-19", "at": None, "by": None, "whom": "alice"}
TO_JACK = {"on": "2025-11-19", "at": "2025-11-19T09:00", "by": "mia", "whom": None}
EVERYTHING: dict[str, Any] = {
    "key": "jack",
    "name": "Jack Okafor",
    "called_by": "Jack",
    "pronunciation": "oh-KAH-for",
    "may_mention_age": True,
    "greet_by_name": False,
    "since": "2021-03-01",
    "consent": {"on": "2021-03-01", "by": "mia"},
    "tread_gently": "2027-01-01",
    "deceased": True,
    "cards": [{"number": "2900000000018", "symbology": "ean13", "retired": "2026-11-20T09:00 replaced"}],
    "important_dates": [
        {
            "occasion": "anniversary",
            "month": 6,
            "day": 30,
            "year": 1979,
            "calendar": "chinese",
            "leap_day": "03-01",
            "leap_month": True,
            "label": "The bridge",
            "with": "alice",
            "wished": [TO_JACK, TO_ALICE],
        }
    ],
    "notes": [
        {
            "kind": "make_right",
            "text": "Hawaii",
            "author": "mia",
            "written_at": "2026-11-04T09:10",
            "show_until": "2026-12-24",
            "closed_at": "2026-11-05T09:10:11",
            "closed_by": "mia",
            "not_in_front_of": "alice",
        }
    ],
    "gestures": [
        {
            "direction": "given",
            "what": "nuts",
            "at": "2026-10-17T09:05",
            "by": "mia",
            "thanked_at": "2026-10-18T10:00",
        }
    ],
    "relationships": [{"to": "alice", "kind": "partner"}],
    "visits": [{"at": "2026-10-17T09:05", "counter": "2", "with": ["alice"]}],
}
ALICE = {"key": "alice", "name": "Alice"}


def test_every_value_of_a_file_comes_out_as_it_went_in(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(database, EVERYTHING, ALICE)
    jack = json.loads(exported(database))["customers"][1]
    jack["important_dates"][0]["wished"].sort(key=lambda wish: str(wish["whom"]))
    assert jack == EVERYTHING


def test_what_a_file_leaves_out_comes_out_as_the_defaults(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(database, ALICE)
    assert json.loads(exported(database))["customers"] == [
        {
            "key": "alice",
            "name": "Alice",
            "called_by": "Alice",
            "pronunciation": "",
            "may_mention_age": False,
            "greet_by_name": True,
            "since": None,
            "consent": None,
            "tread_gently": None,
            "deceased": False,
            "cards": [],
            "important_dates": [],
            "notes": [],
            "gestures": [],
            "relationships": [],
            "visits": [],
        }
    ]


UNDATED = {
    "key": "ben",
    "name": "Ben",
    "notes": [{"text": "Plays chess"}, {"text": "Hums", "written_at": "2026-11-20T09:00:00+00:00"}],
    "gestures": [{"direction": "received", "what": "figs"}],
}


@pytest.mark.parametrize("customers", [(EVERYTHING, ALICE), (UNDATED,)], ids=["dated", "undated"])
def test_loading_the_same_file_or_its_export_again_changes_nothing(
    customers: tuple[dict[str, Any], ...],
    database: Database,
    load_text: Callable[..., None],
    shop_text: Callable[..., dict[str, Any]],
    exported: Exported,
    now: datetime,
) -> None:
    load_text(database, json.dumps(shop_text(*customers)), now)
    once = exported(database)
    load_text(database, json.dumps(shop_text(*customers)), now + timedelta(days=1))
    assert exported(database) == once
    load_text(database, once, now + timedelta(days=2))
    assert exported(database) == once


def test_the_sample_shop_can_be_loaded_twice(database: Database, exported: Exported, now: datetime) -> None:
    load(database, sample_shop(now.date()), now=now)
    once = exported(database)
    load(database, shop_file.read(once), now=now + timedelta(days=1))
    assert exported(database) == once


def test_a_visit_recorded_at_the_counter_is_not_doubled_by_loading_an_export(
    database: Database,
    fill: Callable[..., None],
    exported: Exported,
    load_text: Callable[..., None],
    now: datetime,
) -> None:
    fill(database, ALICE)
    with database.writing() as session:
        (alice,) = stored.read(session, "customer")
        record_visit(session, alice["id"], now, "1")
    once = exported(database)
    load_text(database, once)
    assert exported(database) == once


def test_what_lets_staff_in_and_who_left_is_in_no_file_and_outlasts_loading_one(
    database: Database,
    fill: Callable[..., None],
    exported: Exported,
    load_text: Callable[..., None],
    now: datetime,
) -> None:
    fill(database, ALICE, staff=[{"key": key, "name": key, "role": "staff"} for key in ("mia", "sam")])
    with database.writing() as session:
        eve = staff.hire(session, "Eve", Role.MANAGER)
        keys = staff.keys(session)
        staff.change(session, keys["mia"], pin_hash="a-hash", badge="STAFF-7", wrong_tries=3, tried_at=now)
        staff.leave(session, keys["sam"], now)
        (alice,) = stored.read(session, "customer")
        record_visit(session, alice["id"], now, "1", eve)

    def kept(table: str) -> list[dict[str, Any]]:
        with database.reading() as session:
            rows = stored.read(session, table)
        return sorted(({**row, "updated_at": None} for row in rows), key=lambda row: str(row["id"]))

    once, staff_before, visits_before = exported(database), kept("staff"), kept("visit")
    assert not [word for word in ("a-hash", "STAFF-7", "left", "tried") if word in once]
    load_text(database, once)
    assert exported(database) == once
    assert (kept("staff"), kept("visit")) == (staff_before, visits_before)
    assert visits_before[0]["staff_id"] == eve


def test_a_later_file_brings_up_to_date_what_it_tells(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(database, {**ALICE, "cards": [{"number": "LOY-1"}], "visits": [{"at": "2026-11-20T09:00"}]})
    fill(database, {**ALICE, "name": "Alice Okafor", "cards": [{"number": "LOY-1", "retired": "lost"}]})
    (alice,) = json.loads(exported(database))["customers"]
    assert (alice["name"], alice["cards"][0]["retired"]) == ("Alice Okafor", "lost")
    assert len(alice["visits"]) == 1


def test_ids_are_the_same_on_every_machine(
    database: Database, tmp_path_factory: pytest.TempPathFactory, elsewhere: Elsewhere, now: datetime
) -> None:
    load(database, sample_shop(now.date()), now=now)

    def ids(session: Any) -> dict[str, set[str]]:
        tables = [table for table in stored.MODELS if table != "visit_companion"]
        return {table: {str(row["id"]) for row in stored.read(session, table)} for table in tables}

    with database.reading() as session:
        here = ids(session)
    elsewhere(sample_shop(now.date()))
    file = next(tmp_path_factory.getbasetemp().glob("elsewhere*/kiosk.db"))
    there = Database(f"sqlite:///{file}")
    with there.reading() as session:
        assert ids(session) == here
    there.close()


def test_another_spelling_of_the_same_time_and_text_is_the_same_note(
    database: Database,
    shop_text: Callable[..., dict[str, Any]],
    load_text: Callable[..., None],
    exported: Exported,
) -> None:
    def write(text: str, time: str) -> str:
        return json.dumps(shop_text({**ALICE, "notes": [{"text": text, "written_at": time}]}))

    load_text(database, write("a caf\u00e9", "2026-11-20T09:00"))
    once = exported(database)
    load_text(database, write("a cafe\u0301", "2026-11-20T10:00:00+01:00"))
    assert exported(database) == once


UNTIDY = "  The  cafe\u0301 \u00a0 of old\u2003"
TIDY = "The caf\u00e9 of old"


def test_every_text_is_kept_as_it_is_kept_at_the_counter(
    database: Database, fill: Callable[..., None], exported: Exported, load_text: Callable[..., None]
) -> None:
    written = {
        "key": "jack",
        "name": UNTIDY,
        "called_by": UNTIDY,
        "pronunciation": UNTIDY,
        "important_dates": [{"occasion": "other", "month": 1, "day": 1, "label": UNTIDY}],
        "notes": [{"text": UNTIDY, "written_at": "2026-11-20T09:00"}],
        "gestures": [{"direction": "given", "what": UNTIDY, "at": "2026-11-20T09:00"}],
    }
    fill(database, written, staff=[{"key": "mia", "name": UNTIDY}])
    once = exported(database)
    out = json.loads(once)
    [jack], [mia] = out["customers"], out["staff"]
    assert [jack["name"], jack["called_by"], jack["pronunciation"], mia["name"]] == [TIDY] * 4
    assert jack["important_dates"][0]["label"] == TIDY
    assert (jack["notes"][0]["text"], jack["gestures"][0]["what"]) == (TIDY, TIDY)
    fill(database, written, staff=[{"key": "mia", "name": UNTIDY}])
    assert exported(database) == once
    load_text(database, once)
    assert exported(database) == once


def test_who_is_called_by_blanks_is_called_by_their_name(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(database, {**ALICE, "called_by": " \u00a0"})
    assert json.loads(exported(database))["customers"][0]["called_by"] == "Alice"


def test_keys_are_the_same_however_they_were_typed(
    database: Database,
    shop_text: Callable[..., dict[str, Any]],
    load_text: Callable[..., None],
    exported: Exported,
) -> None:
    friends = [{"to": "zoe\u0308", "kind": "friend"}]
    load_text(
        database,
        json.dumps(shop_text({"key": "zo\u00eb", "name": "Zoe"}, {**ALICE, "relationships": friends})),
    )
    assert json.loads(exported(database))["customers"][0]["relationships"][0]["to"] == "zo\u00eb"


@pytest.mark.parametrize(
    ("calendar", "year", "kept"),
    [
        ("gregorian", 1604, None),
        ("gregorian", 1, None),
        ("gregorian", 1605, 1605),
        ("chinese", 1604, None),
        ("hebrew", 5364, None),
        ("hebrew", 1, None),
        ("islamic", 1013, None),
    ],
)
def test_a_year_that_stands_for_none_in_other_programs_is_none(
    calendar: str,
    year: int,
    kept: int | None,
    database: Database,
    fill: Callable[..., None],
    load_text: Callable[..., None],
    exported: Exported,
) -> None:
    day = 28 if calendar == "gregorian" else 29
    fill(
        database,
        {**ALICE, "important_dates": [{"month": 2, "day": day, "year": year, "calendar": calendar}]},
    )
    once = exported(database)
    assert json.loads(once)["customers"][0]["important_dates"][0]["year"] == kept
    load_text(database, once)
    assert exported(database) == once


def test_somebody_born_on_29_february_of_a_year_nobody_knows_is_loaded(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    """The year 1 had no such day."""
    fill(database, {**ALICE, "important_dates": [{"month": 2, "day": 29, "year": 1}]})
    [date] = json.loads(exported(database))["customers"][0]["important_dates"]
    assert (date["month"], date["day"], date["year"]) == (2, 29, None)


def test_a_relationship_told_from_both_sides_is_kept_once(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(
        database,
        {"key": "jack", "name": "Jack", "relationships": [{"to": "zoe", "kind": "child"}]},
        {"key": "zoe", "name": "Zoe", "relationships": [{"to": "jack", "kind": "parent"}]},
    )
    jack, zoe = json.loads(exported(database))["customers"]
    assert jack["relationships"] == [{"to": "zoe", "kind": "child"}]
    assert zoe["relationships"] == []


def test_a_date_told_from_both_sides_is_kept_once(
    database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    day = {"occasion": "anniversary", "month": 11, "day": 3}
    fill(
        database,
        {"key": "fred", "name": "Fred", "important_dates": [{**day, "with": "margaret"}]},
        {"key": "margaret", "name": "Margaret", "important_dates": [{**day, "with": "fred"}]},
    )
    fred, margaret = json.loads(exported(database))["customers"]
    assert len(fred["important_dates"] + margaret["important_dates"]) == 1


@pytest.mark.parametrize(
    ("written", "utc", "out"),
    [
        ("2026-10-25T01:30", "2026-10-25T00:30", "2026-10-25T01:30"),
        ("2026-10-25T01:30+01:00", "2026-10-25T00:30", "2026-10-25T01:30"),
        ("2026-10-25T01:30+00:00", "2026-10-25T01:30", "2026-10-25T01:30:00+00:00"),
        ("2026-10-25T02:30", "2026-10-25T02:30", "2026-10-25T02:30"),
        ("2026-03-29T01:30", "2026-03-29T01:30", "2026-03-29T02:30"),
        ("2026-11-24T09:14:15", "2026-11-24T09:14:15", "2026-11-24T09:14:15"),
        ("2026-11-24T09:14:15.999", "2026-11-24T09:14:15", "2026-11-24T09:14:15"),
        ("2026-11-24T09:14Z", "2026-11-24T09:14", "2026-11-24T09:14"),
    ],
)
def test_a_time_survives_also_in_the_hour_that_strikes_twice(written: str, utc: str, out: str) -> None:
    time = parse_time(written, LONDON)
    assert time == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert write_time(time, LONDON) == out
    assert parse_time(out, LONDON) == time


@given(
    time=st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),
    zone=st.sampled_from(["Europe/London", "America/St_Johns", "Australia/Lord_Howe", "Asia/Kathmandu"]),
)
def test_every_time_survives_in_every_zone(time: datetime, zone: str) -> None:
    second = time.replace(microsecond=0)
    assert parse_time(write_time(second, ZoneInfo(zone)), ZoneInfo(zone)) == second


@pytest.mark.parametrize(
    "retired",
    [
        None,
        "lost",
        "replaced",
        "2026-11-20",
        "2026-11-20T09:00",
        "2026-11-20T09:00 lost",
        "2026-11-20 replaced",
    ],
)
def test_a_card_says_when_and_why_it_was_retired_or_one_of_the_two(
    retired: str | None, database: Database, fill: Callable[..., None], exported: Exported
) -> None:
    fill(database, {**ALICE, "cards": [{"number": "LOY-1", "retired": retired}]})
    (alice,) = json.loads(exported(database))["customers"]
    assert alice["cards"][0]["retired"] == retired


@pytest.mark.parametrize(
    ("number", "symbology", "kept"),
    [
        ("2900000000018", None, "2900000000018"),
        ("012345678905", None, "0012345678905"),
        ("012345678905", "upca", "0012345678905"),
        ("012345678905", "code128", "012345678905"),
        (" LOY-000131 ", None, "LOY-000131"),
        ("Kart\u0065\u0301", "qr", "Kart\u00e9"),
    ],
)
def test_a_card_is_kept_as_a_scanner_would_deliver_it(
    number: str,
    symbology: str | None,
    kept: str,
    database: Database,
    fill: Callable[..., None],
    exported: Exported,
) -> None:
    fill(database, {**ALICE, "cards": [{"number": number, "symbology": symbology}]})
    (alice,) = json.loads(exported(database))["customers"]
    assert alice["cards"][0]["number"] == kept


KEYS = ("ann", "ben", "зоя")
TEXT = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Cf", "Zl", "Zp")), min_size=1, max_size=40
).filter(lambda text: bool(text.strip()) and not is_payment_card(text))
DAY = st.dates(date(1900, 1, 1), date(2100, 1, 1)).map(date.isoformat)
SPAN = (datetime(1971, 1, 1), datetime(2100, 1, 1))
TIME = (st.datetimes(*SPAN) | st.datetimes(*SPAN, timezones=st.just(UTC))).map(datetime.isoformat)
MAYBE_STAFF = st.sampled_from([None, "mia"])


def entry(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(values)


def customer(key: str) -> st.SearchStrategy[dict[str, Any]]:
    other = st.sampled_from([k for k in KEYS if k != key])
    day = {
        "month": st.integers(1, 12),
        "day": st.integers(1, 28),
        "year": st.none() | st.integers(1, 9999),
        "label": TEXT,
        "wished": st.lists(
            DAY | entry(on=DAY, at=st.none() | TIME, by=MAYBE_STAFF, whom=st.none() | other), max_size=2
        ),
    }
    birthday = entry(occasion=st.just("birthday"), **day)
    another = entry(occasion=st.just("other"), **{"with": st.none() | other}, **day)
    notes = entry(
        kind=st.sampled_from(["remember", "ask_about", "always_show", "make_right"]),
        text=TEXT,
        author=MAYBE_STAFF,
        written_at=st.none() | TIME,
        show_until=st.none() | DAY,
        closed_at=st.none() | TIME,
        not_in_front_of=st.none() | other,
    )
    return entry(
        key=st.just(key),
        name=TEXT,
        called_by=st.just("") | TEXT,
        since=st.none() | DAY,
        consent=st.none() | entry(on=DAY, by=MAYBE_STAFF),
        tread_gently=st.none() | st.just("open") | DAY,
        deceased=st.booleans(),
        cards=st.just([{"number": f"LOY-{KEYS.index(key)}"}]),
        important_dates=st.builds(
            lambda *some: [*some[0], *some[1]],
            st.lists(birthday, max_size=1),
            st.lists(another, max_size=2),
        ),
        notes=st.lists(notes, max_size=3),
        gestures=st.lists(
            entry(
                direction=st.sampled_from(["given", "received"]),
                what=TEXT,
                at=st.none() | TIME,
                by=MAYBE_STAFF,
                thanked_at=st.none() | TIME,
            ),
            max_size=2,
        ),
        relationships=st.lists(
            entry(to=other, kind=st.sampled_from(["partner", "child", "carer"])), max_size=2
        ),
        visits=st.lists(entry(at=TIME, counter=TEXT, **{"with": st.lists(other, max_size=2)}), max_size=3),
    )


@settings(max_examples=60, deadline=None)
@given(customers=st.tuples(*map(customer, KEYS)))
def test_any_file_is_the_same_after_going_to_another_machine(
    customers: tuple[dict[str, Any], ...],
    elsewhere: Elsewhere,
    shop_text: Callable[..., dict[str, Any]],
) -> None:
    here = elsewhere(shop_file.read(json.dumps(shop_text(*customers))))
    assert elsewhere(shop_file.read(here)) == here


def test_what_was_closed_or_thanked_without_a_date_of_its_own_comes_back_from_an_export(
    database: Database,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
    load_text: Callable[..., None],
) -> None:
    closed = {"text": "Hawaii", "kind": "ask_about", "closed_at": "2026-11-20T10:00"}
    thanked = {"direction": "received", "what": "nuts", "thanked_at": "2026-11-20T10:00"}
    fill(database, {"key": "jack", "name": "Jack", "notes": [closed], "gestures": [thanked]})
    before = exported(database)
    load_text(database, before)
    assert exported(database) == before


def test_a_birthday_that_is_corrected_in_the_file_is_corrected(
    database: Database, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    for day in (23, 22):
        fill(database, {"key": "jack", "name": "Jack", "important_dates": [{"month": 11, "day": day}]})
    (jack,) = json.loads(exported(database))["customers"]
    assert [kept["day"] for kept in jack["important_dates"]] == [22]


def test_what_one_side_left_out_of_a_shared_date_is_taken_from_the_other(
    database: Database, fill: Callable[..., None], exported: Callable[[Database], str]
) -> None:
    day = {"occasion": "anniversary", "month": 11, "day": 3}
    fill(
        database,
        {"key": "fred", "name": "Fred", "important_dates": [{**day, "with": "margaret"}]},
        {"key": "margaret", "name": "Margaret", "important_dates": [{**day, "with": "fred", "year": 1986}]},
    )
    fred, _ = json.loads(exported(database))["customers"]
    assert fred["important_dates"][0]["year"] == 1986
