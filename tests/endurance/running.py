"""Running a rig: its figures, and of a failure the seed and step, kept and printed."""

import json
import os
import platform
import shutil
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from tests.endurance.journal import journal
from tests.endurance.rig import Trial
from tests.endurance.rigs import find
from tests.endurance.scratch import scratch

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "build" / "endurance"

Result = dict[str, Any]
"""What came of a rig; `failure` is empty where nothing was found."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for; `amount` is the rig's own where it is left out."""

    seed: int
    amount: int | None = None
    first: int = 0


def run(name: str, order: Order) -> Result | None:
    """Run a rig, print what comes of it, and keep that as JSON; None where it cannot run here."""
    rig = find(name)
    if why_not := rig.missing():
        print(f"{name}: not run, {why_not}", flush=True)
        return None
    amount = order.amount or rig.amount
    print(f"{name}: {amount:,} {rig.unit}, seed {order.seed}", flush=True)
    began = monotonic()
    with scratch(name) as folder:
        trial = Trial(rig, order.seed, amount, Path(folder), order.first, lambda news: _tell(name, news))
        failure = _failure_of(trial)
        result = _result(name, trial, failure, monotonic() - began)
        if failure:
            _keep_what_was_found(name, trial, failure)
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.json").write_text(json.dumps(result, indent=2) + "\n")
    print(row(result), flush=True)
    return result


def again(name: str, trial: Trial) -> str:
    """The command that does again what has failed."""
    rig = trial.rig
    first, amount = (trial.step, rig.a_step) if rig.by_steps else (0, (trial.step + 1) * rig.a_step)
    where = f" FIRST={first}" if first else ""
    return f"make endurance RIG={name} SEED={trial.seed}{where} AMOUNT={amount}"


def table(results: Iterable[Result]) -> str:
    """The results as Markdown."""
    lines = ["| rig | how much | result | date | machine |", "|---|---|---|---|---|", *map(row, results)]
    return "\n".join(lines)


def row(result: Result) -> str:
    """One result as a line of that table."""
    said = "FAILED: " + result["failure"] if result["failure"] else "no finding"
    figures = "; ".join(f"{name} {figure}" for name, figure in result["figures"].items())
    cells = (
        result["rig"],
        f"{result['done']:,} {result['unit']} in {result['minutes']:.1f} min",
        f"{said}{'; ' if figures else ''}{figures}",
        result["date"],
        result["machine"],
    )
    return f"| {' | '.join(cells)} |"


def _failure_of(trial: Trial) -> str:
    """Run it; what it has found, as a traceback, or nothing."""
    try:
        with journal(trial):
            trial.rig.run(trial)
    except Exception:
        return traceback.format_exc()
    return ""


def _keep_what_was_found(name: str, trial: Trial, failure: str) -> None:
    kept = RESULTS / "failed" / f"{name}-{trial.seed}-{trial.step}"
    shutil.rmtree(kept, ignore_errors=True)
    shutil.copytree(trial.folder, kept, symlinks=True, ignore_dangling_symlinks=True)
    (kept / "failure.txt").write_text(f"{failure}\nOnce more: {again(name, trial)}\n")
    print(f"{failure}\nWhat was found is in {kept}.\nOnce more: {again(name, trial)}", flush=True)


def _result(name: str, trial: Trial, failure: str, seconds: float) -> Result:
    return {
        "rig": name,
        "unit": trial.rig.unit,
        "amount": trial.amount,
        "first": trial.first,
        "seed": trial.seed,
        "done": trial.done,
        "minutes": round(seconds / 60, 2),
        "figures": trial.figures,
        "failure": failure.strip().rpartition("\n")[2],
        "step": trial.step if failure else None,
        "again": again(name, trial) if failure else None,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": _machine(),
    }


def _machine() -> str:
    system = platform.freedesktop_os_release()["PRETTY_NAME"].replace("GNU/Linux ", "")
    return f"{platform.machine()}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def _tell(name: str, news: str) -> None:
    print(f"{name}: {news}", flush=True)
