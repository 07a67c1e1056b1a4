"""What systemd is told, on a real datagram socket."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.heartbeat import Heartbeat
from kiosk.machine.notify import notifier, watchdog_seconds


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    """The socket on which systemd listens."""
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind(str(tmp_path / "notify"))
        listening.setblocking(False)
        yield listening


def test_a_message_arrives_as_one_datagram(manager: socket.socket) -> None:
    notifier({"NOTIFY_SOCKET": manager.getsockname()})("READY=1")
    assert manager.recv(100) == b"READY=1"


def test_an_address_without_a_file_begins_with_an_at() -> None:
    with closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)) as listening:
        listening.bind("")
        address = listening.getsockname().decode()
        notifier({"NOTIFY_SOCKET": "@" + address.removeprefix("\0")})("READY=1")
        listening.setblocking(False)
        assert listening.recv(100) == b"READY=1"


@pytest.mark.parametrize("environment", [{}, {"NOTIFY_SOCKET": "/there/is/no/such/socket"}])
def test_where_nobody_listens_nothing_happens(environment: dict[str, str]) -> None:
    notifier(environment)("READY=1")


def test_the_watchdog_counts_in_microseconds() -> None:
    assert watchdog_seconds({"WATCHDOG_USEC": "30000000"}) == 30
    assert watchdog_seconds({}) is None
    assert watchdog_seconds({"WATCHDOG_USEC": "0"}) is None


class Queue:
    """What the worker is asked, to be answered when the test says so; `is_full` refuses."""

    is_full = False

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def ask(self, answer: Callable[[], None]) -> bool:
        if not self.is_full:
            self.waiting.append(answer)
        return not self.is_full

    def answer(self) -> None:
        while self.waiting:
            self.waiting.pop()()


@pytest.fixture
def told() -> list[str]:
    """What the manager has been told."""
    return []


@pytest.fixture
def worker() -> Queue:
    return Queue()


@pytest.fixture
def heart(told: list[str], worker: Queue) -> Heartbeat:
    """A heart whose worker has opened the data, and answered for the first time."""
    heart = Heartbeat(told.append, lambda: True, [worker.ask])
    heart.beat()
    worker.answer()
    told.clear()
    return heart


def test_the_heart_beats_only_after_the_worker_has_answered(
    heart: Heartbeat, worker: Queue, told: list[str]
) -> None:
    heart.beat()
    heart.beat()
    assert told == ["WATCHDOG=1"]
    worker.answer()
    heart.beat()
    assert told == ["WATCHDOG=1"] * 2


def test_opening_the_data_may_take_its_time(worker: Queue, told: list[str]) -> None:
    heart = Heartbeat(told.append, lambda: True, [worker.ask])
    for _ in range(5):
        heart.beat()
    assert told == ["WATCHDOG=1"] * 5


def test_a_worker_is_asked_once_until_it_answers(heart: Heartbeat, worker: Queue) -> None:
    for _ in range(5):
        heart.beat()
    assert len(worker.waiting) == 1


def test_a_full_queue_is_no_sign_of_life_and_is_asked_again(
    heart: Heartbeat, worker: Queue, told: list[str]
) -> None:
    worker.is_full = True
    heart.beat()
    heart.beat()
    assert told == ["WATCHDOG=1"]
    worker.is_full = False
    heart.beat()
    worker.answer()
    heart.beat()
    assert told == ["WATCHDOG=1"] * 2


def test_the_heart_stops_with_a_scanner_thread(worker: Queue, told: list[str]) -> None:
    Heartbeat(told.append, lambda: False, [worker.ask]).beat()
    assert told == []
