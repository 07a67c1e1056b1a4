"""The two programs that are compared, each started with a pseudo-terminal to scan on."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic, sleep
from types import TracebackType
from typing import IO, Self

from drivers.replay import PretendScanner
from kiosk.storage.file.database import PRAGMAS

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "build" / "bench"

_PATIENCE = 30.0
_QUIET = 3.0
_BITS_A_CHARACTER = 10
_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")


class Program:
    """One program at work; it tells the time of its first flip, and of every flip that shows a scan."""

    def __init__(self, name: str, arguments: Sequence[str], scanner: PretendScanner) -> None:
        self._name, self._scanner = name, scanner
        self._journal = (FOLDER / f"{name}.log").open("w")
        self._told: SimpleQueue[str] = SimpleQueue()
        environment = {**os.environ, "SDL_VIDEODRIVER": "offscreen"}
        started = monotonic()
        self._process = subprocess.Popen(
            [sys.executable, "-m", f"tests.benchmarks.{name}", *arguments],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._journal,
            text=True,
        )
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        self._finger = self._process.stdin
        Thread(target=self._listen, args=(self._process.stdout,), daemon=True).start()
        try:
            self.start_seconds = self._next_time() - started
        except BaseException:
            self.close()
            raise

    def scan(self, number: str) -> float:
        """Scan a card; the milliseconds from its last byte to the flip that showed it."""
        self._scanner.send(number.encode())
        last_byte = monotonic()
        self._scanner.send(b"\r")
        return (self._next_time() - last_byte) * 1000

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
        return (self._last_time() - last_byte) * 1000

    def tap(self) -> float:
        """Tap what can be tapped; the milliseconds from the finger's leaving to the flip that showed it."""
        self._finger.write("tap\n")
        self._finger.flush()
        left = self._next_time()
        return (self._next_time() - left) * 1000

    def memory(self) -> float:
        """The resident memory (VmRSS), in megabytes."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def processor_seconds(self) -> float:
        """The processor time it has used, all threads together."""
        after_name = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / _TICKS_A_SECOND

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._scanner.close()
        self._journal.close()

    def _listen(self, output: IO[str]) -> None:
        for line in output:
            self._told.put(line)

    def _next_time(self) -> float:
        try:
            return float(self._told.get(timeout=_PATIENCE))
        except Empty:
            raise TimeoutError(f"{self._name} shows nothing; its journal is {self._journal.name}") from None

    def _last_time(self) -> float:
        """The time told last, when nothing more is told for a while."""
        last = self._next_time()
        with suppress(Empty):
            while True:
                last = float(self._told.get(timeout=_QUIET))
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
    settings = FOLDER / "kiosk.toml"
    settings.write_text(
        '[shop]\nname = "The Bench"\ntime_zone = "Europe/London"\n'
        f"[database]\nurl = {json.dumps(f'sqlite:///{database}')}\n"
        f"[[scanner]]\nport = {json.dumps(scanner.port)}\n"
    )
    return Program("kiosk_app", [str(settings)], scanner)


def least(database: Path) -> Program:
    """The least Kivy program that can do it."""
    scanner = PretendScanner()
    return Program("least_app", [scanner.port, str(database), *PRAGMAS], scanner)
