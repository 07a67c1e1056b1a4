"""Passing on to a till, by the process itself, on real pseudo-terminals."""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from queue import Empty, Queue

import pytest

from drivers import CardPattern, Connection, Refusal, Scan
from drivers.opening import RELAY
from drivers.profiles.ssi_packets import Opcode
from drivers.replay import PretendScanner
from kiosk.listener import Listener
from kiosk.relaying import ENVIRONMENT
from tests.scanners import SsiScanner

PATIENCE = 20.0
OURS, PRODUCT, PAYMENT = "2912345678906", "5000112637922", "4111111111111111"

Start = Callable[..., "subprocess.Popen[str]"]


class Heard:
    """What a kiosk hears through the process."""

    def __init__(self, folder: Path) -> None:
        self._scans, self.states = Queue[Scan | Refusal](), Queue[bool]()
        port = f"{RELAY}{folder}/scanner-1"
        self.listener = Listener(Connection(port), list[CardPattern](), self._scans.put, self.states.put)

    def next(self) -> Scan | Refusal:
        return self._scans.get(timeout=PATIENCE)

    def nothing(self) -> bool:
        try:
            self._scans.get(timeout=0.2)
        except Empty:
            return True
        return False

    def is_ready(self) -> None:
        while not self.states.get(timeout=PATIENCE):
            pass


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[PretendScanner]:
    with PretendScanner(tmp_path / "scanner") as pretend:
        yield pretend


@pytest.fixture
def till(tmp_path: Path) -> Iterator[PretendScanner]:
    """A till at the other end of a pseudo-terminal: what is passed on is what it receives."""
    with PretendScanner(tmp_path / "till") as pretend:
        yield pretend


@pytest.fixture
def start(tmp_path: Path, scanner: PretendScanner) -> Iterator[Start]:
    """Starts the process with these lines below [[pass_on]], and waits until it owns the scanner."""
    with ExitStack() as held:

        def started(text: str, before: str = "", profile: str = "plain") -> "subprocess.Popen[str]":
            file = tmp_path / "kiosk.toml"
            port = tmp_path / "scanner"
            file.write_text(
                f'{before}\n[[scanner]]\nport = "{port}"\nprofile = "{profile}"\n[[pass_on]]\n{text}\n'
            )
            process = subprocess.Popen(
                [sys.executable, "-m", "kiosk", "--config", str(file), "relay"],
                env={**os.environ, ENVIRONMENT: str(tmp_path / "relay")},
                stderr=subprocess.PIPE,
                text=True,
            )
            held.callback(process.wait)
            held.callback(process.kill)
            held.callback(process.send_signal, signal.SIGCONT)
            assert process.stderr is not None
            awaited = {"scanner ready", "till at"}
            while awaited:
                line = process.stderr.readline()
                assert line, "the process has ended"
                awaited = {one for one in awaited if one not in line}
            return process

        yield started


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    found = Heard(tmp_path / "relay")
    yield found
    found.listener.stop()


def received(till: PretendScanner, expected: bytes) -> None:
    """Wait until the till has received this, and nothing else."""
    got = b""
    while len(got) < len(expected):
        more = till.receive(PATIENCE)
        assert more, got
        got += more
    assert got == expected
    assert till.receive(0.1) == b""


def to(till: PretendScanner, more: str = "") -> str:
    return f'to = "{till.port}"\n{more}'


def test_the_till_gets_every_byte_and_the_kiosk_hears_the_scan(
    start: Start, scanner: PretendScanner, till: PretendScanner, heard: Heard
) -> None:
    start(to(till))
    heard.listener.start()
    heard.is_ready()
    raw = b"\x02]E0" + OURS.encode() + b"\x03\r\n\x00\xff\r"
    scanner.send(raw)
    received(till, raw)
    scan = heard.next()
    assert isinstance(scan, Scan)
    assert scan.number == OURS


def test_the_till_gets_scans_while_there_is_no_kiosk(
    start: Start, scanner: PretendScanner, till: PretendScanner
) -> None:
    start(to(till))
    for number in range(100):
        scanner.scan(f"P-{number:04}")
    received(till, b"".join(b"P-%04d\r" % number for number in range(100)))


def test_the_till_gets_scans_while_the_kiosk_is_frozen(
    start: Start, scanner: PretendScanner, till: PretendScanner, tmp_path: Path
) -> None:
    start(to(till))
    frozen = subprocess.Popen(
        [sys.executable, "-c", CONNECTS_AND_WAITS, str(tmp_path / "relay" / "scanner-1")],
        stdout=subprocess.PIPE,
    )
    try:
        assert frozen.stdout is not None
        assert frozen.stdout.readline() == b"connected\n"
        os.kill(frozen.pid, signal.SIGSTOP)
        for number in range(2000):
            scanner.scan(f"P-{number:04}")
            if number % 100 == 99:
                received(till, b"".join(b"P-%04d\r" % n for n in range(number - 99, number + 1)))
    finally:
        os.kill(frozen.pid, signal.SIGCONT)
        frozen.kill()
        frozen.wait()


