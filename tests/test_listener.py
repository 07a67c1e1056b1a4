"""The scanner's thread, on real pseudo-terminals."""

from collections.abc import Iterator
from pathlib import Path
from queue import Queue

import pytest

from drivers import Connection, Refusal, Scan
from drivers.replay import PretendScanner
from kiosk.listener import Listener

PATIENCE = 20


class Heard:
    """What a listener has delivered and told."""

    def __init__(self, port: Path) -> None:
        self.scans: Queue[Scan | Refusal] = Queue()
        self.states: Queue[bool] = Queue()
        self.listener = Listener(Connection(port=str(port)), [], self.scans.put, self.states.put)

    def next_number(self) -> str:
        """The next card, waited for."""
        scan = self.scans.get(timeout=PATIENCE)
        assert isinstance(scan, Scan)
        return scan.number

    def is_well(self) -> bool:
        """The next thing that is told of the scanner, waited for."""
        return self.states.get(timeout=PATIENCE)


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """A listener at a port that may come and go."""
    found = Heard(tmp_path / "scanner")
    yield found
    found.listener.stop()


def test_a_scan_is_delivered(heard: Heard, tmp_path: Path) -> None:
    with PretendScanner(tmp_path / "scanner") as scanner:
        heard.listener.start()
        assert heard.is_well()
        scanner.scan("2900000000018")
        assert heard.next_number() == "2900000000018"


def test_a_scanner_that_is_not_there_is_told_of_once_and_waited_for(heard: Heard, tmp_path: Path) -> None:
    heard.listener.start()
    assert not heard.is_well()
    with PretendScanner(tmp_path / "scanner") as scanner:
        assert heard.is_well()
        scanner.scan("29")
        assert heard.next_number() == "29"
    assert not heard.is_well()
    assert heard.states.empty()


def test_every_scan_before_the_plug_was_pulled_is_delivered(heard: Heard, tmp_path: Path) -> None:
    numbers = [f"LOY-{n:06}" for n in range(50)]
    with PretendScanner(tmp_path / "scanner") as scanner:
        heard.listener.start()
        assert heard.is_well()
        for number in numbers:
            scanner.scan(number)
        assert [heard.next_number() for _ in numbers] == numbers


def test_stopping_before_starting_is_no_mistake(heard: Heard) -> None:
    heard.listener.stop()


def test_an_error_behind_the_scanner_does_not_end_the_listening(tmp_path: Path) -> None:
    heard = Heard(tmp_path / "scanner")

    def stumble_once(scan: Scan | Refusal) -> None:
        heard.scans.put(scan)
        if heard.scans.qsize() == 1:
            raise ValueError("a bug")

    heard.listener = Listener(Connection(port=str(tmp_path / "scanner")), [], stumble_once, heard.states.put)
    with PretendScanner(tmp_path / "scanner") as scanner:
        heard.listener.start()
        assert heard.is_well()
        scanner.scan("1")
        assert not heard.is_well()
        assert heard.is_well()
        scanner.scan("2")
        assert [heard.next_number(), heard.next_number()] == ["1", "2"]
        heard.listener.stop()
