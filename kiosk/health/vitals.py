"""What the running kiosk tells of itself, in a small file beside the database: no names, no numbers of cards.

It is written about once a minute and never synced: a power cut costs a minute of it, and the card nothing.
"""

import os
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

import msgspec

SCANS = 1000
"""Of so many the milliseconds are kept."""

EVERY = 60.0
"""Seconds from one writing to the next."""


class ScannerVitals(msgspec.Struct, kw_only=True):
    """One scanner: whether it is there, and when it was last heard."""

    port: str
    there: bool = False
    heard_at: datetime | None = None


class Vitals(msgspec.Struct, kw_only=True):
    """What is told. `milliseconds` are those from the last byte of a scan to the glass, oldest first."""

    pid: int
    opened_at: datetime
    written_at: datetime
    renderer: str = ""
    scanners: tuple[ScannerVitals, ...] = ()
    milliseconds: tuple[float, ...] = ()


def vitals_file(database: Path) -> Path:
    """Where it lies."""
    return database.with_name(f"{database.name}.vitals.json")


def read_vitals(file: Path) -> Vitals | None:
    """What was told last; None where there is nothing that can be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=Vitals)
    except (OSError, msgspec.MsgspecError):
        return None


class VitalsTold:
    """Gathers what is told, on any thread, and writes it once it knows where to."""

    def __init__(self, ports: Sequence[str]) -> None:
        self._opened_at, self.renderer = datetime.now(UTC), ""
        self._scanners = [ScannerVitals(port=port) for port in ports]
        self._milliseconds: deque[float] = deque(maxlen=SCANS)
        self._file: Path | None = None
        self._writing = Lock()

    def keep_in(self, file: Path) -> None:
        """Write there from now on; what was known of scans and scanners before this start goes on."""
        before = read_vitals(file)
        if self._file is None and before is not None:
            self._milliseconds.extendleft(reversed(before.milliseconds[len(self._milliseconds) :]))
            for scanner in self._scanners:
                heard = (one.heard_at for one in before.scanners if one.port == scanner.port)
                scanner.heard_at = scanner.heard_at or next(heard, None)
        self._file = file

    def tell_scanner(self, number: int, there: bool) -> None:
        """One of the scanners is there, or is not."""
        self._scanners[number].there = there

    def heard(self, number: int) -> None:
        """Something came from one of the scanners."""
        self._scanners[number].heard_at = datetime.now(UTC)

    def shown(self, milliseconds: float) -> None:
        """A scan is on the glass."""
        self._milliseconds.append(round(milliseconds, 1))

    def write(self) -> None:
        """Replace the file; where it cannot be written the kiosk works all the same."""
        if self._file is None:
            return
        vitals = Vitals(
            pid=os.getpid(),
            opened_at=self._opened_at,
            written_at=datetime.now(UTC),
            renderer=self.renderer,
            scanners=tuple(self._scanners),
            milliseconds=tuple(self._milliseconds.copy()),
        )
        unfinished = self._file.with_name(f"{self._file.name}.unfinished")
        with self._writing, suppress(OSError):
            unfinished.write_bytes(msgspec.json.encode(vitals))
            unfinished.replace(self._file)
