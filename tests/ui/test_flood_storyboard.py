"""A line that never stops: nothing piles up behind the glass, and the next customer is greeted."""

import sqlite3
from pathlib import Path
from threading import Thread

from drivers import Scan
from drivers.replay import PretendScanner
from kiosk.scan_queue import ROOM
from tests.ui.counter import Counter

JACK, FRED = "2900000000018", "2900000000049"
FLOOD = 3_000


def flood(scanner: PretendScanner) -> None:
    """Scan Fred's card thousands of times without a pause, as fast as the line takes it; then Jack's."""
    scanner.send(f"{FRED}\r".encode() * FLOOD)
    scanner.scan(JACK)


def last_is_read(counter: Counter) -> bool:
    """Tell whether Jack's card has come through the line."""
    newest = counter.kiosk._scanning._newest
    return isinstance(newest, Scan) and newest.number == JACK


def test_after_a_flood_the_next_customer_is_greeted_and_the_rest_has_not_piled_up(counter: Counter) -> None:
    assert counter.scanner is not None
    sending = Thread(target=flood, args=(counter.scanner,))
    sending.start()
    counter.sees("Jack")
    sending.join()
    counter.settles()
    assert len(counter.kiosk.outcomes) < FLOOD
    counter.scans(FRED)
    counter.sees("Fred")


def test_of_a_flood_behind_a_slow_write_the_newest_are_greeted_and_the_glass_says_that_some_were_dropped(
    counter: Counter, database_file: Path
) -> None:
    assert counter.scanner is not None
    slow = sqlite3.connect(database_file, isolation_level=None)
    slow.execute("BEGIN EXCLUSIVE")
    flood(counter.scanner)
    counter.until(lambda: last_is_read(counter), "all of it to be read")
    slow.execute("COMMIT")
    slow.close()
    counter.sees("Jack", "some were dropped")
    counter.settles()
    assert len(counter.kiosk.outcomes) == 1 + ROOM
