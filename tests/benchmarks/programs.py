"""The programs that are compared, each with a pseudo-terminal to scan on and a display of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from itertools import cycle
from pathlib import Path
from queue import Empty, SimpleQueue
from signal import SIGKILL
from tempfile import TemporaryDirectory
from threading import Thread
from time import monotonic, sleep
from types import TracebackType
from typing import IO, Self

from drivers.replay import PretendScanner
from kiosk.storage.file.database import PRAGMAS
from tests.benchmarks import processes
from tests.benchmarks.displays import Display, Finger
from tests.benchmarks.flips import Told
from tests.benchmarks.processes import Memory

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"
JOURNAL = ".log"

_PATIENCE = 30.0
_QUIET = 3.0
_BITS_A_CHARACTER = 10
_NOWHERE = 900, 100
"""A place on the ready screen where a touch does nothing, in pixels from the top left."""


class Program:
    """One program at work; it tells the time of its first flip, and of every flip that shows a scan."""

    def __init__(
        self, module: str, database: Path, arguments: Sequence[str], scanner: PretendScanner
    ) -> None:
        self._name, self._scanner = module, scanner
        self._told: dict[Told, SimpleQueue[float]] = {what: SimpleQueue() for what in Told}
        self._held = ExitStack()
        self._held.callback(scanner.close)
        self._folder = self._held.enter_context(TemporaryDirectory())
        try:
            self._display = Display()
            self._held.callback(self._display.close)
            self._journal = self._held.enter_context(database.with_suffix(JOURNAL).open("w"))
            self.start_seconds = self._start(arguments)
        except BaseException:
            self.close()
            raise

    def scan(self, number: str) -> float:
        """Scan a card; the milliseconds from its last byte to the flip that showed it."""
        self._scanner.send(number.encode())
        last_byte = monotonic()
        self._scanner.send(b"\r")
        return (self._next(Told.SHOWN) - last_byte) * 1000

    def recordings(self) -> list[float]:
        """The milliseconds of each scan until now that went into recording the visit before it was shown."""
        told = self._told[Told.RECORDED]
        return [told.get() * 1000 for _ in range(told.qsize())]

    def flood(self, numbers: Sequence[str], baud: int, seconds: float) -> float:
        """Scan without a pause, as fast as a line of `baud` carries it; the milliseconds from the last byte
        to the flip after which nothing more is shown.
        """
        a_second, began, sent = baud / _BITS_A_CHARACTER, monotonic(), 0
        for number in cycle(numbers):
            ahead = sent / a_second - (monotonic() - began)
            if ahead > 0:
                sleep(ahead)
            self._scanner.scan(number)
            sent += len(number) + 1
            if monotonic() - began > seconds:
                break
        last_byte = monotonic()
        return (self._last_shown() - last_byte) * 1000

    def tap(self) -> float:
        """Tap what can be tapped; the milliseconds from the finger's leaving to the flip that showed it."""
        self._finger.write("tap\n")
        self._finger.flush()
        left = self._next(Told.LEFT)
        return (self._next(Told.SHOWN) - left) * 1000

    def touch_nothing(self) -> float:
        """Touch where nothing is; the milliseconds until the program knows of the finger."""
        while not self._told[Told.SEEN].empty():
            self._told[Told.SEEN].get()
        with Finger(self._display) as finger:
            touched = finger.touch(*_NOWHERE)
            return (self._next(Told.SEEN) - touched) * 1000

    def memory(self) -> Memory:
        """What all its processes hold."""
        return processes.memory(self._pids())

    def processor_seconds(self) -> float:
        """The processor time that all its processes have used."""
        return processes.processor_seconds(self._pids())

    def close(self) -> None:
        """End it, and everything that it has started."""
        self._held.close()

    def _start(self, arguments: Sequence[str]) -> float:
        """Start it; the seconds to its first flip."""
        started = monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.benchmarks.{self._name}", *arguments],
            cwd=ROOT,
            env={
                **os.environ,
                "DISPLAY": self._display.name,
                "SDL_VIDEODRIVER": "x11",
                "TMPDIR": self._folder,
            },
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._journal,
            text=True,
            start_new_session=True,
        )
        self._held.callback(self._end)
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        self._finger = self._process.stdin
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        return self._next(Told.SHOWN) - started

    def _end(self) -> None:
        for pid in self._pids():
            with suppress(ProcessLookupError):
                os.kill(pid, SIGKILL)
        self._process.wait()

    def _pids(self) -> Sequence[int]:
        return processes.started_by(self._process.pid)

    def _listen(self, output: IO[str]) -> None:
        for line in output:
            what, time = line.split()
            self._told[Told(what)].put(float(time))

    def _next(self, what: Told) -> float:
        try:
            return self._told[what].get(timeout=_PATIENCE)
        except Empty:
            raise TimeoutError(f"{self._name} tells nothing; its journal is {self._journal.name}") from None

    def _last_shown(self) -> float:
        """The time of the last flip, when nothing more is shown for a while."""
        last = self._next(Told.SHOWN)
        with suppress(Empty):
            while True:
                last = self._told[Told.SHOWN].get(timeout=_QUIET)
        return last

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def kiosk(database: Path) -> Program:
    """The kiosk, as `kiosk run` starts it."""
    scanner = PretendScanner()
    settings = database.with_suffix(".toml")
    settings.write_text(
        '[shop]\nname = "The Bench"\ntime_zone = "Europe/London"\n'
        f"[database]\nurl = {json.dumps(f'sqlite:///{database}')}\n"
        f"[[scanner]]\nport = {json.dumps(scanner.port)}\n"
    )
    return Program("kiosk_app", database, [str(settings)], scanner)


def least(database: Path) -> Program:
    """The least Kivy program that can do it."""
    scanner = PretendScanner()
    return Program("least_app", database, [scanner.port, str(database), *PRAGMAS], scanner)


def browser(database: Path) -> Program:
    """A browser in kiosk mode, and the server beside it that has the scanner and the database."""
    scanner = PretendScanner()
    return Program("browser.app", database, [scanner.port, str(database), *PRAGMAS], scanner)
