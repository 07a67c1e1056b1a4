"""One run of the benchmark, kept as JSON: its figures, and where and of what they were measured."""

import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.benchmarks.figures import Figure
from tests.benchmarks.programs import FOLDER, ROOT

NEWEST = FOLDER / "figures.json"
KEPT = FOLDER / "runs"


@dataclass(frozen=True, slots=True)
class Machine:
    """What it was measured on."""

    processors: int
    model: str
    python: str


@dataclass(frozen=True, slots=True)
class Run:
    """`commit` ends with + where files differed from it; a trial measured less of everything."""

    measured_at: datetime
    commit: str
    trial: bool
    machine: Machine
    figures: Sequence[Figure]


def commit_here() -> str:
    """The commit of these files, with + where some of them differ from it."""
    commit, changed = (
        subprocess.run(["git", *command], cwd=ROOT, capture_output=True, text=True, check=False).stdout
        for command in (("rev-parse", "--short", "HEAD"), ("status", "--porcelain", "--untracked-files=no"))
    )
    return (commit.strip() or "unknown") + ("+" if changed.strip() else "")


def this_run(commit: str, trial: bool, figures: Sequence[Figure]) -> Run:
    """The figures that were measured here and now."""
    return Run(datetime.now(UTC).replace(microsecond=0), commit, trial, _machine(), figures)


def keep(run: Run) -> Path:
    """Write it as the newest, and under a name of its own that the next run leaves alone."""
    KEPT.mkdir(parents=True, exist_ok=True)
    written = msgspec.json.format(msgspec.json.encode(run)) + b"\n"
    own = KEPT / f"{run.measured_at:%Y-%m-%dT%H%M%S}-{run.commit}.json"
    for file in (own, NEWEST):
        file.write_bytes(written)
    return own


def read(file: Path) -> Run:
    """A run that was kept. Raises OSError, or msgspec.DecodeError where it is none."""
    return msgspec.json.decode(file.read_bytes(), type=Run)


def told(run: Run) -> str:
    """When, of what and where, in one line."""
    machine, kind = run.machine, ", a trial" if run.trial else ""
    where = f"{machine.processors} x {machine.model}, Python {machine.python}"
    return f"{run.measured_at:%Y-%m-%d %H:%M} UTC, commit {run.commit}{kind}, on {where}"


def _machine() -> Machine:
    return Machine(os.cpu_count() or 1, _model(), platform.python_version())


def _model() -> str:
    """The processor's name, or the board's where the processor has none, as on a Raspberry Pi."""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        name, _, value = line.partition(":")
        if name.strip() in ("model name", "Model"):
            return value.strip()
    return platform.machine()
