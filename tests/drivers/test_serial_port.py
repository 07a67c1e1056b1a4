"""A scanner on a real line: a pseudo-terminal."""

import queue
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from drivers import Connection, Reason, Refusal, Scan, Scanner, ScannerLost, open_scanner
from drivers.framing import Ending
from drivers.replay import PretendScanner

PATIENCE = 10.0
Event = Scan | Refusal | BaseException | None


class Listening:
    """A thread that listens to a scanner; the last event is None, or what ended it."""

    def __init__(self, scanner: Scanner) -> None:
        self._events: queue.Queue[Event] = queue.Queue()
        self._scanner = scanner
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        try:
            for event in self._scanner.scans():
                self._events.put(event)
        except BaseException as error:
            self._events.put(error)
        else:
            self._events.put(None)

    def next(self) -> Event:
        return self._events.get(timeout=PATIENCE)

    def number(self) -> str:
        event = self.next()
        assert isinstance(event, Scan)
        return event.number

    def end(self) -> None:
        self._scanner.stop()
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive()


@contextmanager
def listening(line: Connection) -> Iterator[Listening]:
    listener = Listening(open_scanner(line))
    try:
        yield listener
    finally:
        listener.end()


@pytest.fixture
def pretend() -> Iterator[PretendScanner]:
    with PretendScanner() as scanner:
        yield scanner


def test_a_scan_arrives_with_the_time_of_its_last_byte(pretend: PretendScanner) -> None:
    with listening(Connection(pretend.port)) as listener:
        before = time.monotonic()
        pretend.scan("]E05317542105267")
        scan = listener.next()
        assert isinstance(scan, Scan)
        assert scan.number == "5317542105267"
        assert before < scan.received_at < time.monotonic()


def test_a_scan_with_an_ending_does_not_wait(pretend: PretendScanner) -> None:
    waits = []
    with listening(Connection(pretend.port)) as listener:
        for turn in range(50):
            sent = time.monotonic()
            pretend.scan(f"LOY-{turn}")
            assert listener.number() == f"LOY-{turn}"
            waits.append(time.monotonic() - sent)
    assert sorted(waits)[25] < Connection(pretend.port).gap


@pytest.mark.parametrize(
    ("ending", "mark"),
    [
        (Ending.AUTO, b""),
        (Ending.AUTO, b"\t"),
        (Ending.GAP, b""),
        (Ending.CR, b"\r"),
        (Ending.LF, b"\n"),
        (Ending.CRLF, b"\r\n"),
        (Ending.TAB, b"\t"),
    ],
)
def test_every_ending_is_understood(pretend: PretendScanner, ending: Ending, mark: bytes) -> None:
    with listening(Connection(pretend.port, ending=ending)) as listener:
        for number in ("LOY-1", "LOY-2"):
            pretend.scan(number, mark)
            assert listener.number() == number


def test_good_scans_survive_the_noise_between_them(pretend: PretendScanner) -> None:
    with listening(Connection(pretend.port)) as listener:
        pretend.send(b"\0\0LOY-1\r\n\xff\xfe\x00\x01\r\r\r4111111111111111\rLOY-2\r")
        events = [listener.next() for _ in range(4)]
    assert [type(event) for event in events] == [Scan, Refusal, Refusal, Scan]
    assert [event.reason for event in events if isinstance(event, Refusal)] == [
        Reason.UNREADABLE,
        Reason.PAYMENT_CARD,
    ]
    assert "4111" not in repr(events)


def test_a_megabyte_is_one_refusal(pretend: PretendScanner) -> None:
    with listening(Connection(pretend.port, ending=Ending.CR)) as listener:
        pretend.send(b"9" * (1 << 20) + b"\rLOY-1\r")
        refusal = listener.next()
        assert isinstance(refusal, Refusal)
        assert (refusal.reason, refusal.length) == (Reason.UNREADABLE, 1 << 20)
        assert listener.number() == "LOY-1"


def test_a_scanner_that_is_pulled_out_is_lost_and_comes_back(tmp_path: Path) -> None:
    line = Connection(str(tmp_path / "scanner"))
    first = PretendScanner(link=tmp_path / "scanner")
    with listening(line) as listener:
        first.scan("LOY-1")
        assert listener.number() == "LOY-1"
        with PretendScanner() as blocker:
            first.close()
            lost = listener.next()
            assert isinstance(lost, ScannerLost)
            assert str(lost).startswith(f"The scanner at {line.port} was lost: ")
            with pytest.raises(ScannerLost, match="no such device"):
                open_scanner(line)
            with PretendScanner(link=tmp_path / "scanner") as second, listening(line) as again:
                assert second.port != blocker.port
                second.scan("LOY-2")
                assert again.number() == "LOY-2"


def test_a_second_program_is_refused_in_one_sentence(pretend: PretendScanner) -> None:
    line = Connection(pretend.port)
    with listening(line):
        with pytest.raises(ScannerLost) as refused:
            open_scanner(line)
        assert (
            str(refused.value) == f"The scanner at {line.port} cannot be opened: another program is using it."
        )
    with listening(line) as listener:
        pretend.scan("LOY-1")
        assert listener.number() == "LOY-1"


def test_stopping_ends_listening_soon(pretend: PretendScanner) -> None:
    with listening(Connection(pretend.port)) as listener:
        pretend.scan("LOY-1")
        assert listener.number() == "LOY-1"
        asked = time.monotonic()
        listener.end()
        assert listener.next() is None
        assert time.monotonic() - asked < 1


def test_stopping_before_listening_began_closes_the_port(pretend: PretendScanner) -> None:
    line = Connection(pretend.port)
    scanner = open_scanner(line)
    scanner.stop()
    assert list(scanner.scans()) == []
    with listening(line) as listener:
        pretend.scan("LOY-1")
        assert listener.number() == "LOY-1"


def test_leaving_the_loop_closes_the_port(pretend: PretendScanner) -> None:
    line = Connection(pretend.port)
    scans = open_scanner(line).scans()
    pretend.scan("LOY-1")
    with closing(scans):
        assert isinstance(next(scans), Scan)
    open_scanner(line)
