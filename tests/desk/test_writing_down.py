"""What is written down at the counter, with a real database file."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from kiosk.desk import Answer, Desk
from kiosk.locale import Speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.known.customers import Customer
from kiosk.people.texts import RefusedText
from kiosk.storage.file.database import Database
from tests.serving import serve

PEOPLE: list[dict[str, Any]] = [
    {"key": "ann", "name": "Ann", "cards": [{"number": "LOY-1"}]},
    {"key": "ben", "name": "Ben", "cards": [{"number": "LOY-2"}]},
]
NOBODY: frozenset[Any] = frozenset()


@pytest.fixture
def desk(database: Database, words: Speech, fill: Callable[..., None], now: datetime) -> Desk:
    fill(database, *PEOPLE)
    return Desk(database, words, lambda: now.replace(microsecond=7))


@pytest.fixture
def ann(desk: Desk) -> Customer:
    return who(desk, "LOY-1")


@pytest.fixture
def kept(database: Database, exported: Callable[[Database], str]) -> Callable[[str], list[Any]]:
    """All notes or gestures, as the shop file tells them."""
    return lambda what: [
        (customer["key"], each)
        for customer in msgspec.json.decode(exported(database))["customers"]
        for each in customer[what]
    ]


def who(desk: Desk, number: str) -> Customer:
    customer = serve(desk, number).greeting.customer
    assert customer is not None
    return customer


def write(desk: Desk, customer: Customer, text: str, kind: DraftKind = DraftKind.REMEMBER) -> Answer:
    return desk.notes.write(customer.id, NOBODY, Draft(kind, text, customer))


@pytest.mark.parametrize("kind", list(DraftKind)[:4])
def test_a_note_is_kept_with_its_kind_and_shown_at_once(
    kind: DraftKind, desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    answer = write(desk, ann, "the boat", kind)
    assert any("the boat" in cue.title for cue in answer.greeting.cues)
    assert answer.trouble == ""
    ((key, note),) = kept("notes")
    assert (key, note["kind"], note["text"]) == ("ann", kind.value, "the boat")
    assert note["written_at"] == "2026-11-24T09:14"


@pytest.mark.parametrize(("kind", "direction"), [(DraftKind.BROUGHT, "received"), (DraftKind.GAVE, "given")])
def test_a_gesture_is_kept_with_its_direction(
    kind: DraftKind, direction: str, desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    write(desk, ann, "figs", kind)
    ((key, gesture),) = kept("gestures")
    assert (key, gesture["direction"], gesture["what"]) == ("ann", direction, "figs")
    assert gesture["at"] == "2026-11-24T09:14"


@pytest.mark.parametrize("kind", DraftKind)
def test_two_taps_within_one_second_keep_it_once(
    kind: DraftKind, desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    write(desk, ann, "figs", kind)
    write(desk, ann, "figs", kind)
    assert len(kept("notes") + kept("gestures")) == 1


def test_a_draft_that_waited_is_kept_with_its_own_customer(
    desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    ben = who(desk, "LOY-2")
    answer = desk.notes.write(ben.id, NOBODY, Draft(DraftKind.ALWAYS_SHOW, "No nuts", ann))
    assert answer.greeting.customer == ben
    assert [key for key, _ in kept("notes")] == ["ann"]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("  the boat \n", "the boat"),
        ("the  boat \u00a0 of hers", "the boat of hers"),
        ("cre\u0300me", "crème"),
        ("x" * 280, "x" * 280),
        ("👩‍👧", "👩‍👧"),
    ],
)
def test_a_text_is_kept_in_one_form(
    written: str, text: str, desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    write(desk, ann, written)
    assert [note["text"] for _, note in kept("notes")] == [text]


@pytest.mark.parametrize("kind", [DraftKind.REMEMBER, DraftKind.BROUGHT])
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Nothing is written"),
        (" \u200d\u00a0", "Nothing is written"),
        ("x" * 281, "280 letters"),
        ("a\x1b[2J", "cannot be seen"),
        ("a\nb", "cannot be seen"),
        ("a\u202eb", "cannot be seen"),
        ("pays with 4111111111111111", "payment card"),
        ("pays with 4111 1111 1111 1111, always", "payment card"),
        ("pays with 4111-1111-1111-1111", "payment card"),
        ("٤١١١ ١١١١ ١١١١ ١١١١", "payment card"),
        ("4111\u200b1111\u200b1111\u200b1111", "payment card"),
    ],
)
def test_what_is_not_kept_as_it_is_is_refused_in_one_sentence(
    kind: DraftKind,
    text: str,
    sentence: str,
    desk: Desk,
    ann: Customer,
    database: Database,
    exported: Callable[[Database], str],
) -> None:
    before = exported(database)
    with pytest.raises(RefusedText, match=sentence) as caught:
        write(desk, ann, text, kind)
    assert "4111" not in str(caught.value)
    assert exported(database) == before


def test_a_number_that_is_no_payment_card_may_be_written(
    desk: Desk, ann: Customer, kept: Callable[[str], list[Any]]
) -> None:
    write(desk, ann, "call 4111 1111 1111 1112")
    assert len(kept("notes")) == 1


def test_a_note_that_cannot_be_kept_is_told(
    desk: Desk, ann: Customer, database: Database, database_file: Path, kept: Callable[[str], list[Any]]
) -> None:
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = write(desk, ann, "the boat")
    assert answer.trouble.startswith("The note was not kept. Another program is holding the data.")
    assert answer.greeting.customer == ann
    assert kept("notes") == []


@pytest.mark.parametrize("kind", DraftKind)
def test_an_export_with_what_was_written_can_be_loaded_again(
    kind: DraftKind,
    desk: Desk,
    ann: Customer,
    database: Database,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
) -> None:
    write(desk, ann, "figs", kind)
    once = exported(database)
    fill(database, *msgspec.json.decode(once)["customers"])
    assert exported(database) == once
