"""What happens at the counter, with a real database file."""

import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest

from drivers import CardPattern, Reason, Refusal, Scan, Symbology
from kiosk.desk import Answer, Desk, UnknownCompanionError
from kiosk.locale import Speech
from kiosk.people.greeting.outcomes import Outcome
from kiosk.storage import records as stored
from kiosk.storage.file.database import Database
from kiosk.storage.trouble import StorageTrouble
from tests.clock import Clock
from tests.serving import serve

OURS = (CardPattern("29", 13), CardPattern("LOY-"), CardPattern("0", 13))
ANN, SHY, DEAD, RETIRED = "2900000000018", "2900000000025", "2900000000032", "2900000000049"
PEOPLE: list[dict[str, Any]] = [
    {"key": "ann", "name": "Ann", "cards": [{"number": ANN}, {"number": RETIRED, "retired": "lost"}]},
    {"key": "shy", "name": "Shy", "cards": [{"number": SHY}], "greet_by_name": False},
    {"key": "dead", "name": "Dead", "cards": [{"number": DEAD}], "deceased": True},
    {"key": "upc", "name": "Upc", "cards": [{"number": "012345678905", "symbology": "code128"}]},
]


@pytest.fixture
def shop(database: Database, fill: Callable[..., None]) -> Database:
    fill(database, *PEOPLE)
    return database


@pytest.fixture
def desk(shop: Database, words: Speech, clock: Clock) -> Desk:
    return Desk(shop, words, clock, OURS, counter="2")


@pytest.fixture
def welcome(desk: Desk) -> Callable[[str], Answer]:
    return lambda number: serve(desk, number)


def visits(database: Database) -> list[dict[str, Any]]:
    with database.reading() as session:
        return sorted(stored.read(session, "visit"), key=lambda visit: visit["at"])


def test_a_welcome_records_one_visit_where_and_when_it_was(
    welcome: Callable[[str], Answer], shop: Database, now: datetime
) -> None:
    answer = welcome(ANN)
    assert (answer.greeting.outcome, answer.trouble) == (Outcome.WELCOME, "")
    assert [(visit["at"], visit["counter"]) for visit in visits(shop)] == [(now, "2")]


@pytest.mark.parametrize(
    ("seconds", "count", "chip"),
    [
        (0, 1, "First visit with us"),
        (1, 1, "First visit with us"),
        (1800, 1, "First visit with us"),
        (1801, 2, "Second visit"),
    ],
)
def test_a_second_scan_within_30_minutes_is_the_same_visit(
    seconds: int, count: int, chip: str, welcome: Callable[[str], Answer], shop: Database, clock: Clock
) -> None:
    first = welcome(ANN)
    clock.forward(seconds=seconds)
    second = welcome(ANN)
    assert first.greeting.chips == ("First visit with us",)
    assert second.greeting.chips == (chip,)
    assert len(visits(shop)) == count


def test_scans_all_day_long_are_no_single_visit(
    welcome: Callable[[str], Answer], shop: Database, clock: Clock
) -> None:
    for _ in range(5):
        welcome(ANN)
        clock.forward(minutes=20)
    assert len(visits(shop)) == 3


def test_visits_of_two_people_are_two(welcome: Callable[[str], Answer], shop: Database) -> None:
    welcome(ANN)
    welcome(SHY)
    assert len(visits(shop)) == 2


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        ("2900000000445", Outcome.UNKNOWN),
        ("LOY-7", Outcome.UNKNOWN),
        ("3900000000015", Outcome.NOT_OURS),
        ("29", Outcome.NOT_OURS),
        (RETIRED, Outcome.RETIRED),
        (DEAD, Outcome.DECEASED),
    ],
)
def test_who_is_not_greeted_is_not_recorded_either(
    number: str, outcome: Outcome, welcome: Callable[[str], Answer], shop: Database
) -> None:
    answer = welcome(number)
    assert (answer.greeting.outcome, answer.trouble) == (outcome, "")
    assert visits(shop) == []


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        (Reason.PAYMENT_CARD, Outcome.PAYMENT_CARD),
        (Reason.PERSONAL_DOCUMENT, Outcome.NOT_OURS),
        (Reason.SECRET_KEY, Outcome.NOT_OURS),
        (Reason.WRONG_CHECK_DIGIT, Outcome.UNREADABLE),
        (Reason.UNREADABLE, Outcome.UNREADABLE),
    ],
)
def test_what_was_refused_is_answered_and_not_recorded(
    reason: Reason, outcome: Outcome, desk: Desk, shop: Database
) -> None:
    assert desk.greetings.welcome(Refusal(reason, 16, 0.0)) == Answer(
        desk.greetings.preview(Refusal(reason, 16, 0.0), datetime.max)
    )
    assert desk.greetings.welcome(Refusal(reason, 16, 0.0)).greeting.outcome is outcome
    assert visits(shop) == []


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (ANN, Outcome.WELCOME),
        (RETIRED, Outcome.RETIRED),
        ("LOY-7", Outcome.UNREADABLE),
        ("39", Outcome.NOT_OURS),
    ],
)
def test_a_number_that_came_with_others_is_a_card_only_if_it_is_known(
    number: str, outcome: Outcome, desk: Desk
) -> None:
    assert desk.greetings.welcome(Scan(number, None, 0.0, alone=False)).greeting.outcome is outcome


def test_somebody_unnamed_is_recorded_and_not_named(welcome: Callable[[str], Answer], shop: Database) -> None:
    assert welcome(SHY).greeting.outcome is Outcome.UNNAMED
    assert len(visits(shop)) == 1


