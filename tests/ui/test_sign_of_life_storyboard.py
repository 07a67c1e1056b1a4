"""Storyboards of the service manager: it hears when the glass is there, and that everything answers."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from threading import Event

import pytest
from kivy.clock import Clock

from tests.ui.counter import Counter

PATIENCE_MICROSECONDS = 200_000


class Manager:
    """systemd's end of the line."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self.heard: list[str] = []

    def listen(self) -> list[str]:
        """Everything heard since the last time."""
        new: list[str] = []
        with suppress(BlockingIOError):
            while True:
                new.append(self._line.recv(100).decode())
        self.heard += new
        return new


@pytest.fixture
def manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Manager]:
    """A service manager that hears this process, with a watchdog of a fifth of a second."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as line:
        line.bind(str(tmp_path / "notify"))
        line.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", str(PATIENCE_MICROSECONDS))
        yield Manager(line)


def let_the_watchdog_run_out(counter: Counter) -> None:
    """Let the kiosk run for twice as long as the watchdog waits."""
    elapsed: list[float] = []
    tick = Clock.schedule_interval(elapsed.append, PATIENCE_MICROSECONDS / 1e6)
    counter.until(lambda: len(elapsed) == 2, "the watchdog")
    tick.cancel()


def test_ready_is_said_at_the_first_picture_and_only_then(
    manager: Manager, open_counter: Callable[..., Counter]
) -> None:
    counter = open_counter(scanners=0)
    assert manager.listen() == []
    counter.until(lambda: bool(manager.listen()), "the first word")
    assert manager.heard[0] == "READY=1"
    assert "Ready for the next card" in counter.glass()


def test_the_heart_beats_while_everything_answers(
    manager: Manager, open_counter: Callable[..., Counter]
) -> None:
    counter = open_counter()
    counter.until(lambda: manager.listen().count("WATCHDOG=1") > 0, "the first beat")
    let_the_watchdog_run_out(counter)
    assert "WATCHDOG=1" in manager.listen()


def test_a_frozen_worker_stops_the_beats(manager: Manager, open_counter: Callable[..., Counter]) -> None:
    counter = open_counter()
    let_the_watchdog_run_out(counter)
    frozen, thaw = Event(), Event()

    def freeze() -> None:
        frozen.set()
        thaw.wait()

    try:
        counter.kiosk._worker.submit(freeze)
        counter.until(frozen.is_set, "the worker to freeze")
        let_the_watchdog_run_out(counter)
        manager.listen()
        let_the_watchdog_run_out(counter)
        assert manager.listen() == []
    finally:
        thaw.set()
    counter.until(lambda: "WATCHDOG=1" in manager.listen(), "a beat after the thaw")


def test_a_scanner_thread_that_has_ended_stops_the_beats(
    manager: Manager, open_counter: Callable[..., Counter]
) -> None:
    counter = open_counter()
    counter.kiosk._scanners.stop()
    let_the_watchdog_run_out(counter)
    manager.listen()
    let_the_watchdog_run_out(counter)
    assert manager.listen() == []


def test_a_scanner_that_is_unplugged_is_no_reason_to_start_anew(
    manager: Manager, open_counter: Callable[..., Counter]
) -> None:
    counter = open_counter()
    assert counter.scanner is not None
    counter.scanner.close()
    counter.sees("Scanner unplugged")
    manager.listen()
    let_the_watchdog_run_out(counter)
    assert "WATCHDOG=1" in manager.listen()
