"""Scans from the network at the real kiosk: the glass greets, and the till is told what became of them."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TypeVar

import pytest
from msgspec import structs

from drivers.replay import PretendScanner
from kiosk.network.asking import MOST_WAITING
from kiosk.settings import Network, Scanner
from tests.network.counter import TOKEN, Answer, connect, free_address, post
from tests.ui.counter import Counter
from tests.ui.sample import NOW, sample_settings

Said = TypeVar("Said")

JACK, FRED = "2900000000018", "2900000000049"


class Till:
    """Somebody at the other end of the network, while the kiosk goes on."""

    def __init__(self, counter: Counter, http: str, lines: str) -> None:
        self.counter, self._http, self._lines = counter, http, lines
        self.hands = ThreadPoolExecutor(12)

    def posts(self, number: str) -> Answer:
        """Send a number by HTTP, and wait for the answer."""
        return self._while_the_kiosk_runs(lambda: post(self._http, json.dumps({"number": number})))

    def says(self, number: str) -> str:
        """Send a line, and wait for the word."""

        def say() -> str:
            with connect(self._lines) as connection, connection.makefile("rw") as file:
                file.write(f"{number}\n")
                file.flush()
                return file.readline().rstrip("\n")

        return self._while_the_kiosk_runs(say)

    def floods(self, number: str, times: int) -> "list[Future[Answer]]":
        """Send a number by HTTP from many hands at once, and wait for nothing."""
        return [self.hands.submit(post, self._http, json.dumps({"number": number})) for _ in range(times)]

    def _while_the_kiosk_runs(self, act: Callable[[], Said]) -> Said:
        said = self.hands.submit(act)
        self.counter.until(said.done, "an answer over the network")
        return said.result()


@pytest.fixture
def till(database_file: Path, scanner: PretendScanner, tmp_path: Path) -> Iterator[Till]:
    """A counter with a scanner, with HTTP, and with lines over TCP."""
    http, lines = free_address(), free_address()
    here = sample_settings(f"sqlite:///{database_file}", tmp_path / "scanner")
    settings = structs.replace(
        here,
        scanner=(*here.scanner, Scanner(port=f"listen://{lines}")),
        network=Network(http=http, token=TOKEN),
    )
    counter = Counter(settings, NOW, scanner, tmp_path / "no-backlight")
    counter.until(lambda: all(one.there for one in counter.kiosk._vitals._scanners), "all to listen")
    till = Till(counter, http, lines)
    yield till
    counter.leave()
    till.hands.shutdown()


def test_a_card_that_is_scanned_at_the_till_is_greeted_here(till: Till) -> None:
    answer = till.posts(JACK)
    assert (answer.status, answer.body) == (200, {"outcome": "welcome"})
    till.counter.sees("Jack")
    assert till.says(FRED) == "welcome"
    till.counter.sees("Fred")
    assert till.says("4111111111111111") == "payment_card"
    till.counter.sees("That looks like a payment card")


def test_while_the_data_cannot_be_read_the_till_is_told_that_the_kiosk_does_not_answer(
    till: Till, database_file: Path
) -> None:
    with closing(sqlite3.connect(database_file, isolation_level=None)) as slow:
        slow.execute("BEGIN EXCLUSIVE")
        assert till.posts(JACK).status == 503
        assert till.says(JACK) == "busy"
    assert till.posts(FRED).status == 200
    till.counter.sees("Fred")


def test_a_flood_from_the_network_does_not_take_the_place_of_a_card_at_the_counter(
    till: Till, database_file: Path
) -> None:
    assert till.counter.scanner is not None
    with closing(sqlite3.connect(database_file, isolation_level=None)) as slow:
        slow.execute("BEGIN EXCLUSIVE")
        till.counter.scanner.scan(JACK)
        flood = till.floods(FRED, 60)
        till.counter.until(lambda: all(one.done() for one in flood), "all of it to be answered")
        assert {one.result().status for one in flood} == {429, 503}
    till.counter.until(lambda: till.counter.is_quiet, "the end of it")
    till.counter.settles()
    assert len(till.counter.kiosk.outcomes) <= 1 + MOST_WAITING
    till.counter.sees_no("some were dropped")
    till.counter.scans(JACK)
    till.counter.sees("Jack")