def test_a_upc_scanned_with_13_digits_finds_the_card_that_was_stored_with_12(
    welcome: Callable[[str], Answer],
) -> None:
    greeting = welcome("0012345678905").greeting
    assert greeting.customer is not None
    assert greeting.customer.key == "upc"


def test_another_kind_of_bar_code_is_not_ours(shop: Database, words: Speech, clock: Clock) -> None:
    ean_only = Desk(shop, words, clock, (CardPattern("29", 13, Symbology.EAN13),))
    assert ean_only.greetings.welcome(Scan(ANN, Symbology.QR, 0.0)).greeting.outcome is Outcome.NOT_OURS
    assert ean_only.greetings.welcome(Scan(ANN, Symbology.EAN13, 0.0)).greeting.outcome is Outcome.WELCOME


def test_without_card_patterns_every_number_may_be_ours(shop: Database, words: Speech, clock: Clock) -> None:
    assert serve(Desk(shop, words, clock), "any").greeting.outcome is Outcome.UNKNOWN


def test_a_visit_that_cannot_be_saved_is_greeted_all_the_same(
    welcome: Callable[[str], Answer], shop: Database, database_file: Path
) -> None:
    with shop.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        answer = welcome(ANN)
    assert answer.greeting.outcome is Outcome.WELCOME
    assert answer.greeting.say
    assert answer.trouble.startswith("Another program is holding the data.")
    assert visits(shop) == []
    assert welcome(ANN).trouble == ""
    assert len(visits(shop)) == 1


def test_a_newer_database_greets_and_saves_nothing(
    shop: Database, database_file: Path, words: Speech, clock: Clock
) -> None:
    newer = Database(f"sqlite:///{database_file}", read_only=True)
    answer = serve(Desk(newer, words, clock), ANN)
    newer.close()
    assert answer.greeting.outcome is Outcome.WELCOME
    assert answer.trouble == "This program is older than its data: it greets, and saves nothing."
    assert visits(shop) == []


def test_a_clock_behind_the_newest_visit_of_anybody_is_told(
    welcome: Callable[[str], Answer], clock: Clock
) -> None:
    assert welcome(SHY).trouble == ""
    clock.forward(days=-1)
    answer = welcome(ANN)
    assert answer.greeting.outcome is Outcome.WELCOME
    assert answer.trouble == "Check the clock"


def test_with_a_clock_that_is_behind_two_scans_are_still_one_visit(
    welcome: Callable[[str], Answer], shop: Database, clock: Clock
) -> None:
    welcome(ANN)
    clock.forward(days=-400)
    welcome(ANN)
    clock.forward(minutes=10)
    assert welcome(ANN).greeting.chips == ("Second visit",)
    assert len(visits(shop)) == 2


def test_a_preview_records_nothing(desk: Desk, shop: Database, now: datetime) -> None:
    later = now + timedelta(days=40)
    serve(desk, ANN)
    preview = desk.greetings.preview(Scan(ANN, None, 0.0), later)
    assert preview.chips == ("Second visit", "First visit in 5 weeks")
    assert len(visits(shop)) == 1


def test_those_present_are_named_by_their_keys(
    shop: Database, words: Speech, clock: Clock, fill: Callable[..., None], now: datetime
) -> None:
    secret = {"text": "the surprise", "not_in_front_of": "ann", "written_at": "2026-11-20T09:00"}
    fill(shop, *PEOPLE[:1], {"key": "ben", "name": "Ben", "cards": [{"number": "LOY-2"}], "notes": [secret]})
    desk = Desk(shop, words, clock)
    ben = Scan("LOY-2", None, 0.0)
    assert len(desk.greetings.preview(ben, now).cues) == 1
    with pytest.raises(UnknownCompanionError):
        desk.greetings.preview(ben, now, ["nobody"])
    assert desk.greetings.preview(ben, now, ["ann"]).cues == ()


def test_today_is_counted_by_the_clock_of_the_desk(
    shop: Database, words: Speech, clock: Clock, fill: Callable[..., None]
) -> None:
    fill(shop, {"key": "ben", "name": "Ben", "important_dates": [{"month": 11, "day": 25}]})
    desk = Desk(shop, words, clock)
    assert (desk.today().celebrating, desk.today().celebrating_soon) == (0, 1)
    clock.forward(days=1)
    assert (desk.today().celebrating, desk.today().celebrating_soon) == (1, 0)


def test_a_desk_whose_data_cannot_be_read_says_so(tmp_path: Path, words: Speech, clock: Clock) -> None:
    (tmp_path / "kiosk.db").write_text("no database at all")
    broken = Database(f"sqlite:///{tmp_path / 'kiosk.db'}")
    with pytest.raises(StorageTrouble, match="not a database"):
        serve(Desk(broken, words, clock), ANN)
    broken.close()


def test_two_counters_at_once_keep_one_visit_of_everybody(
    database: Database, fill: Callable[..., None], words: Speech, at: Callable[[str], datetime]
) -> None:
    cards = [f"LOY-{n}" for n in range(40)]
    fill(database, *({"key": card, "name": "Ann", "cards": [{"number": card}]} for card in cards))
    together = Barrier(2)

    def scan_all(now: datetime) -> None:
        assert database.file is not None
        with closing(Database.at(database.file)) as own:
            desk = Desk(own, words, lambda: now)
            for card in cards:
                together.wait()
                assert serve(desk, card).trouble == ""

    # Whoever had to wait knows an earlier time than the other one has recorded.
    times = [at("2026-11-24T09:14:00"), at("2026-11-24T09:14:02")]
    with ThreadPoolExecutor(2) as counters:
        list(counters.map(scan_all, times))
    assert len(visits(database)) == len(cards)
