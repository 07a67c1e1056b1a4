"""Waiting for a line: it ends for bytes, for a hang-up, for the time, and when it is interrupted."""

import os
import time
from collections.abc import Iterator
from threading import Thread

import pytest

from drivers.replay import PretendScanner
from drivers.waiting import LineWaiter

LONG = 3600.0


@pytest.fixture
def line() -> Iterator[tuple[PretendScanner, LineWaiter]]:
    with PretendScanner() as scanner:
        descriptor = os.open(scanner.port, os.O_RDWR | os.O_NOCTTY)
        waiter = LineWaiter(descriptor)
        yield scanner, waiter
        waiter.close()
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


def test_an_interruption_ends_it_and_all_later_ones(line: tuple[PretendScanner, LineWaiter]) -> None:
    _, waiter = line
    Thread(target=waiter.interrupt).start()
    assert not waiter.wait(None)
    assert not waiter.wait(None)


def test_once_it_is_closed_an_interruption_does_no_harm() -> None:
    with PretendScanner() as scanner:
        descriptor = os.open(scanner.port, os.O_RDWR | os.O_NOCTTY)
        waiter = LineWaiter(descriptor)
        waiter.close()
        waiter.interrupt()
        os.close(descriptor)
