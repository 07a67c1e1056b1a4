"""Waiting for a line: it ends for bytes, for a hang-up, for the time, and when it is woken."""

import os
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from drivers import Connection, open_scanner
from drivers.replay import PretendScanner
from drivers.waiting import LineWaiter

LONG = 3600.0


@pytest.fixture
def line() -> Iterator[tuple[PretendScanner, LineWaiter]]:
    with PretendScanner() as scanner:
        descriptor = os.open(scanner.port, os.O_RDWR | os.O_NOCTTY)
        waiter = LineWaiter(descriptor)
        yield scanner, waiter
        os.close(descriptor)


@pytest.mark.parametrize("until", [None, LONG])
def test_bytes_end_it(line: tuple[PretendScanner, LineWaiter], until: float | None) -> None:
    scanner, waiter = line
    scanner.scan("one")
    assert waiter.wait(until and time.monotonic() + until)


def test_a_scanner_that_is_unplugged_ends_it(line: tuple[PretendScanner, LineWaiter]) -> None:
    scanner, waiter = line
    Thread(target=scanner.close).start()
    assert waiter.wait(None)


def test_a_time_that_has_come_ends_it_without_bytes(line: tuple[PretendScanner, LineWaiter]) -> None:
    _, waiter = line
    assert not waiter.wait(time.monotonic() - 1)
    assert not waiter.wait(time.monotonic() + 0.01)


def test_it_never_ends_before_its_time(line: tuple[PretendScanner, LineWaiter]) -> None:
    _, waiter = line
    until = time.monotonic() + 0.0105
    waiter.wait(until)
    assert time.monotonic() >= until


def test_being_woken_ends_it_once_also_when_that_comes_first(line: tuple[PretendScanner, LineWaiter]) -> None:
    _, waiter = line
    Thread(target=waiter.wake).start()
    assert not waiter.wait(None)
    waiter.wake()
    assert not waiter.wait(None)
    until = time.monotonic() + 0.01
    assert not waiter.wait(until)
    assert time.monotonic() >= until


def test_waking_a_line_that_is_closed_touches_no_other_file(
    line: tuple[PretendScanner, LineWaiter], tmp_path: Path
) -> None:
    scanner, _ = line
    reader = open_scanner(Connection(scanner.port))
    reader.stop()
    assert list(reader.scans()) == []
    others = [(tmp_path / str(n)).open("wb") for n in range(20)]
    reader.stop()
    assert [other.tell() for other in others] == [0] * 20
    for other in others:
        other.close()


def test_no_descriptor_is_left_of_it() -> None:
    before = len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        with PretendScanner() as scanner:
            reader = open_scanner(Connection(scanner.port))
            reader.stop()
            assert list(reader.scans()) == []
    assert len(os.listdir("/proc/self/fd")) == before