CONNECTS_AND_WAITS = """
import socket, sys, time
line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
line.connect(sys.argv[1])
line.recv(1000)
print("connected", flush=True)
time.sleep(1000)
"""


def test_a_kiosk_that_comes_back_hears_what_is_scanned_from_then_on(
    start: Start, scanner: PretendScanner, till: PretendScanner, heard: Heard
) -> None:
    start(to(till))
    scanner.scan("P-1")
    received(till, b"P-1\r")
    heard.listener.start()
    heard.is_ready()
    scanner.scan(OURS)
    scan = heard.next()
    assert isinstance(scan, Scan)
    assert scan.number == OURS
    assert heard.nothing()


def test_a_process_that_was_killed_is_found_again(
    start: Start, scanner: PretendScanner, till: PretendScanner, heard: Heard
) -> None:
    process = start(to(till))
    heard.listener.start()
    heard.is_ready()
    process.kill()
    process.wait()
    assert heard.states.get(timeout=PATIENCE) is False
    start(to(till))
    heard.is_ready()
    scanner.scan(OURS)
    assert isinstance(heard.next(), Scan)


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("everything", [OURS, PRODUCT, PAYMENT]),
        ("no_payment_cards", [OURS, PRODUCT]),
        ("not_ours", [PRODUCT]),
    ],
)
def test_what_goes_on_is_a_setting(
    start: Start, scanner: PretendScanner, till: PretendScanner, heard: Heard, what: str, expected: list[str]
) -> None:
    start(to(till, f'what = "{what}"'), before='[[card]]\nprefix = "29"')
    heard.listener.start()
    heard.is_ready()
    for number in (OURS, PRODUCT, PAYMENT):
        scanner.scan(number)
        heard.next()
    received(till, b"".join(number.encode() + b"\r" for number in expected))


def test_the_till_has_its_own_ending(start: Start, scanner: PretendScanner, till: PretendScanner) -> None:
    start(to(till, 'ending = "crlf"'))
    scanner.scan(OURS)
    received(till, OURS.encode() + b"\r\n")


def test_what_comes_in_packets_reaches_the_till_as_a_line_and_is_acknowledged_by_nobody_else(
    start: Start, scanner: PretendScanner, till: PretendScanner
) -> None:
    start(to(till), profile="ssi")
    ssi = SsiScanner(scanner)
    ssi.is_told(Opcode.PARAM_SEND, b"\xff\xee\x01")
    assert ssi.scans(0x0B, OURS)
    received(till, OURS.encode() + b"\r")


def test_a_till_that_is_unplugged_costs_the_kiosk_nothing_and_is_found_again(
    start: Start, scanner: PretendScanner, heard: Heard, tmp_path: Path
) -> None:
    link = tmp_path / "till"
    with PretendScanner(link):
        start(f'to = "{link}"')
    heard.listener.start()
    heard.is_ready()
    scanner.scan(OURS)
    assert isinstance(heard.next(), Scan)
    with PretendScanner(link) as again:
        received_at_last = b""
        until = time.monotonic() + PATIENCE
        while PRODUCT.encode() not in received_at_last:
            assert time.monotonic() < until
            scanner.scan(PRODUCT)
            received_at_last += again.receive(0.5)


def test_a_program_at_a_tcp_address_gets_it(start: Start, scanner: PretendScanner) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        start(f'to = "tcp://127.0.0.1:{server.getsockname()[1]}"')
        connection, _ = server.accept()
        with connection:
            scanner.scan(OURS)
            connection.settimeout(PATIENCE)
            assert connection.recv(100) == OURS.encode() + b"\r"
        scanner.scan(PRODUCT)
        again, _ = server.accept()
        with again:
            assert select.select([again], [], [], PATIENCE)[0]
            assert again.recv(100) == PRODUCT.encode() + b"\r"


def test_nothing_to_pass_on_is_said_and_is_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_text('[[scanner]]\nport = "/dev/not-there"\n')
    command = [sys.executable, "-m", "kiosk", "--config", str(file), "relay"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "Nothing is passed on: the settings have no [[pass_on]].\n"


def test_no_number_stands_in_its_journal(start: Start, scanner: PretendScanner, till: PretendScanner) -> None:
    process = start(to(till))
    scanner.scan(OURS)
    received(till, OURS.encode() + b"\r")
    process.send_signal(signal.SIGTERM)
    _, journal = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert OURS not in journal
