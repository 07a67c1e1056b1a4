"""Storyboards of bad days: each ends in a clear sentence on the glass, and the kiosk goes on."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from drivers import Scan
from drivers.replay import PretendScanner
from kiosk.people.changing.newcomers import Newcomer
from kiosk.people.greeting.outcomes import Outcome
from kiosk.scan_queue import Heard
from kiosk.settings import Display
from tests.ui.counter import Counter

JACK, FRED, AMIRA = "2900000000018", "2900000000049", "2900000000087"
QUIET = "The scanner has gone quiet"
READY = "Ready for the next card"


def visits_today(database: Path) -> int:
    """How many visits were recorded on the day of the storyboard."""
    with sqlite3.connect(database) as connection:
        (count,) = connection.execute("SELECT count(*) FROM visit WHERE at >= '2026-11-24'").fetchone()
    return int(count)


def test_a_scan_is_a_visit_in_the_database(counter: Counter, database_file: Path) -> None:
    before = visits_today(database_file)
    counter.scans(JACK)
    counter.scans(JACK)
    counter.scans(FRED)
    assert visits_today(database_file) == before + 2


def test_the_greeting_clears_by_itself(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(Display(clear_after=4))
    counter.scans(JACK)
    counter.sees("Jack", "clears in")
    counter.sees(READY)
    counter.sees_no("Jack")


def test_a_scanner_that_is_unplugged_is_said_calmly_and_picked_up_again(
    counter: Counter, tmp_path: Path
) -> None:
    assert counter.scanner is not None
    counter.scanner.close()
    counter.sees(QUIET, "Scanner unplugged", "picked up again by itself")
    counter.closes()
    counter.sees(READY, "Scanner unplugged")
    with PretendScanner(tmp_path / "scanner") as returned:
        counter.sees("Scanner ready")
        counter.scanner = returned
        counter.scans(JACK)
        counter.sees("Jack")


def test_who_is_being_greeted_stays_on_the_glass_when_the_scanner_goes(counter: Counter) -> None:
    assert counter.scanner is not None
    counter.scans(JACK)
    counter.scanner.close()
    counter.sees("Jack", "Scanner unplugged")
    counter.closes()
    counter.sees(QUIET)


def test_without_a_scanner_the_kiosk_is_ready_all_the_same(open_counter: Callable[..., Counter]) -> None:
    counter = open_counter(scanners=0)
    counter.sees(READY)
    assert not any("Scanner" in text for text in counter.glass())


@pytest.mark.parametrize(
    "noise",
    [
        b"\x00\xff\xfe\x80\x07\r",
        b"2900\xf10\x9b0\r",
        b"7" * 1_000_000 + b"\r",
        b"2" * 10_000 + b"\r",
        b"Jo\xe2\x80\xaehn\r",
    ],
    ids=["noise", "wrong parity", "a megabyte", "ten thousand digits", "a turned direction"],
)
def test_what_cannot_be_read_is_asked_for_once_more(counter: Counter, noise: bytes) -> None:
    counter.sends(noise)
    counter.sees("That didn’t come through", "scan the card once more")
    counter.scans(JACK)
    counter.sees("Jack")


def test_nul_bytes_around_a_number_do_no_harm(counter: Counter) -> None:
    counter.sends(b"\x00\x00" + JACK.encode() + b"\x00\r\n")
    counter.sees("Jack")


@pytest.mark.parametrize(
    "stripe", ["4111111111111111", "%B4111111111111111^DOE/J^3012?", ";4111111111111111=3012?"]
)
def test_a_payment_card_leaves_no_trace(
    counter: Counter, database_file: Path, stripe: str, caplog: pytest.LogCaptureFixture
) -> None:
    before = database_file.read_bytes()
    counter.scans(stripe)
    counter.sees("That looks like a payment card", "Nothing was read and nothing was kept")
    assert database_file.read_bytes() == before
    assert "4111" not in caplog.text


def test_nothing_scanned_is_lost_while_a_slow_write_runs(counter: Counter, database_file: Path) -> None:
    assert counter.scanner is not None
    before = visits_today(database_file)
    slow = sqlite3.connect(database_file, isolation_level=None)
    slow.execute("BEGIN IMMEDIATE")
    for number in (JACK, FRED, AMIRA):
        counter.scanner.scan(number)
    slow.execute("COMMIT")
    slow.close()
    counter.until(lambda: len(counter.kiosk.outcomes) == 3, "three greetings")
    counter.sees("Amira")
    counter.settles()
    assert visits_today(database_file) == before + 3


def test_a_greeting_waits_for_nobody_who_writes(counter: Counter, database_file: Path) -> None:
    assert counter.scanner is not None
    before = visits_today(database_file)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as slow:
        slow.execute("BEGIN IMMEDIATE")
        for number, name in [(JACK, "Jack"), (FRED, "Fred"), (AMIRA, "Amira")]:
            counter.scanner.scan(number)
            counter.sees(name)
        counter.sees_no("Another program")
        assert visits_today(database_file) == before
    counter.settles()
    assert visits_today(database_file) == before + 3


def test_where_a_visit_cannot_be_recorded_the_greeting_says_so(counter: Counter, database_file: Path) -> None:
    before = visits_today(database_file)
    counter.scans(FRED)
    with closing(sqlite3.connect(database_file, isolation_level=None)) as other:
        other.execute("CREATE TRIGGER no_room BEFORE INSERT ON visit BEGIN SELECT RAISE(ABORT, 'no'); END")
    counter.scans(JACK)
    counter.sees("Jack", "Nothing was changed.")
    assert visits_today(database_file) == before + 1


def test_a_newer_database_is_only_read_and_the_glass_says_so(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    with sqlite3.connect(database_file) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = database_file.read_bytes()
    counter = open_counter()
    counter.sees(READY, "This program is older than its data")
    counter.scans(JACK)
    counter.sees("Jack", "This program is older than its data")
    counter.closes()
    counter.sees(READY, "This program is older than its data")
    assert database_file.read_bytes() == before


def test_a_file_that_is_no_database_is_left_as_it_is(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    database_file.write_bytes(b"a shopping list: flour, nuts, candles " * 40)
    before = database_file.read_bytes()
    counter = open_counter()
    counter.sees("The kiosk needs a hand", "not a database")
    assert database_file.read_bytes() == before


def test_whoever_waits_for_what_became_of_a_scan_is_told_when_nothing_can(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    database_file.write_bytes(b"not yet")
    counter = open_counter()
    counter.sees("The kiosk needs a hand")
    answers: list[Outcome | None] = []
    counter.kiosk._scanning.scanned(Heard(Scan(JACK, None, 1.0), answers.append))
    counter.until(lambda: answers == [None], "an answer")


def test_a_data_file_that_comes_back_is_used_at_the_next_scan(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    good = database_file.read_bytes()
    database_file.write_bytes(b"not yet")
    counter = open_counter()
    counter.sees("The kiosk needs a hand")
    database_file.write_bytes(good)
    counter.scans(JACK)
    counter.sees("Jack")


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is read-only to root")
def test_data_that_cannot_be_written_still_greets(
    open_counter: Callable[..., Counter], database_file: Path
) -> None:
    database_file.chmod(0o400)
    database_file.parent.chmod(0o500)
    counter = open_counter()
    counter.scans(JACK)
    counter.sees("Jack", "can only be read")


def test_an_error_on_the_glass_ends_at_the_ready_screen_and_not_in_the_log(
    counter: Counter, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(_greeting: object) -> None:
        raise ValueError("Jack Okafor")

    assert counter.scanner is not None
    monkeypatch.setattr(counter.app.flows.serving.screen, "show", stumble)
    counter.scanner.scan(JACK)
    counter.until(lambda: "error on the glass" in caplog.text, "a line in the journal")
    counter.sees(READY)
    assert "Okafor" not in caplog.text
    monkeypatch.undo()
    counter.scans(FRED)
    counter.sees("Fred")
    assert counter.kiosk.outcomes[-1] is Outcome.WELCOME


def test_noise_without_end_does_not_hold_up_the_next_card(counter: Counter) -> None:
    assert counter.scanner is not None
    counter.scanner.send(b"\xff\xfe\x07\r" * 5000)
    counter.sends(JACK.encode() + b"\r")
    counter.sees("Jack")
    assert counter.kiosk.outcomes.count(Outcome.UNREADABLE) < 20


def test_one_scanner_of_two_is_enough(counter: Counter) -> None:
    counter.app.resting.tell_scanner(1, 2)
    counter.sees(READY, "One scanner unplugged")
    counter.app.resting.tell_scanner(2, 2)
    counter.sees(QUIET)
    counter.app.resting.tell_scanner(0, 2)
    counter.sees(READY, "Scanner ready")


def test_the_same_card_twice_is_shown_twice(counter: Counter) -> None:
    counter.scans(JACK)
    counter.scans(JACK)
    assert counter.kiosk.outcomes == [Outcome.WELCOME] * 2


@pytest.mark.parametrize(
    ("code", "title", "outcome"),
    [
        (b"BEGIN:VCARD\r\nN:Doe;Jane\r\nEND:VCARD\r\n", "That isn’t one of our cards", Outcome.NOT_OURS),
        (b"@\n\x1e\rANSI 636000090002\nDCSDOE\n\r", "That isn’t one of our cards", Outcome.NOT_OURS),
        (b"LOY-000991\r\nLOY-000992\r\n", "That didn’t come through", Outcome.UNREADABLE),
    ],
)
def test_a_code_of_many_lines_is_answered_once_and_the_next_card_is_greeted(
    code: bytes, title: str, outcome: Outcome, counter: Counter
) -> None:
    counter.sends(code)
    counter.sees(title)
    counter.settles()
    counter.scans(JACK)
    assert counter.kiosk.outcomes == [outcome, Outcome.WELCOME]


def test_a_new_face_goes_when_more_of_its_code_comes(counter: Counter) -> None:
    scanned = counter.kiosk._scanning.scanned
    scanned(Heard(Scan("LOY-000991", None, 1.0)))
    counter.sees("A new face")
    scanned(Heard(Scan("LOY-000992", None, 1.01, alone=False)))
    counter.sees("That didn’t come through")
    counter.app.flows.new_faces.screen.dispatch("on_newcomer", Newcomer("Noor"))
    counter.settles()
    scanned(Heard(Scan("LOY-000991", None, 9.0)))
    counter.sees("A new face")


def test_two_cards_that_came_at_once_are_both_greeted(counter: Counter) -> None:
    counter.sends(f"{JACK}\r{FRED}\r".encode())
    counter.until(lambda: len(counter.kiosk.outcomes) == 2, "two greetings")
    assert counter.kiosk.outcomes == [Outcome.WELCOME] * 2
