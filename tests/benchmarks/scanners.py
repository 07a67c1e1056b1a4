"""From a scanner's bytes to a scan, and on to a till."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from itertools import cycle, islice
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, perf_counter, sleep

from drivers import Connection, Refusal, Scan, Scanner, open_scanner
from drivers.contract.conversation import Conversation
from drivers.profiles import names, profile_named
from drivers.replay import PretendScanner
from kiosk.relaying import ENVIRONMENT
from kiosk.storage.file.database import Database
from tests.benchmarks.desk_calls import desk_on
from tests.benchmarks.figures import Figure, Measure, median_and

_BYTES_A_SECOND = 115_200 // 10
_CHUNK = 64
_PAUSE = 0.02
_PATIENCE = 20.0


def framers(seconds: int) -> Iterator[Figure]:
    """What each profile takes for one second of a line of 115,200 baud that never stops."""
    for name in names():
        profile = profile_named(name)
        line = Conversation(profile)
        sent = b"".join(example.sent for example in profile.examples)
        stream = bytes(islice(cycle(sent), seconds * _BYTES_A_SECOND))
        began = perf_counter()
        for place in range(0, len(stream), _CHUNK):
            line.sends(stream[place : place + _CHUNK])
        took = (perf_counter() - began) / seconds
        yield Figure(
            name=f"{name}: one second of a line of 115,200 baud",
            kiosk=took * 1000,
            unit="ms",
            measure=Measure.ITSELF,
            bound=5,
        )


def last_byte_to_scan(times: int, warming: int) -> Iterator[Figure]:
    """Through a pseudo-terminal and the driver's thread."""
    scans = Queue[Scan | Refusal]()
    with PretendScanner() as wire:
        scanner = open_scanner(Connection(wire.port))
        listening = Thread(target=_hand_on, args=(scanner, scans))
        listening.start()
        took = []
        for number in range(warming + times):
            wire.send(f"LOY-{number:06}".encode())
            sleep(_PAUSE)
            sent = monotonic()
            wire.send(b"\r")
            took.append((scans.get(timeout=_PATIENCE).received_at - sent) * 1000)
        scanner.stop()
        listening.join()
    yield from _figures("last byte to Scan", took[warming:], None)


def scan_to_till(times: int, warming: int) -> Iterator[Figure]:
    """From the last byte of a scan to the byte on the till's line, by the process that passes scans on."""
    with PretendScanner() as wire, PretendScanner() as till, _relay(wire, till):
        took = []
        for number in range(warming + times):
            text = f"P-{number:06}\r".encode()
            sleep(_PAUSE)
            sent = monotonic()
            wire.send(text)
            received = b""
            while len(received) < len(text):
                received += till.receive(_PATIENCE)
            took.append((monotonic() - sent) * 1000)
            assert received == text
    yield from _figures("scan to the till’s line", took[warming:], 2)


def throughput(database: Path, numbers: Sequence[str]) -> Figure:
    """Scans a second through driver, desk and storage, each visit recorded: told as the time of one."""
    scans = Queue[Scan | Refusal]()
    with closing(Database(f"sqlite:///{database}")) as kept, PretendScanner() as wire:
        desk = desk_on(kept)
        scanner = open_scanner(Connection(wire.port))
        listening = Thread(target=_hand_on, args=(scanner, scans))
        listening.start()
        began = perf_counter()
        for number in numbers:
            wire.scan(number)
            answer = desk.greetings.welcome(scans.get(timeout=_PATIENCE))
            assert not (answer.visit and desk.greetings.record(answer.visit))
        took = perf_counter() - began
        scanner.stop()
        listening.join()
    return Figure(
        name="one scan through driver, desk and storage, of a line that never stops",
        kiosk=took * 1000 / len(numbers),
        unit="ms",
        measure=Measure.ITSELF,
        of=len(numbers),
    )


def _hand_on(scanner: Scanner, scans: "Queue[Scan | Refusal]") -> None:
    for scan in scanner.scans():
        scans.put(scan)


def _figures(title: str, took: Sequence[float], bound: float | None) -> Iterator[Figure]:
    for name, statistic in median_and(99).items():
        yield Figure(
            name=f"{title}: {name}",
            kiosk=statistic(took),
            unit="ms",
            measure=Measure.ITSELF,
            bound=bound if name == "p99" else None,
            of=len(took),
        )


@contextmanager
def _relay(wire: PretendScanner, till: PretendScanner) -> Iterator[None]:
    with TemporaryDirectory() as folder:
        settings = Path(folder) / "kiosk.toml"
        settings.write_text(f'[[scanner]]\nport = "{wire.port}"\n[[pass_on]]\nto = "{till.port}"\n', "utf-8")
        with subprocess.Popen(
            [sys.executable, "-m", "kiosk", "--config", str(settings), "relay"],
            env={**os.environ, ENVIRONMENT: folder},
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stderr is not None
            awaited = {"scanner ready", "till at"}
            while awaited:
                line = process.stderr.readline()
                awaited = {one for one in awaited if one not in line}
            yield
            process.terminate()
