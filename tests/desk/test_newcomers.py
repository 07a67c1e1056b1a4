"""A new face, and a card in place of another, with a real database file."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
import pytest

from drivers import CardPattern, Scan, Symbology
from drivers.framing import Frame
from drivers.reading import read_frame
from kiosk.desk import Desk
from kiosk.exchange.shop_file import ShopFileError
from kiosk.locale import Speech
from kiosk.people.changing.drafts import Draft, DraftKind
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.greeting.outcomes import Outcome
from kiosk.people.texts import RefusedText
from kiosk.storage import people
from kiosk.storage.file.database import Database
from tests.clock import Clock
from tests.serving import recorded, serve

ANN, OLD, NEW, PAYMENT = "LOY-1", "LOY-old", "LOY-new", "4111111111111111"
OURS = (CardPattern("LOY-"), CardPattern("4"))
PEOPLE: list[dict[str, Any]] = [
    {"key": "ann", "name": "Ann", "cards": [{"number": ANN}, {"number": OLD, "retired": "lost"}]},
    {"key": "dead", "name": "Dead", "cards": [{"number": "LOY-3"}], "deceased": True},
]
NOT_TO_BE_GIVEN = [
    (ANN, Outcome.WELCOME),
    (OLD, Outcome.RETIRED),
    ("29", Outcome.NOT_OURS),
    (PAYMENT, Outcome.PAYMENT_CARD),
    ("MECARD:N:Doe;;", Outcome.NOT_OURS),
    ("2.9E+12", Outcome.UNREADABLE),
]

Kept = Callable[[], list[dict[str, Any]]]


@pytest.fixture
def desk(database: Database, words: Speech, fill: Callable[..., None], now: datetime) -> Desk:
    fill(database, *PEOPLE)
    return Desk(database, words, lambda: now, OURS, counter="2")


@pytest.fixture
def kept(database: Database, exported: Callable[[Database], str]) -> Kept:
    """The customers, as the shop file tells them."""

    def kept() -> list[dict[str, Any]]:
        customers: list[dict[str, Any]] = msgspec.json.decode(exported(database))["customers"]
        return customers

    return kept


@pytest.fixture
def ids(desk: Desk, database: Database) -> dict[str, UUID]:
    with database.reading() as session:
        return people.customer_ids(session, ["ann", "dead"])


@pytest.fixture
def held(database: Database, database_file: Path) -> Callable[[], Any]:
    """Somebody else holds the database."""

    def held() -> Any:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 50")
        other = sqlite3.connect(database_file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        return closing(other)

    return held


def test_a_new_face_is_welcomed_and_kept_with_consent(desk: Desk, kept: Kept) -> None:
    newcomer = Newcomer(" Zoe\u0308 ", "zo-ee ", (24, 11))
    answer = recorded(desk, desk.newcomers.keep(NEW, Symbology.CODE128, newcomer))
    assert (answer.greeting.outcome, answer.trouble) == (Outcome.WELCOME, "")
    assert "Zoë" in answer.greeting.say
    assert [cue.title for cue in answer.greeting.cues] == ["Birthday today"]
    (zoe,) = [customer for customer in kept() if customer["name"] == "Zoë"]
    assert (zoe["called_by"], zoe["pronunciation"]) == ("Zoë", "zo-ee")
    assert (zoe["since"], zoe["consent"]) == ("2026-11-24", {"on": "2026-11-24", "by": None})
    assert zoe["cards"] == [{"number": NEW, "symbology": "code128", "retired": None}]
    assert [(date["occasion"], date["month"], date["day"]) for date in zoe["important_dates"]] == [
        ("birthday", 11, 24)
    ]
    assert zoe["visits"] == [{"at": "2026-11-24T09:14", "counter": "2", "with": []}]


def test_a_name_is_enough(desk: Desk, kept: Kept) -> None:
    desk.newcomers.keep(NEW, None, Newcomer("Zoe"))
    (zoe,) = [customer for customer in kept() if customer["name"] == "Zoe"]
    assert (zoe["pronunciation"], zoe["important_dates"]) == ("", [])
    assert serve(desk, NEW).greeting.outcome is Outcome.WELCOME


def test_two_people_of_one_name_are_two(desk: Desk, kept: Kept) -> None:
    desk.newcomers.keep(NEW, None, Newcomer("Zoe"))
    desk.newcomers.keep("LOY-newer", None, Newcomer("Zoe"))
    assert len({customer["key"] for customer in kept()}) == 4


@pytest.mark.parametrize(("number", "outcome"), NOT_TO_BE_GIVEN)
def test_a_card_that_cannot_be_given_is_answered_as_by_a_scan(
    number: str, outcome: Outcome, desk: Desk, kept: Kept, ids: dict[str, UUID]
) -> None:
    assert desk.newcomers.keep(number, None, Newcomer("Zoe")).greeting.outcome is outcome
    assert desk.newcomers.replace_card(ids["ann"], number, None).greeting.outcome is outcome
    assert [customer["key"] for customer in kept()] == ["ann", "dead"]
    assert [card["retired"] for card in kept()[0]["cards"]] == [None, "lost"]


@pytest.mark.parametrize(
    ("newcomer", "sentence"),
    [
        (Newcomer(""), "Nothing is written"),
        (Newcomer(PAYMENT), "payment card"),
        (Newcomer("Zoe", PAYMENT), "payment card"),
        (Newcomer("Zoe", "z\x00"), "cannot be seen"),
        (Newcomer("Zoe", "", (31, 2)), "no such day"),
    ],
)
def test_what_is_not_kept_as_it_is_is_refused(
    newcomer: Newcomer, sentence: str, desk: Desk, kept: Kept
) -> None:
    with pytest.raises(RefusedText, match=sentence):
        desk.newcomers.keep(NEW, None, newcomer)
    assert len(kept()) == 2


def test_somebody_born_on_29_february_may_say_so(desk: Desk, kept: Kept) -> None:
    desk.newcomers.keep(NEW, None, Newcomer("Zoe", "", (29, 2)))
    assert any(customer["important_dates"] for customer in kept())


def test_a_newcomer_who_cannot_be_kept_is_told(desk: Desk, kept: Kept, held: Callable[[], Any]) -> None:
    with held():
        answer = desk.newcomers.keep(NEW, None, Newcomer("Zoe"))
    assert answer.greeting.outcome is Outcome.UNKNOWN
    assert answer.trouble.startswith("The card was not kept. Another program is holding the data.")
    assert len(kept()) == 2


def test_a_replacement_card_retires_the_others_and_is_a_visit(
    desk: Desk, kept: Kept, ids: dict[str, UUID]
) -> None:
    answer = recorded(desk, desk.newcomers.replace_card(ids["ann"], NEW, Symbology.CODE128))
    assert (answer.greeting.outcome, answer.trouble) == (Outcome.WELCOME, "")
    ann = kept()[0]
    assert ann["cards"] == [
        {"number": ANN, "symbology": None, "retired": "2026-11-24T09:14+00:00 replaced"},
        {"number": NEW, "symbology": "code128", "retired": None},
        {"number": OLD, "symbology": None, "retired": "lost"},
    ]
    assert len(ann["visits"]) == 1
    assert serve(desk, ANN).greeting.outcome is Outcome.RETIRED
    assert serve(desk, NEW).greeting.customer == answer.greeting.customer


def test_who_has_died_gets_no_card(desk: Desk, kept: Kept, ids: dict[str, UUID]) -> None:
    assert desk.newcomers.replace_card(ids["dead"], NEW, None).greeting.outcome is Outcome.DECEASED
    assert [len(customer["cards"]) for customer in kept()] == [2, 1]


def test_a_card_that_cannot_be_replaced_is_told(
    desk: Desk, kept: Kept, ids: dict[str, UUID], held: Callable[[], Any]
) -> None:
    with held():
        answer = desk.newcomers.replace_card(ids["ann"], NEW, None)
    assert answer.greeting.outcome is Outcome.WELCOME
    assert answer.trouble.startswith("The card was not kept. Another program")
    assert len(kept()[0]["cards"]) == 2


def test_an_export_with_newcomers_can_be_loaded_again_here_and_elsewhere(
    desk: Desk,
    database: Database,
    empty_file: Path,
    tmp_path: Path,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
) -> None:
    answer = desk.newcomers.keep(NEW, None, Newcomer("Zoe", "zo-ee ", (24, 11)))
    zoe = answer.greeting.customer
    wish = next(cue.tap for cue in answer.greeting.cues if cue.tap is not None)
    assert zoe is not None
    desk.notes.write(zoe.id, frozenset(), Draft(DraftKind.REMEMBER, "the boat", zoe))
    desk.taps.keep(zoe.id, frozenset(), wish)
    desk.newcomers.replace_card(zoe.id, "LOY-newer", None)
    once = exported(database)
    customers = msgspec.json.decode(once)["customers"]
    fill(database, *customers)
    assert exported(database) == once
    shutil.copy(empty_file, tmp_path / "elsewhere.db")
    with closing(Database(f"sqlite:///{tmp_path / 'elsewhere.db'}")) as elsewhere:
        for _ in range(2):
            fill(elsewhere, *customers)
            assert exported(elsewhere) == once


def test_whatever_a_scanner_lets_in_goes_out_and_in_again(
    database: Database,
    words: Speech,
    clock: Clock,
    fill: Callable[..., None],
    exported: Callable[[Database], str],
) -> None:
    fill(database)
    scan = read_frame(Frame(b"]C1010290000000001321AB\x1d10X", 30, 0.0), ())
    assert isinstance(scan, Scan)
    Desk(database, words, clock).newcomers.keep(scan.number, scan.symbology, Newcomer("Zoe"))
    once = exported(database)
    (zoe,) = msgspec.json.decode(once)["customers"]
    assert zoe["cards"] == [
        {"number": "010290000000001321AB\x1d10X", "symbology": "gs1_128", "retired": None}
    ]
    fill(database, zoe)
    assert exported(database) == once


def test_a_file_corrects_what_a_newcomer_told(
    desk: Desk, kept: Kept, database: Database, fill: Callable[..., None]
) -> None:
    desk.newcomers.keep(NEW, None, Newcomer("Zoe", "", (24, 11)))
    (zoe,) = [customer for customer in kept() if customer["name"] == "Zoe"]
    fill(database, {"key": zoe["key"], "name": "Zoe Obi", "important_dates": [{"month": 12, "day": 1}]})
    (corrected,) = [customer for customer in kept() if customer["key"] == zoe["key"]]
    assert corrected["name"] == "Zoe Obi"
    assert [(date["month"], date["day"]) for date in corrected["important_dates"]] == [(12, 1)]


def test_a_file_cannot_give_the_card_of_a_newcomer_to_somebody_else(
    desk: Desk, fill: Callable[..., None], database: Database
) -> None:
    desk.newcomers.keep(NEW, None, Newcomer("Zoe"))
    with pytest.raises(ShopFileError, match="belongs to another customer"):
        fill(database, {"key": "ann", "name": "Ann", "cards": [{"number": NEW}]})


def test_a_file_may_add_another_name_day(
    desk: Desk, kept: Kept, database: Database, fill: Callable[..., None]
) -> None:
    name_days = [{"occasion": "name_day", "month": month, "day": 1} for month in (5, 6)]
    fill(database, {**PEOPLE[0], "important_dates": name_days[:1]})
    fill(database, {**PEOPLE[0], "important_dates": name_days})
    assert [date["month"] for date in kept()[0]["important_dates"]] == [5, 6]
